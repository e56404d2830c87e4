"""Has Microsoft's own library, msal, sign a person in, or find who has signed in.

Standard input: {"base" (https://localhost:PORT), "tenant", "ca" (path), "client_id", "scope", "flow" ("device_code",
"auth_code", "ropc" or "silent")}; with "cache" (path) msal begins with that cache file, with "claims" a browser's sign-in
asks for what a challenge said. A person's part in a sign-in is played by "sandbox" (path), which "plain"
(http://localhost:PORT) is of. Prints {"accounts": user names, "first": the flow's result, "silent": from the cache,
"refreshed": with the refresh token, "cache": msal's own}.
"""

import json, subprocess, sys, urllib.parse

import msal, requests

options = json.load(sys.stdin)
NATIVE_CLIENT = "https://login.microsoftonline.com/common/oauth2/nativeclient"
SCOPES = [options["scope"]]


class Client(requests.Session):
    """msal asks for a user's realm without the authority's port."""

    def request(self, method, url, **more):
        return super().request(method, url.replace("https://localhost/", options["base"] + "/"), **more)


def act(*arguments):
    return subprocess.run([options["sandbox"], *arguments], check=True, capture_output=True, text=True).stdout.strip()


def sign_in(app):
    match options["flow"]:
        case "device_code":
            flow = app.initiate_device_flow(SCOPES)
            act("approve", flow["user_code"], "--base", options["plain"])
            return app.acquire_token_by_device_flow(flow)
        case "auth_code":
            flow = app.initiate_auth_code_flow(
                SCOPES, redirect_uri=NATIVE_CLIENT, claims_challenge=options.get("claims"))
            end = act("authorize", flow["auth_uri"].replace(options["base"], options["plain"]))
            answer = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(end).query))
            return app.acquire_token_by_auth_code_flow(flow, answer)
        case "ropc":
            return app.acquire_token_by_username_password("alice@contoso.example", "alice-password", SCOPES)


client = Client()
client.trust_env = False
client.verify = options["ca"]
cache = msal.SerializableTokenCache()
if "cache" in options:
    cache.deserialize(open(options["cache"]).read())
app = msal.PublicClientApplication(
    options["client_id"], authority=f"{options['base']}/{options['tenant']}", instance_discovery=False,
    http_client=client, token_cache=cache)
first = sign_in(app)
accounts = app.get_accounts()
silent = refreshed = None
if accounts:
    silent = app.acquire_token_silent_with_error(SCOPES, accounts[0])
    serialized = cache.serialize()
    refreshed = app.acquire_token_silent_with_error(SCOPES, accounts[0], force_refresh=True)
print(json.dumps(dict(accounts=[account["username"] for account in accounts], first=first, silent=silent,
                      refreshed=refreshed, cache=serialized if accounts else None)))
