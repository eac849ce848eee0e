"""AWS Account Management's list of Regions, which moto lacks. It can also hang."""

import contextlib
import http.server
import json
import threading


class AccountServer(http.server.ThreadingHTTPServer):
    """`url` answers ListRegions with these Regions. If there are none, it accepts requests and never answers."""

    daemon_threads = True

    def __init__(self, regions):
        super().__init__(("127.0.0.1", 0), Handler)
        self.regions = regions
        self.end = threading.Event()
        self.url = f"http://127.0.0.1:{self.server_address[1]}"


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"] or 0))
        if not self.server.regions:
            self.server.end.wait()
            return
        status, answer = 404, {"message": "there is none"}
        if self.path == "/listRegions":
            status, answer = 200, {
                "Regions": [
                    {"RegionName": name, "RegionOptStatus": "ENABLED_BY_DEFAULT"}
                    for name in self.server.regions
                ]
            }
        body = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        if status == 404:
            self.send_header("x-amzn-ErrorType", "ResourceNotFoundException")
        self.end_headers()
        self.wfile.write(body)

    do_PUT = do_POST

    def log_message(self, *_):
        pass


@contextlib.contextmanager
def serving(regions):
    with AccountServer(regions) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server
        finally:
            server.end.set()
            server.shutdown()
            thread.join()
