"""Has Microsoft's msal work on a cache file with msal-extensions, as an application does.

Standard input: {"base" (https://localhost:PORT), "tenant", "ca" (path), "client_id", "scope", "cache" (path), "action"}.
"action" is "sign_in" (with a password), "silent", "refresh" or, for "seconds" (number), "mix": a refresh, and a look at
the file whether it is there, again and again. With "lock" = "file" msal-extensions works as it does without portalocker.
Prints {"accounts": user names, "result": msal's} or, of "mix", {"rounds": number, "lost": number}.
"""

import json, sys, time

import msal, msal_extensions, msal_extensions.filelock, msal_extensions.token_cache, requests

options = json.load(sys.stdin)
SCOPES = [options["scope"]]

if options.get("lock") == "file":
    msal_extensions.token_cache.CrossPlatLock = msal_extensions.filelock.CrossPlatLock


class Client(requests.Session):
    """msal asks for a user's realm without the authority's port."""

    def request(self, method, url, **more):
        return super().request(method, url.replace("https://localhost/", options["base"] + "/"), **more)


def application():
    client = Client()
    client.trust_env = False
    client.verify = options["ca"]
    cache = msal_extensions.PersistedTokenCache(msal_extensions.FilePersistence(options["cache"]))
    return msal.PublicClientApplication(
        options["client_id"], authority=f"{options['base']}/{options['tenant']}", instance_discovery=False,
        http_client=client, token_cache=cache)


def silent(app, **more):
    accounts = app.get_accounts()
    return app.acquire_token_silent_with_error(SCOPES, accounts[0], **more) if accounts else None


def mix(app):
    rounds = lost = 0
    end = time.monotonic() + options["seconds"]
    while time.monotonic() < end:
        token = silent(app, force_refresh=True)["access_token"]
        time.sleep(0.1)
        rounds += 1
        lost += silent(application())["access_token"] != token
    return dict(rounds=rounds, lost=lost)


app = application()
match options["action"]:
    case "mix":
        print(json.dumps(mix(app)))
        sys.exit()
    case "sign_in":
        result = app.acquire_token_by_username_password("alice@contoso.example", "alice-password", SCOPES)
    case "silent":
        result = silent(app)
    case "refresh":
        result = silent(app, force_refresh=True)
print(json.dumps(dict(accounts=[account["username"] for account in app.get_accounts()], result=result)))
