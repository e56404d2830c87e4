"""Has Microsoft's own library, msal, ask for an app token.

Standard input: {"authority", "ca" (path), "client_id", "scope", "credential" ("secret", "sha256", "sha1" or
"assertion"), "secret", "pem" (path: private key and certificate)}; with "cache" (path) msal begins with that cache
file. Prints msal's result; fails when that is an error.
"""

import json, re, sys, time, uuid

import jwt, msal
from cryptography import x509
from cryptography.hazmat.primitives import hashes

options = json.load(sys.stdin)
pem = open(options["pem"]).read()
certificate = re.search("-----BEGIN CERTIFICATE-----.*-----END CERTIFICATE-----", pem, re.S).group()
thumbprint = x509.load_pem_x509_certificate(certificate.encode()).fingerprint(hashes.SHA1())


def ready_assertion():
    """As another program would have made it: msal passes it on."""
    now = int(time.time())
    claims = dict(aud=f"{options['authority']}/oauth2/v2.0/token", iss=options["client_id"], sub=options["client_id"],
                  jti=str(uuid.uuid4()), nbf=now, exp=now + 600)
    return jwt.encode(claims, pem, "RS256", {"x5t": jwt.utils.base64url_encode(thumbprint).decode()})


def credential(kind):
    match kind:
        case "secret":
            return options["secret"]
        case "sha256":
            return dict(private_key=pem, public_certificate=certificate)
        case "sha1":
            return dict(private_key=pem, thumbprint=thumbprint.hex())
        case "assertion":
            return dict(client_assertion=ready_assertion())


cache = msal.SerializableTokenCache()
if "cache" in options:
    cache.deserialize(open(options["cache"]).read())
app = msal.ConfidentialClientApplication(
    options["client_id"], credential(options["credential"]), options["authority"], instance_discovery=False,
    verify=options["ca"], token_cache=cache)
result = app.acquire_token_for_client([options["scope"]])
print(json.dumps(result))
sys.exit("access_token" not in result)
