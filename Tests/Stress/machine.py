"""The programs under test, and how they are run."""

import json, os, pathlib, subprocess, urllib.request

from servers import Server

ROOT = pathlib.Path(__file__).resolve().parents[2]
PYTHON = str(ROOT / ".build/test-venv/bin/python")


class Sandbox(Server):
    """The project's own provider."""

    @property
    def requests(self):
        """How many requests for tokens came in."""
        with urllib.request.urlopen(f"{self['base']}/sandbox/counts") as answer:
            counts = json.load(answer)
        return sum(n for path, n in counts.items() if path.startswith("POST ") and path.endswith("/token"))


class Child:
    """A process whose output goes to files, so that nothing can fill up."""

    def __init__(self, command, environment, folder, name, text=""):
        self.paths = [folder / f"{name}.{end}" for end in ("in", "out", "err")]
        self.paths[0].write_text(text)
        write = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        actions = [(os.POSIX_SPAWN_OPEN, n, str(path), os.O_RDONLY if n == 0 else write, 0o600)
                   for n, path in enumerate(self.paths)]
        self.id = os.posix_spawnp(command[0], command, environment, file_actions=actions)

    def kill(self, signal):
        os.kill(self.id, signal)

    def end(self):
        """Its status (negative for a signal), output and errors."""
        status = os.waitstatus_to_exitcode(os.waitpid(self.id, 0)[1])
        output, errors = (path.read_text() for path in self.paths[1:])
        for path in self.paths:
            path.unlink()
        return status, output, errors


class Machine:
    def __init__(self, folder, is_quick, is_debug):
        self.folder, self.is_quick, self.is_debug = folder, is_quick, is_debug
        # The provider is not what is measured; what was built for the other tests does where time is short.
        self.sandbox_program = self.built("tokenctl-sandbox", is_quick or is_debug)
        self.tokenctl = str(folder / "tokenctl")
        subprocess.run(["strip", "-o", self.tokenctl, self.built("tokenctl", is_debug)], check=True)

    @staticmethod
    def built(product, is_debug):
        build = ["swift", "build", "-c", "debug" if is_debug else "release", "--package-path", ROOT]
        subprocess.run([*build, "--product", product], check=True, stdout=subprocess.DEVNULL)
        path = subprocess.run([*build, "--show-bin-path"], check=True, capture_output=True, text=True).stdout.strip()
        return f"{path}/{product}"

    def sandbox(self, *options):
        return Sandbox(self.sandbox_program, *options)

    def environment(self, sandbox, name):
        """With an empty configuration folder of that name."""
        config = self.folder / name
        return dict(PATH=os.environ["PATH"], TOKENCTL_CONFIG_DIR=str(config), TOKENCTL_AUTHORITY=sandbox["base"],
                    TOKENCTL_TENANT=sandbox["tenant"], TOKENCTL_CLIENT_ID=sandbox["client_id"],
                    TOKENCTL_CLIENT_SECRET=sandbox["client_secret"], TOKENCTL_SCOPE=sandbox["scope"])

    def start(self, arguments, environment, name, text=""):
        return Child([self.tokenctl, *arguments], environment, self.folder, name, text)

    def run(self, arguments, environment, text=""):
        """Its output; it has to succeed without a word."""
        status, output, errors = self.start(arguments, environment, "single", text).end()
        assert (status, errors) == (0, ""), (arguments, status, errors)
        return output

    def sign_in(self, environment, *more):
        user = ["--username", "alice@contoso.example", "--password", "stdin", "-q"]
        return self.run(["ropc", *user, *more], environment, "alice-password")


# The APIs that go between: a client's id is its API's.
ORDERS = "a2a2a2a2-0000-4000-8000-000000000001"


def as_person(environment, sandbox):
    """What a person's program has in its environment."""
    changes = dict(TOKENCTL_CLIENT_ID=sandbox["public_client_id"], TOKENCTL_SCOPE="api://orders/Orders.Read")
    return without_secret(dict(environment, **changes))


def without_secret(environment):
    """The app cannot ask then: what it gets is from the cache."""
    return {name: value for name, value in environment.items() if name != "TOKENCTL_CLIENT_SECRET"}


def as_orders(environment):
    """What the API "orders" has in its environment when it calls on."""
    return dict(environment, TOKENCTL_CLIENT_ID=ORDERS, TOKENCTL_SCOPE="api://billing/Billing.Read")


def names(folder, of_temporary=False):
    """The files of a cache folder: the live ones and others that are not hidden, or the hidden ones."""
    return sorted(n for n in os.listdir(folder) if n.startswith(".") == of_temporary)
