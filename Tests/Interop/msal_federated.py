"""Has Microsoft's own library, msal, sign in a person whose password is checked by a federation server.

Standard input: {"base" (https://localhost:PORT), "ca" (path), "client_id", "scope", "username", "password"}; with
"authority" (a path, such as TENANT or adfs) another one than "tenant". Prints {"first": the flow's result, "silent": from
the cache, "refreshed": with the refresh token, "error": what msal threw, "requests": [method, path, status] of each, and
"assertion": what was handed on}.
"""

import json, sys, urllib.parse

import msal, requests

options = json.load(sys.stdin)
SCOPES = [options["scope"]]
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


client = Client()
client.trust_env = False
client.verify = options["ca"]
app = msal.PublicClientApplication(
    options["client_id"], authority=f"{options['base']}/{options.get('authority') or options['tenant']}",
    instance_discovery=False, http_client=client)
first = silent = refreshed = error = None
try:
    first = app.acquire_token_by_username_password(options["username"], options["password"], SCOPES)
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
