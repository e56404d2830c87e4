"""Verifies the tokens of a file by PyJWT, for comparison: pyjwt_verify.py KEYS TOKENS."""

import json, sys

import jwt

key = jwt.PyJWK(json.load(open(sys.argv[1]))["keys"][0]).key
for token in open(sys.argv[2]):
    jwt.decode(token.strip(), key, ["RS256"], audience="api://orders")
