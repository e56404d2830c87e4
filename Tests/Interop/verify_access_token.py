"""Verifies an access token with PyJWT, by the keys of its issuer's discovery document.

Arguments: DISCOVERY-URL AUDIENCE; the token on standard input. Prints the claims; fails with the reason.
"""

import json, sys, urllib.request

import jwt

discovery, audience = sys.argv[1:]
token = sys.stdin.read().strip()
metadata = json.load(urllib.request.urlopen(discovery))
key = jwt.PyJWKClient(metadata["jwks_uri"]).get_signing_key_from_jwt(token)
print(json.dumps(jwt.decode(
    token, key, algorithms=["RS256"], audience=audience, issuer=metadata["issuer"],
    options=dict(require=["aud", "iss", "iat", "nbf", "exp"]))))
