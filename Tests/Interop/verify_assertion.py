"""Judges a client assertion (RFC 7523) by two independent libraries, PyJWT and joserfc.

Standard input: {"assertion", "certificate" (PEM), "alg", "thumbprint" ("x5t", "x5t#S256"), "has_chain",
"audience", "client_id", "sent_at" (seconds since 1970)}. Prints the assertion's jti; fails with the reason.
"""

import base64, hashlib, json, sys, uuid

import joserfc.jws, joserfc.jwk, joserfc.jwt, jwt
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

case = json.load(sys.stdin)
certificate = x509.load_pem_x509_certificate(case["certificate"].encode())
der = certificate.public_bytes(Encoding.DER)
public_key = certificate.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def thumbprint(digest):
    return base64.urlsafe_b64encode(digest(der).digest()).rstrip(b"=").decode()


claims = jwt.decode(
    case["assertion"], public_key, algorithms=[case["alg"]], audience=case["audience"], issuer=case["client_id"],
    options=dict(require=["aud", "iss", "sub", "jti", "iat", "nbf", "exp"]))
kind = {"R": joserfc.jwk.RSAKey, "P": joserfc.jwk.RSAKey, "E": joserfc.jwk.ECKey}[case["alg"][0]]
registry = joserfc.jws.JWSRegistry(algorithms=[case["alg"]])
registry.max_header_length = 8192  # a chain is longer than its default
second = joserfc.jwt.decode(case["assertion"], kind.import_key(public_key), registry=registry)
assert second.claims == claims, "the libraries read different claims"

header = jwt.get_unverified_header(case["assertion"])
expected = dict(alg=case["alg"], typ="JWT")
expected[case["thumbprint"]] = thumbprint({"x5t": hashlib.sha1, "x5t#S256": hashlib.sha256}[case["thumbprint"]])
if case["has_chain"]:
    expected["x5c"] = [base64.b64encode(der).decode()]
assert header == expected, f"header {header}, expected {expected}"

assert claims["aud"] == case["audience"] and claims["iss"] == claims["sub"] == case["client_id"], claims
assert all(type(claims[name]) is int for name in ("iat", "nbf", "exp")), claims
assert claims["exp"] - claims["iat"] == 600 and claims["nbf"] <= claims["iat"], claims
assert abs(claims["iat"] - case["sent_at"]) < 60, claims
uuid.UUID(claims["jti"])
print(claims["jti"])
