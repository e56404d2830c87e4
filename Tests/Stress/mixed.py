"""tokenctl and Microsoft's msal with msal-extensions at work on one file, each looking after what it has written."""

import json, os, pathlib, stat, threading, time

from machine import PYTHON, ROOT, Child, as_person
from servers import Server

MSAL = str(ROOT / "Tests/Interop/msal_cache_file.py")


class Program:
    """Writes a new token of its own kind, and looks whether it is there, again and again."""

    def __init__(self, machine, arguments, environment, name):
        self.machine, self.arguments, self.environment, self.name = machine, arguments, environment, name
        self.rounds = 0

    def work(self, end):
        while time.monotonic() < end:
            written = self.once("--force-refresh")
            time.sleep(0.05)
            assert self.once() == written, f"{self.name}: what was written is gone"
            self.rounds += 1

    def once(self, *more):
        child = self.machine.start([*self.arguments, *more], self.environment, self.name)
        status, output, errors = child.end()
        assert (status, errors) == (0, ""), (self.name, status, errors)
        return output


def measure(machine):
    seconds = 5 if machine.is_quick else 60
    cache = machine.folder / "shared.json"
    with machine.sandbox() as sandbox, \
            Server(ROOT / "Tests/Servers/nginx-tls", machine.folder / "front", str(sandbox["port"])) as front:
        environment = dict(
            machine.environment(sandbox, "mixed"), TOKENCTL_AUTHORITY=front["base"], SSL_CERT_FILE=front["ca"])
        person = dict(as_person(environment, sandbox), TOKENCTL_SCOPE=sandbox["user_scopes"]["graph"])
        options = dict(
            base=front["base"], tenant=sandbox["tenant"], ca=front["ca"], client_id=sandbox["public_client_id"],
            scope="api://orders/Orders.Read", cache=str(cache))

        def msal(action, name="msal", **more):
            text = json.dumps(dict(options, action=action, **more))
            return Child([PYTHON, MSAL], dict(PATH=os.environ["PATH"]), machine.folder, name, text)

        def answer(child):
            status, output, errors = child.end()
            assert status == 0, errors
            return json.loads(output)

        assert answer(msal("sign_in"))["result"]["access_token"]
        on_file = ["--msal-cache", str(cache)]
        programs = [Program(machine, ["get", *on_file], person, "person")]
        for number, scope in enumerate(sandbox["scopes"].values()):
            app = dict(environment, TOKENCTL_SCOPE=scope)
            programs.append(Program(machine, ["client-credentials", *on_file], app, f"app-{number}"))

        troubles = []

        def guarded(program, end):
            try:
                program.work(end)
            except Exception as error:
                troubles.append(repr(error))

        end = time.monotonic() + seconds
        peer = msal("mix", seconds=seconds)
        threads = [threading.Thread(target=guarded, args=(program, end)) for program in programs]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        mixed = answer(peer)
        assert not troubles, troubles
        assert mixed["lost"] == 0 and mixed["rounds"] > 0, mixed

        # The refresh token has lived through it, for both.
        assert answer(msal("refresh"))["result"]["token_source"] == "identity_provider"
        assert programs[0].once("--force-refresh")
        check(cache)
        ours = sum(program.rounds for program in programs)
        print("\n| tokenctl and msal on one file | |\n| --- | ---: |")
        print(f"| seconds | {seconds} |")
        print(f"| writes of tokenctl, each found again | {ours} |")
        print(f"| writes of msal, each found again | {mixed['rounds']} |")


def check(cache: pathlib.Path):
    """One row of each kind for each of those who worked, and nothing beside the file."""
    content = json.loads(cache.read_bytes())
    assert len(content["RefreshToken"]) == 1, content["RefreshToken"].keys()
    assert stat.S_IMODE(cache.stat().st_mode) == 0o600
    assert not list(cache.parent.glob(f"{cache.name}.*")), list(cache.parent.iterdir())
