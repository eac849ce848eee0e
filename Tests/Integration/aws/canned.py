"""An AWS endpoint with canned answers, for operations that moto does not have.

Every request goes through request_check like those on their way to moto; what differs from what
botocore would have sent is refused and stays on the record.
"""

import http.server
import threading

import check_proxy
import request_check


class CannedAWS:
    """A server on a loopback port; a context manager.

    answers   (status, body) by SERVICE:OPERATION, or a list of them, one a call; may be set at any time
    requests  the calls that came, as (SERVICE:OPERATION, body)
    regions   the Regions they were signed for
    """

    def __init__(self, answers):
        self.answers, self.requests, self.regions, self.failures = answers, [], [], []
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
        self.server.aws = self
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        aws = self.server.aws
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        try:
            request = request_check.Request(self.command, self.path, self.headers, body)
            operation = request_check.check(request, check_proxy.SECRETS)
        except request_check.Rejected as error:
            aws.failures.append(str(error))
            return self.answer(400, f'{{"__type":"RequestCheckFailed","message":"{error}"}}')
        aws.requests.append((operation, body.decode()))
        aws.regions.append(request.header("authorization").split("/")[2])
        answer = aws.answers[operation]
        self.answer(*(answer.pop(0) if isinstance(answer, list) else answer))

    def answer(self, status, text):
        body = text.encode()
        kind = "text/xml" if text.startswith("<") else "application/x-amz-json-1.1"
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass
