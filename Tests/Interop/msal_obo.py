"""Has Microsoft's own library, msal, play an API that calls on in a person's name.

Standard input: {"base" (https://localhost:PORT), "tenant", "ca" (path), "client_id", "credential" ("secret" or
"certificate"), "secret", "pem" (path), "assertion" (the token that the API was called with), "scope"}. Prints what msal
makes of the answer.
"""

import json, sys

import msal, requests

options = json.load(sys.stdin)


def credential():
    if options["credential"] == "secret":
        return options["secret"]
    pem = open(options["pem"]).read()
    return {"private_key": pem, "public_certificate": pem[pem.index("-----BEGIN CERTIFICATE-----"):]}


client = requests.Session()
client.trust_env = False
client.verify = options["ca"]
app = msal.ConfidentialClientApplication(
    options["client_id"], authority=f"{options['base']}/{options['tenant']}", instance_discovery=False,
    http_client=client, client_credential=credential())
result = app.acquire_token_on_behalf_of(options["assertion"], [options["scope"]])
print(json.dumps(result))
