"""A proxy in front of moto that rejects every request that botocore would not send.

It recomputes each request's signature and validates the parameters against the service's model. Then
botocore serializes the same parameters, and the proxy compares both requests. A request that differs
gets status 400 with the reason, which is also in CheckProxy.failures and in GET /_check/report. This
works for every service that botocore knows.

    PYTHONPATH=Tests/Kit .venv/bin/python -m testkit.aws.check_proxy --port 5001 --upstream http://127.0.0.1:5000
"""

import argparse
import http.client
import http.server
import json
import socketserver
import sys
import threading
import xml.etree.ElementTree as ElementTree
from xml.sax.saxutils import escape

from testkit.aws import request_check

# Access key id -> (secret access key, session token): the key of AWS's documentation, and the
# usual ones for moto. Temporary credentials are added when moto issues them.
SECRETS = {
    "AKIAIOSFODNN7EXAMPLE": ("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", None),
    "testing": ("testing", None),
    "test": ("test", None),
}

# moto's own interface, which is no AWS API.
PASSED_THROUGH = ("/moto-api",)


def issued_credentials(body):
    """Every (key id, secret, token or None) in a response in XML or JSON."""
    try:
        nodes = [json.loads(body)]
    except ValueError:
        try:
            nodes = [_tree(ElementTree.fromstring(body))]
        except ElementTree.ParseError:
            return
    while nodes:
        node = nodes.pop()
        if isinstance(node, dict):
            named = {name.lower(): value for name, value in node.items()}
            if "accesskeyid" in named and "secretaccesskey" in named:
                yield named["accesskeyid"], named["secretaccesskey"], named.get("sessiontoken")
            nodes += node.values()
        elif isinstance(node, list):
            nodes += node


def _tree(element):
    """An XML element as a dictionary. Of children with equal names the last one counts."""
    if len(element) == 0:
        return element.text
    return {child.tag.rpartition("}")[2]: _tree(child) for child in element}


class CheckProxy:
    """The proxy on a loopback port, in its own threads. Use it as a context manager.

    url         where to point AWS_ENDPOINT_URL
    operations  the accepted operations, e.g. ["sns:Publish", ...]
    failures    the reason for each rejected request
    answers     a function of (operation, request) that is called before the upstream; it returns
                (status, headers, body), or None to ask the upstream
    memory      a Memory, which caches responses of the upstream; None asks it every time
    """

    def __init__(self, upstream, port=0, secrets=None, memory=None):
        self.upstream = request_check.origin(upstream)
        self.secrets = dict(SECRETS, **(secrets or {}))
        self.operations, self.failures = [], []
        self.answers = lambda operation, request: None
        self.memory = memory
        self.server = _Server(("127.0.0.1", port), _Handler)
        self.server.proxy = self
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    def report(self):
        """Counts and failures so far, as a JSON value."""
        counts = {name: self.operations.count(name) for name in sorted(set(self.operations))}
        return {"operations": counts, "failures": self.failures}

    def learn(self, body):
        """Stores the credentials in a response, so that later requests can use them."""
        for key, secret, token in issued_credentials(body):
            self.secrets[key] = (secret, token)

    def forward(self, method, target, headers, body):
        """The response of the upstream: status, headers, body. `headers` is a Message or a dictionary."""
        upstream = http.client.HTTPConnection(*self.upstream, timeout=300)
        try:
            upstream.putrequest(method, target, skip_host=True, skip_accept_encoding=True)
            for name, value in headers.items():
                if name.lower() not in ("connection", "expect", "content-length"):
                    upstream.putheader(name, value)
            upstream.putheader("Content-Length", str(len(body)))
            upstream.endheaders(body)
            answer = upstream.getresponse()
            content = answer.read()
            self.learn(content)
            hop = ("connection", "content-length", "transfer-encoding", "server", "date")
            return answer.status, {k: v for k, v in answer.getheaders() if k.lower() not in hop}, content
        except OSError as error:
            return 502, {}, f"the upstream does not answer: {error}".encode()
        finally:
            upstream.close()


class _Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    request_queue_size = 64


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1

    def handle_any(self):
        proxy = self.server.proxy
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.path == "/_check/report":
            return self.answer(200, {}, json.dumps(proxy.report()).encode())
        if not self.path.startswith(PASSED_THROUGH):
            request = request_check.Request(self.command, self.path, self.headers, body)
            try:
                if self.headers.get("Transfer-Encoding"):
                    raise request_check.Rejected("Transfer-Encoding: the length is not stated")
                operation = self.operation(request)
                proxy.operations.append(operation)
                answer = proxy.answers(operation, request)
                if answer is not None:
                    return self.answer(*answer)
            except Exception as error:  # whatever is wrong with a request must be seen
                reason = str(error) if isinstance(error, request_check.Rejected) else repr(error)
                proxy.failures.append(reason)
                return self.refuse(reason)
            if proxy.memory is not None:
                return self.remember(request, operation)
        self.answer(*proxy.forward(self.command, self.path, self.headers, body))

    do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = do_PATCH = handle_any

    def operation(self, request):
        memory = self.server.proxy.memory
        if memory is None:
            return request_check.check(request, self.server.proxy.secrets)
        key = memory.key(request)
        if key not in memory.operations:
            memory.operations[key] = request_check.check(request, self.server.proxy.secrets)
        return memory.operations[key]

    def remember(self, request, operation):
        proxy = self.server.proxy
        known = proxy.memory.answers.get(proxy.memory.key(request))
        if known is None:
            known = proxy.forward(self.command, self.path, self.headers, request.body)
            proxy.memory.keep(request, operation, known)
        elif operation.startswith("sts:"):
            proxy.learn(known[2])
        self.answer(*known)

    def refuse(self, reason):
        if "x-www-form-urlencoded" in self.headers.get("Content-Type", ""):
            text = escape(reason).encode("ascii", "xmlcharrefreplace").decode()
            body = (
                "<ErrorResponse><Error><Type>Sender</Type><Code>RequestCheckFailed</Code>"
                f"<Message>{text}</Message></Error><RequestId>check</RequestId></ErrorResponse>"
            )
            return self.answer(400, {"Content-Type": "text/xml"}, body.encode())
        body = json.dumps({"__type": "RequestCheckFailed", "message": reason})
        self.answer(400, {"Content-Type": "application/x-amz-json-1.1"}, body.encode())

    def answer(self, status, headers, body):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_):
        pass


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--port", type=int, default=0, help="loopback port, default: a free one")
    parser.add_argument("--upstream", required=True, help="e.g. http://127.0.0.1:5000")
    parser.add_argument(
        "--secret", action="append", default=[], metavar="KEY:SECRET", help="one more key pair"
    )
    options = parser.parse_args()
    secrets = {key: (secret, None) for key, _, secret in (s.partition(":") for s in options.secret)}
    with CheckProxy(options.upstream, options.port, secrets) as proxy:
        print(proxy.url, flush=True)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            pass
        print(json.dumps(proxy.report(), indent=2))
    sys.exit(1 if proxy.failures else 0)


if __name__ == "__main__":
    main()
