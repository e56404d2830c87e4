"""Finds out which odd rows stop Microsoft's own library, msal, whatever it looks for in the cache that they are in.

Standard input: {"cache" (path of a person's cache file), "folder" (path)}. Writes that file once for each field that is
missing or of another type, `0.json` and so on, into the folder, and prints {file name: what msal died of, or null}.
"""

import copy, itertools, json, os, sys

import msal

options = json.load(sys.stdin)
GOOD = json.load(open(options["cache"]))
TOKEN = next(iter(GOOD["AccessToken"].values()))
VALUES = [None, 7, 7.5, "", [], {}, True, "1.5", "abc"]


class Answer:
    status_code, headers = 200, {}

    def __init__(self, content):
        self.text = json.dumps(content)

    def raise_for_status(self):
        pass


class Client:
    """A provider whose sign-ins have all ended."""

    def get(self, url, **more):
        return Answer({"authorization_endpoint": "https://localhost/a", "token_endpoint": "https://localhost/t/token",
                       "issuer": "https://localhost/i"})

    def post(self, url, **more):
        return Answer({"error": "invalid_grant"})

    def close(self):
        pass


def use(text):
    cache = msal.SerializableTokenCache()
    cache.deserialize(text)
    app = msal.PublicClientApplication(
        TOKEN["client_id"], authority="https://localhost/" + TOKEN["realm"], instance_discovery=False,
        token_cache=cache, http_client=Client())
    for account in app.get_accounts():
        for scope in (TOKEN["target"].split()[0], "other"):
            app.acquire_token_silent_with_error([scope], account)
        app.remove_account(account)


def variants():
    for section, rows in GOOD.items():
        key, row = next(iter(rows.items()))
        for value in VALUES:
            yield GOOD | {section: value}
            yield GOOD | {section: {**rows, "odd": value}}
        for field, value in itertools.product([*row, "refresh_on"], [..., *VALUES]):
            odd = copy.deepcopy(row)
            odd.pop(field, None)
            if value is not ...:
                odd[field] = value
            yield GOOD | {section: {key: row, "odd": odd}}


deaths = {}
for number, variant in enumerate(variants()):
    name = f"{number}.json"
    text = json.dumps(variant)
    with open(os.open(os.path.join(options["folder"], name), os.O_CREAT | os.O_WRONLY, 0o600), "w") as file:
        file.write(text)
    try:
        use(text)
        deaths[name] = None
    except Exception as error:
        deaths[name] = f"{type(error).__name__}: {error}"
print(json.dumps(deaths))
