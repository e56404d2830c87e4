"""What the benchmarks measure against."""

import http.server, json, os, re, signal, subprocess, threading, time


class Server:
    """A program that announces itself by a line of JSON, and ends by SIGTERM."""

    def __init__(self, *command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.announcement = json.loads(self.process.stdout.readline())

    def __getitem__(self, name):
        return self.announcement[name]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


class RefreshTokenProvider(http.server.BaseHTTPRequestHandler):
    """As much of a provider as oidc-agent needs to have an account."""

    def do_GET(self):
        base = f"http://127.0.0.1:{self.server.server_port}"
        self.answer(dict(
            issuer=base, token_endpoint=f"{base}/token", authorization_endpoint=f"{base}/authorize",
            jwks_uri=f"{base}/keys", grant_types_supported=["refresh_token"], response_types_supported=["code"],
            scopes_supported=["openid", "offline_access"]))

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.answer(dict(access_token="t" * 1000, token_type="Bearer", expires_in=3600, refresh_token="r"))

    def answer(self, value):
        body = json.dumps(value).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class OIDCAgent:
    """A private oidc-agent that has an account, "peer", and its token in memory."""

    def __init__(self, folder):
        folder.mkdir()
        (folder / "config").mkdir()
        self.environment = dict(OIDC_CONFIG_DIR=f"{folder}/config", TMPDIR=str(folder))
        provider = http.server.ThreadingHTTPServer(("127.0.0.1", 0), RefreshTokenProvider)
        threading.Thread(target=provider.serve_forever, daemon=True).start()
        variables = folder / "variables"
        with open(variables, "w") as file:
            subprocess.run(["oidc-agent"], env=dict(os.environ, **self.environment), check=True, stdout=file)
        # It goes to the background before it has written how it is reached.
        found = None
        for _ in range(250):
            found = re.search(r"OIDC_SOCK=([^;]+);.*OIDCD_PID=(\d+);", variables.read_text(), re.S)
            if found:
                break
            time.sleep(0.02)
        assert found, "oidc-agent did not start"
        self.environment["OIDC_SOCK"], self.process_id = found[1], int(found[2])
        issuer = f"http://127.0.0.1:{provider.server_port}"
        subprocess.run(
            ["oidc-gen", "peer", "--manual", "--iss", issuer, "--client-id", "app", "--client-secret", "s", "--scope",
             "openid offline_access", "--rt", "r", "--pw-cmd", "echo p", "--prompt", "none", "--confirm-default"],
            env=dict(os.environ, **self.environment), check=True, stdin=subprocess.DEVNULL, capture_output=True,
            timeout=30)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.kill(self.process_id, signal.SIGTERM)
