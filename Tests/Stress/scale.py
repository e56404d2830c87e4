"""What a hit costs among ten thousand tokens."""

import base64, json, os, pathlib, re, statistics, subprocess, time, urllib.parse

from machine import as_orders, as_person, without_secret

MOST = 1.3


def fnv1a(text):
    """64 bits, as the cache's file names have it."""
    number = 0xCBF29CE484222325
    for byte in text.encode():
        number = (number ^ byte) * 0x100000001B3 % 2**64
    return f"{number:x}"


def only_file(folder, kind):
    path, = (p for p in pathlib.Path(folder).iterdir() if p.name.startswith(kind + "@"))
    return path


def write(path, content):
    path.write_text(json.dumps(content, separators=(",", ":")))
    path.chmod(0o600)


def apps(machine, environment, clients, scopes):
    """Rows like a real one, for many scopes of many clients; a request for one in the middle."""
    machine.run(["client-credentials"], environment)
    real = only_file(environment["TOKENCTL_CONFIG_DIR"] + "/cache", "app")
    template, = json.loads(real.read_bytes())["AccessToken"].values()
    for client in range(clients):
        client = f"c0ffee00-0000-4000-8000-{client:012}"
        rows = {}
        for scope in range(scopes):
            target = f"api://api-{scope}/.default"
            rows[f"-{client}-{target}"] = dict(template, client_id=client, target=target)
        write(real.with_name(real.name.replace(environment["TOKENCTL_CLIENT_ID"], client)), {"AccessToken": rows})
    real.unlink()
    wanted = dict(TOKENCTL_CLIENT_ID=f"c0ffee00-0000-4000-8000-{clients // 2:012}",
                  TOKENCTL_SCOPE=f"api://api-{scopes // 2}/.default")
    return ["client-credentials"], dict(environment, **wanted), ""


def assertions(machine, environment, count, sandbox):
    real_assertion = machine.sign_in(as_person(environment, sandbox), "--no-cache").strip()
    environment = as_orders(environment)
    machine.run(["obo"], environment, real_assertion)
    real = only_file(environment["TOKENCTL_CONFIG_DIR"] + "/cache", "obo")
    content = json.loads(real.read_bytes())
    (key, row), = content["AccessToken"].items()
    unsigned, _, _ = real_assertion.rpartition(".")
    for number in range(count):
        signature = base64.urlsafe_b64encode(number.to_bytes(4) * 64).decode().rstrip("=")
        assertion = f"{unsigned}.{signature}"
        content["AccessToken"] = {f"{key}-{number}": dict(row, assertion_signature=signature)}
        write(real.with_name(re.sub("@[0-9a-f]+.json$", f"@{fnv1a('assertion ' + assertion)}.json", real.name)), content)
        if number == count // 2:
            wanted = assertion
    real.unlink()
    return ["obo"], environment, wanted


def accounts(machine, environment, count, sandbox):
    environment = as_person(environment, sandbox)
    machine.sign_in(environment)
    folder = environment["TOKENCTL_CONFIG_DIR"] + "/cache"
    index, file = only_file(folder, "accounts"), only_file(folder, "user")
    account, = json.loads(index.read_bytes())["Account"].values()
    home = account["home_account_id"]
    rows = {}
    for number in range(count):
        other = f"{number:08}" + home[8:]
        user = f"person-{number}@contoso.example"
        rows[f"{other}-{number}"] = dict(account, home_account_id=other, username=user)
        text = file.read_text().replace(home, other).replace(account["username"], user)
        write(file.with_name(file.name.replace(urllib.parse.quote(home), other)), json.loads(text))
    write(index, {"Account": rows})
    file.unlink()
    return ["get", "--account", f"person-{count // 2}@contoso.example"], environment, ""


def instructions(machine, arguments, environment, text):
    valgrind = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={machine.folder}/callgrind.out"]
    run = subprocess.run([*valgrind, machine.tokenctl, *arguments], env=environment, input=text, check=True,
                         capture_output=True, text=True)
    return int(re.search(r"Collected : (\d+)", run.stderr)[1])


def medians(machine, hits, rounds):
    """Milliseconds of whole processes, taken in turns."""
    samples = [[] for _ in hits]
    for number in range(rounds + 1):
        for (arguments, environment, text), times in zip(hits, samples):
            start = time.perf_counter()
            machine.run(arguments, environment, text)
            if number:
                times.append((time.perf_counter() - start) * 1000)
    return [statistics.median(times) for times in samples]


def measure(machine):
    rounds = 3 if machine.is_quick else 40
    with machine.sandbox() as sandbox:
        def environment(name):
            return machine.environment(sandbox, name)

        cases = [
            ("an app's among 100 clients × 100 scopes", apps(machine, environment("app"), 1, 1),
             apps(machine, environment("apps"), 100, 100)),
            ("on behalf of one of 10,000", assertions(machine, environment("obo"), 1, sandbox),
             assertions(machine, environment("obos"), 10_000, sandbox)),
            ("a person's among 100 accounts", accounts(machine, environment("user"), 1, sandbox),
             accounts(machine, environment("users"), 100, sandbox)),
        ]
        requests = sandbox.requests
        times = medians(machine, [hit for _, *hits in cases for hit in hits], rounds)
        if not machine.is_debug:
            print("\n| a hit | M instructions, alone | among them | ratio | ms, alone | among them |")
            print("| --- | ---: | ---: | ---: | ---: | ---: |")
        for number, (title, alone, among) in enumerate(cases):
            # Without a secret nothing but the cache can answer.
            for arguments, variables, text in (alone, among):
                assert machine.run(arguments, without_secret(variables), text)
            if machine.is_debug:
                continue
            one, many = (instructions(machine, *hit) for hit in (alone, among))
            print(f"| {title} | {one / 1e6:.1f} | {many / 1e6:.1f} | {many / one:.2f} | "
                  f"{times[2 * number]:.1f} | {times[2 * number + 1]:.1f} |", flush=True)
            assert many <= MOST * one, f"{title}: {many / one:.2f} of a hit alone"
        assert sandbox.requests == requests, "these were hits"
