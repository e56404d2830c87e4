"""Signs tokens with PyJWT and with joserfc by every algorithm, each with a new key.

Standard input: {"header": {...}, "claims": {...}}, what the tokens say; alg and kid are added. Prints a JSON array, for
each token {"library", "alg", "kid", "token", "key" (PEM, or the shared secret), "jwks" (the key in a set of one)}.
"""

import json, secrets, sys

import joserfc.jws, joserfc.jwk, joserfc.jwt, jwt
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

case = json.load(sys.stdin)
CURVES = {"ES256": ec.SECP256R1(), "ES384": ec.SECP384R1(), "ES512": ec.SECP521R1()}
ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", *CURVES, "EdDSA", "HS256", "HS384", "HS512"]
KINDS = {"R": joserfc.jwk.RSAKey, "P": joserfc.jwk.RSAKey, "ES": joserfc.jwk.ECKey, "Ed": joserfc.jwk.OKPKey}


def new_key(alg):
    if alg in CURVES:
        return ec.generate_private_key(CURVES[alg])
    return ed25519.Ed25519PrivateKey.generate() if alg == "EdDSA" else rsa.generate_private_key(65537, 2048)


def by_pyjwt(alg, header, key):
    """The token, and the key as PyJWT writes it."""
    shown = key if alg.startswith("HS") else key.public_key()
    jwk = jwt.get_algorithm_by_name(alg).to_jwk(shown, as_dict=True)
    jwk.pop("key_ops", None)  # HMAC's say "sign" alone in some versions
    return jwt.encode(case["claims"], key, algorithm=alg, headers=header), jwk


def by_joserfc(alg, header, key):
    """The token, and the key as joserfc writes it."""
    if alg.startswith("HS"):
        key = joserfc.jwk.OctKey.import_key(key)
    else:
        kind = next(kind for beginning, kind in KINDS.items() if alg.startswith(beginning))
        key = kind.import_key(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    registry = joserfc.jws.JWSRegistry(algorithms=[alg], strict_check_header=False)
    token = joserfc.jwt.encode(dict(header, alg=alg), case["claims"], key, registry=registry)
    return token, key.as_dict(private=alg.startswith("HS"))


result = []
for number, alg in enumerate(ALGORITHMS):
    for library, sign in [("PyJWT", by_pyjwt), ("joserfc", by_joserfc)]:
        key = secrets.token_urlsafe(64) if alg.startswith("HS") else new_key(alg)
        kid = f"{library}-{alg}"
        token, jwk = sign(alg, dict(case["header"], kid=kid), key)
        text = key if isinstance(key, str) else key.public_key().public_bytes(
            Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()
        result.append(dict(
            library=library, alg=alg, kid=kid, token=token, key=text, jwks=json.dumps(dict(keys=[dict(jwk, kid=kid)]))))
print(json.dumps(result))
