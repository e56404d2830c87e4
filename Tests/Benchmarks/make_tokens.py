"""Writes 10,000 tokens of one issuer to `tokens`, the first 1,000 of them to `thousand`, and its keys to `keys.json`."""

import json, pathlib, sys, time

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

folder = pathlib.Path(sys.argv[1])
key = rsa.generate_private_key(65537, 2048)
public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(key.public_key()))
now = int(time.time())


def token(number):
    claims = {
        "aud": "api://orders", "iss": "https://idp.example", "iat": now, "nbf": now, "exp": now + 86_400,
        "aio": "A" * 120, "appid": "11112222-bbbb-3333-cccc-4444dddd5555", "appidacr": "1", "name": "Ann Example",
        "oid": f"00000000-0000-0000-0000-{number:012}", "roles": ["Reader", "Writer"], "scp": "Orders.Read User.Read",
        "sub": f"user-{number}", "tid": "72f988bf-86f1-41af-91ab-2d7cd011db47", "uti": "x" * 22, "ver": "1.0",
    }
    return jwt.encode(claims, key, "RS256", {"kid": "k1"}) + "\n"


tokens = [token(number) for number in range(10_000)]
(folder / "tokens").write_text("".join(tokens))
(folder / "thousand").write_text("".join(tokens[:1000]))
(folder / "keys.json").write_text(json.dumps({"keys": [dict(public, kid="k1")]}))
