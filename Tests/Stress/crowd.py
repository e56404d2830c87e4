"""Many processes want the same token at once."""

import http.server, json, os, threading, time

from machine import PYTHON, ROOT, Child, as_orders, as_person, names
from servers import RefreshTokenProvider, Server

MSAL = str(ROOT / "Tests/Stress/msal_worker.py")


class Provider(http.server.ThreadingHTTPServer):
    """Gives every client what it asks for."""

    # Of connections that wait to be taken.
    request_queue_size = 500

    def __init__(self):
        super().__init__(("127.0.0.1", 0), RefreshTokenProvider)
        threading.Thread(target=self.serve_forever, daemon=True).start()


def timed(children):
    start = time.perf_counter()
    ends = [child.end() for child in children()]
    return ends, time.perf_counter() - start


def check(ends, environment):
    for status, _, errors in ends:
        assert (status, errors) == (0, ""), (status, errors)
    folder = environment["TOKENCTL_CONFIG_DIR"] + "/cache"
    assert names(folder, of_temporary=True) == [], names(folder, of_temporary=True)


def one_key(machine, sandbox, count):
    environment = machine.environment(sandbox, "crowd")
    before = sandbox.requests
    ends, seconds = timed(lambda: [
        machine.start(["client-credentials"], environment, f"crowd-{n}") for n in range(count)])
    check(ends, environment)
    assert len({output for _, output, _ in ends}) == 1
    assert sandbox.requests - before == 1, sandbox.requests - before
    return count, 1, 1, seconds


def many_keys(machine, sandbox, keys, count):
    environment = machine.environment(sandbox, "keys")
    assertion = machine.sign_in(as_person(environment, sandbox), "--no-cache")
    environment = as_orders(environment)
    before = sandbox.requests
    ends, seconds = timed(lambda: [
        machine.start(["obo", "--session-key", f"key-{key}"], environment, f"keys-{key}-{n}", assertion)
        for n in range(count) for key in range(keys)])
    check(ends, environment)
    tokens = [{output for _, output, _ in ends[key::keys]} for key in range(keys)]
    assert all(len(of_key) == 1 for of_key in tokens)
    assert sandbox.requests - before == keys, sandbox.requests - before
    return keys * count, keys, keys, seconds


def one_file(machine, count):
    """One client, and a scope for each process: all write the same file, and no row is lost."""
    provider = Provider()
    config = machine.folder / "file"
    environment = dict(PATH=os.environ["PATH"], TOKENCTL_CONFIG_DIR=str(config), TOKENCTL_CLIENT_SECRET="s",
                       TOKENCTL_ISSUER=f"http://127.0.0.1:{provider.server_port}", TOKENCTL_CLIENT_ID="app")
    ends, seconds = timed(lambda: [
        machine.start(["client-credentials", "--scope", f"scope-{n}"], environment, f"file-{n}")
        for n in range(count)])
    check(ends, environment)
    provider.shutdown()
    file, = (config / "cache").iterdir()
    rows = json.loads(file.read_bytes())["AccessToken"].values()
    missing = {f"scope-{n}" for n in range(count)} - {row["target"] for row in rows}
    assert not missing, f"{len(missing)} rows are lost"
    return count, count, count, seconds


def msal(machine, sandbox, count):
    """msal and msal-extensions, for comparison: nothing is promised here."""
    with Server(ROOT / "Tests/Servers/nginx-tls", machine.folder / "nginx", str(sandbox["port"])) as front:
        options = dict(
            authority=f"{front['base']}/{sandbox['tenant']}", ca=front["ca"], client_id=sandbox["client_id"],
            secret=sandbox["client_secret"], scope=sandbox["scope"], cache=str(machine.folder / "msal.json"))
        before = sandbox.requests
        ends, seconds = timed(lambda: [
            Child([PYTHON, MSAL], dict(PATH=os.environ["PATH"]), machine.folder, f"msal-{n}", json.dumps(options))
            for n in range(count)])
        failed = sum(status != 0 for status, _, _ in ends)
        tokens = len({output for status, output, _ in ends if status == 0})
        return count, sandbox.requests - before, f"{tokens} ({failed} failed)", seconds


def measure(machine):
    quick = machine.is_quick
    with machine.sandbox("--token-delay", "1000") as sandbox:
        print("\n| an empty cache, and at once | processes | requests | tokens | seconds |")
        print("| --- | ---: | ---: | ---: | ---: |")
        for title, (processes, requests, tokens, seconds) in [
            ("tokenctl, one key", one_key(machine, sandbox, 500)),
            ("tokenctl, many keys", many_keys(machine, sandbox, *((10, 10) if quick else (50, 20)))),
            ("tokenctl, many scopes in one file", one_file(machine, 50 if quick else 300)),
            ("msal with msal-extensions, one key", msal(machine, sandbox, 10 if quick else 60)),
        ]:
            print(f"| {title} | {processes} | {requests} | {tokens} | {seconds:.1f} |", flush=True)
