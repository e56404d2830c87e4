"""Has Microsoft's own library, msal, sign in a person whose password is checked by a federation server.

Standard input: {"base" (https://localhost:PORT), "ca" (path), "client_id", "scope", "username", "password"}; with
"authority" (a path, such as TENANT or adfs) another one than "tenant". With "flow" another one than "ropc": "auth_code" or
"device_code", where "sandbox" (path), which "plain" (http://localhost:PORT) is of, plays the person's part, or
"client_credentials", with "secret" or "certificate" (path of a PEM file with its key). Prints {"first": the flow's result, "silent": from
the cache, "refreshed": with the refresh token, "error": what msal threw, "requests": [method, path, status] of each, and
"assertion": what was handed on}.
"""

import json, subprocess, sys, urllib.parse

import msal, requests
from cryptography import x509
from cryptography.hazmat.primitives import hashes

options = json.load(sys.stdin)
SCOPES = [options["scope"]]
NATIVE_CLIENT = "https://login.microsoftonline.com/common/oauth2/nativeclient"
seen = []
assertion = None


class Client(requests.Session):
    """msal asks for a user's realm without the authority's port."""

    def request(self, method, url, **more):
        global assertion
        response = super().request(method, url.replace("https://localhost/", options["base"] + "/"), **more)
        seen.append([method, urllib.parse.urlsplit(url).path, response.status_code])
        if isinstance(more.get("data"), dict):
            assertion = more["data"].get("assertion", assertion)
        return response


def act(*arguments):
    return subprocess.run([options["sandbox"], *arguments], check=True, capture_output=True, text=True).stdout.strip()


def credential():
    if "secret" in options:
        return options["secret"]
    pem = open(options["certificate"]).read()
    start = pem.index("-----BEGIN CERTIFICATE-----")
    certificate = x509.load_pem_x509_certificate(pem[start:].encode())
    return dict(private_key=pem[:start], public_certificate=pem[start:],
                thumbprint=certificate.fingerprint(hashes.SHA1()).hex())


def sign_in(app):
    match options.get("flow", "ropc"):
        case "ropc":
            return app.acquire_token_by_username_password(options["username"], options["password"], SCOPES)
        case "device_code":
            flow = app.initiate_device_flow(SCOPES)
            act("approve", flow["user_code"], "--user", options["username"], "--base", options["plain"])
            return app.acquire_token_by_device_flow(flow)
        case "auth_code":
            flow = app.initiate_auth_code_flow(SCOPES, redirect_uri=NATIVE_CLIENT)
            end = act("authorize", flow["auth_uri"].replace(options["base"], options["plain"]), "--user",
                      options["username"])
            answer = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(end).query))
            return app.acquire_token_by_auth_code_flow(flow, answer)
        case "client_credentials":
            return app.acquire_token_for_client(SCOPES)


client = Client()
client.trust_env = False
client.verify = options["ca"]
settings = dict(authority=f"{options['base']}/{options.get('authority') or options['tenant']}",
                instance_discovery=False, http_client=client)
if options.get("flow") == "client_credentials":
    app = msal.ConfidentialClientApplication(options["client_id"], client_credential=credential(), **settings)
else:
    app = msal.PublicClientApplication(options["client_id"], **settings)
first = silent = refreshed = error = None
try:
    first = sign_in(app)
except Exception as thrown:
    error = f"{type(thrown).__name__}: {thrown}"
accounts = app.get_accounts()
if accounts:
    silent = app.acquire_token_silent_with_error(SCOPES, accounts[0])
    refreshed = app.acquire_token_silent_with_error(SCOPES, accounts[0], force_refresh=True)
if isinstance(assertion, bytes):
    assertion = assertion.decode()
print(json.dumps(dict(first=first, silent=silent, refreshed=refreshed, error=error, requests=seen,
                      accounts=[account["username"] for account in accounts], assertion=assertion)))
