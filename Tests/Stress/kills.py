"""Writers are killed at random moments, while others read."""

import json, os, pathlib, random, signal, threading, time

from machine import as_orders, as_person, names, without_secret

CROWD = 6
SECONDS_IN_A_DAY = 86_400


class Key:
    """A command that gets one token, and what it is known to have printed."""

    def __init__(self, arguments, environment, text=""):
        self.arguments, self.environment, self.text = arguments, environment, text
        # A hit needs no secret; without one nobody can go to the server by mistake.
        self.reading = without_secret(environment)
        self.printed = 0

    def expiry(self, output):
        return json.loads(output)["expires_on"]


def keys(machine, environment, sandbox):
    person = as_person(environment, sandbox)
    assertion = machine.sign_in(person, "--no-cache")
    machine.sign_in(person)
    scopes = sandbox["scopes"].values()
    return [Key(["client-credentials"], dict(environment, TOKENCTL_SCOPE=scope)) for scope in scopes] + [
        Key(["obo", "--session-key", name], as_orders(environment), assertion) for name in ("one", "two")
    ] + [Key(["get"], person)]


class Readers:
    """Look at the files, and ask for what has been printed, until told to stop."""

    def __init__(self, machine, keys, folder):
        self.machine, self.keys, self.folder = machine, keys, pathlib.Path(folder)
        self.files = self.hits = 0
        self.troubles = []
        self.is_over = False
        self.threads = [threading.Thread(target=self.guarded, args=(look,)) for look in (self.look, self.ask)]
        for thread in self.threads:
            thread.start()

    def guarded(self, look):
        try:
            while not self.is_over:
                look()
        except Exception as error:
            self.troubles.append(repr(error))

    def look(self):
        for path in self.folder.glob("*.json"):
            json.loads(path.read_bytes())
            self.files += 1
        assert not [name for name in names(self.folder) if not name.endswith(".json")]
        time.sleep(0.002)

    def ask(self):
        key = random.choice(self.keys)
        if not key.printed:
            return time.sleep(0.01)
        before = key.printed
        status, output, errors = self.machine.start(
            [*key.arguments, "-o", "json"], key.reading, "reader", key.text).end()
        assert (status, errors) == (0, ""), (key.arguments, status, errors)
        assert key.expiry(output) >= before, (key.arguments, key.expiry(output), before)
        self.hits += 1

    def stop(self):
        self.is_over = True
        for thread in self.threads:
            thread.join()
        assert not self.troubles, self.troubles


def kill(machine, keys, count):
    """How many it took: some are faster than their killer."""
    killed = started = 0
    longest = 0.5
    running = []
    while killed < count or running:
        while killed + len(running) < count and len(running) < CROWD:
            key = random.choice(keys)
            child = machine.start([*key.arguments, "--force-refresh", "-o", "json"], key.environment,
                                  f"writer-{started}", key.text)
            running.append((time.perf_counter(), random.uniform(0, longest), key, child))
            started += 1
        start, delay, key, child = running.pop(0)
        time.sleep(max(0, start + delay - time.perf_counter()))
        child.kill(signal.SIGKILL)
        status, output, errors = child.end()
        assert status in (0, -signal.SIGKILL) and not errors, (status, errors)
        killed += status != 0
        # Most should die while they work.
        longest = max(0.02, longest * (0.97 if status == 0 else 1.01))
        if output.endswith("}\n"):
            key.printed = max(key.printed, key.expiry(output))
    return started


def measure(machine):
    count = 200 if machine.is_quick else 2000
    with machine.sandbox() as sandbox:
        environment = machine.environment(sandbox, "kills")
        some = keys(machine, environment, sandbox)
        folder = environment["TOKENCTL_CONFIG_DIR"] + "/cache"
        readers = Readers(machine, some, folder)
        start = time.perf_counter()
        try:
            started = kill(machine, some, count)
        finally:
            readers.stop()
        seconds = time.perf_counter() - start
        for key in some:
            if key.printed:
                output = machine.run([*key.arguments, "-o", "json"], key.reading, key.text)
                assert key.expiry(output) >= key.printed

        leftovers = [name for name in names(folder, of_temporary=True) if name != ".lock"]
        assert all(".tmp-" in name for name in leftovers), leftovers
        start = time.perf_counter()
        for key in some:
            machine.run([*key.arguments, "--force-refresh"], key.environment, key.text)
        next_run = (time.perf_counter() - start) / len(some)
        assert next_run < 2, f"who comes next waits {next_run} s"
        assert ".lock" not in os.listdir(folder)
        assert [name for name in names(folder, of_temporary=True)] == leftovers
        for name in leftovers:
            old = time.time() - SECONDS_IN_A_DAY - 60
            os.utime(f"{folder}/{name}", (old, old))
        machine.run(["client-credentials", "--force-refresh"], environment)
        assert names(folder, of_temporary=True) == []

    print("\n| writers killed at random | value |\n| --- | ---: |")
    print(f"| started, killed before their end | {started}, {count} |")
    print(f"| files read meanwhile, all whole | {readers.files} |")
    print(f"| cached tokens asked for meanwhile, none lost | {readers.hits} |")
    print(f"| temporary files that were left, swept after a day | {len(leftovers)} |")
    print(f"| the next process, with a new token | {next_run * 1000:.0f} ms |")
    print(f"| seconds | {seconds:.0f} |", flush=True)
