"""Makes tokens that no library would: any bytes as header and payload, signed in any way.

Standard input: {"values": {NAME: TEXT}, "tokens": [{"header", "payload" (base64), "signer"}], "texts": [TEXT]}. In
headers, payloads and texts @NAME@ becomes the text of that name; names of keys, RSA_N for example, are known besides:
see the end. Prints {"tokens": [...], "texts": [...]} in the same order.
"""

import base64, hashlib, hmac, json, sys

import jwt
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551  # of P-256
SHA256 = bytes.fromhex("3031300d060960864801650304020105000420")  # RFC 8017 section 9.2


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def number(value):
    return base64url(value.to_bytes((value.bit_length() + 7) // 8, "big"))


def public_bytes(key, encoding):
    return key.public_key().public_bytes(encoding, PublicFormat.SubjectPublicKeyInfo)


def padded(message, size):
    """EMSA-PKCS1-v1_5: RFC 8017 section 9.2."""
    info = SHA256 + hashlib.sha256(message).digest()
    return b"\0\1" + b"\xff" * (size - len(info) - 3) + b"\0" + info


def cube_root_forgery(message, size):
    """What a verifier takes that does not look behind the hash, for the exponent 3: Bleichenbacher, 2006."""
    start = b"\0\1\xff\xff\xff\xff\xff\xff\xff\xff\0" + SHA256 + hashlib.sha256(message).digest()
    target = int.from_bytes(start + b"\xff" * (size - len(start)), "big")
    low, high = 0, 1 << (target.bit_length() // 3 + 1)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if middle ** 3 <= target else (low, middle - 1)
    assert (low ** 3).to_bytes(size, "big").startswith(start)
    return low.to_bytes(size, "big")


def mac(secret):
    return lambda message: hmac.digest(secret, message, "sha256")


def signature(alg, key):
    return lambda message: jwt.get_algorithm_by_name(alg).sign(message, key)


def certificate(key):
    import datetime
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "attacker")])
    start = datetime.datetime(2020, 1, 1)
    builder = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), start)
    return builder.not_valid_after(datetime.datetime(2100, 1, 1)).sign(key, hashes.SHA256())


case = json.load(sys.stdin)
issuer, attacker = (rsa.generate_private_key(65537, 2048) for _ in range(2))
short, three = rsa.generate_private_key(65537, 1024), rsa.generate_private_key(3, 2048)
curve = ec.generate_private_key(ec.SECP256R1())
modulus = issuer.public_key().public_numbers().n
pem, der = public_bytes(issuer, Encoding.PEM), public_bytes(issuer, Encoding.DER)
jwk = json.dumps(dict(kty="RSA", kid="k1", n=number(modulus), e="AQAB"))
signers = {
    "nobody": lambda message: b"",
    "issuer": signature("RS256", issuer),
    "issuerPS256": signature("PS256", issuer),
    "attacker": signature("RS256", attacker),
    "short": signature("RS256", short),
    "three": signature("RS256", three),
    "threeForged": lambda message: cube_root_forgery(message, 256),
    "one": lambda message: padded(message, 256),
    "curve": signature("ES256", curve),
    "curveDER": lambda message: curve.sign(message, ec.ECDSA(hashes.SHA256())),
    "curveZero": lambda message: bytes(64),
    "curveOrder": lambda message: ORDER.to_bytes(32, "big") * 2,
    "macPEM": mac(pem), "macPEMWithoutBreak": mac(pem.rstrip(b"\n")), "macPEMWithCRLF": mac(pem.replace(b"\n", b"\r\n")),
    "macDER": mac(der), "macModulus": mac(modulus.to_bytes(256, "big")), "macModulusText": mac(number(modulus).encode()),
    "macJWK": mac(jwk.encode()), "macNothing": mac(b""),
}
values = dict(
    case["values"], PEM=pem.decode(), JWK=jwk, DER=base64.b64encode(der).decode(), RSA_N=number(modulus),
    ATTACKER_N=number(attacker.public_key().public_numbers().n), SHORT_N=number(short.public_key().public_numbers().n),
    THREE_N=number(three.public_key().public_numbers().n), EC_X=number(curve.public_key().public_numbers().x),
    EC_Y=number(curve.public_key().public_numbers().y),
    X5C=base64.b64encode(certificate(attacker).public_bytes(Encoding.DER)).decode())


def filled(data):
    for name, text in values.items():
        data = data.replace(f"@{name}@".encode(), text.encode())
    return data


def token(spec):
    header, payload = (base64url(filled(base64.b64decode(spec[part]))) for part in ["header", "payload"])
    message = f"{header}.{payload}"
    return message + "." + base64url(signers[spec["signer"]](message.encode()))


print(json.dumps(dict(
    tokens=[token(spec) for spec in case["tokens"]], texts=[filled(text.encode()).decode() for text in case["texts"]])))
