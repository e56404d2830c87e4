"""Has msal get an app token with msal-extensions' cache file, as an application does; prints the token.

Standard input: {"authority", "ca" (path), "client_id", "secret", "scope", "cache" (path)}.
"""

import json, sys

import msal, msal_extensions

options = json.load(sys.stdin)
cache = msal_extensions.PersistedTokenCache(msal_extensions.FilePersistence(options["cache"]))
app = msal.ConfidentialClientApplication(
    options["client_id"], options["secret"], options["authority"], instance_discovery=False, verify=options["ca"],
    token_cache=cache)
print(app.acquire_token_for_client([options["scope"]])["access_token"])
