"""Encrypts or decrypts a file of the cache with joserfc: jwe.py open|seal KEY NAME, the file on standard input.

KEY is base64url. What comes out is the file's other form.
"""

import sys

from joserfc import jwe
from joserfc.jwk import OctKey

action, key, name = sys.argv[1:]
key = OctKey.import_key({"kty": "oct", "k": key})
registry = jwe.JWERegistry(algorithms=["dir", "A256GCM"], strict_check_header=False)
given = sys.stdin.buffer.read()

if action == "open":
    opened = jwe.decrypt_compact(given, key, registry=registry)
    assert opened.protected == {"alg": "dir", "enc": "A256GCM", "cty": "application/json", "name": name}, opened.protected
    sys.stdout.buffer.write(opened.plaintext)
else:
    header = {"enc": "A256GCM", "name": name, "kid": "1", "alg": "dir"}
    sys.stdout.write(jwe.encrypt_compact(header, given, key, registry=registry))
