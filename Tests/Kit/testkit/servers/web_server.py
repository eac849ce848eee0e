"""An ASGI application on a loopback port, in a thread, with planned faults."""

import asyncio
import collections
import contextlib
import dataclasses
import json
import re
import socket
import threading

import uvicorn


@dataclasses.dataclass
class Request:
    method: str
    path: str
    raw_path: str
    query: str
    headers: dict
    body: bytes
    extra_headers: dict = dataclasses.field(default_factory=dict)


@dataclasses.dataclass
class Fault:
    """A response in place of the application's.

    document  sent as JSON; bytes and strings are sent unchanged
    cut       the response is shorter than its Content-Length
    hang      seconds to wait before the response
    """

    status: int = 200
    document: object = b""
    headers: dict = dataclasses.field(default_factory=dict)
    cut: bool = False
    hang: float = 0


class WebServer:
    def __init__(self, app):
        self.app = app
        self.requests = []
        self.planned = collections.defaultdict(list)
        self.socket = socket.socket()
        self.socket.bind(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.socket.getsockname()[1]}"
        self.server = uvicorn.Server(
            uvicorn.Config(
                self.handle, interface="asgi3", log_level="critical",
                lifespan="on" if app else "off",
                access_log=False,
            )  # fmt: skip
        )
        self.thread = threading.Thread(
            target=lambda: self.server.run(sockets=[self.socket]), daemon=True
        )

    def __enter__(self):
        self.thread.start()
        while not self.server.started:
            self.thread.join(0.01)
            assert self.thread.is_alive()
        return self

    def __exit__(self, *_):
        self.server.should_exit = self.server.force_exit = True
        self.thread.join(20)

    def plan(self, path, *faults):
        """Plans responses to paths that match the expression. The last one repeats; None asks the application."""
        self.planned[path] = list(faults)

    async def gate(self, request):
        return None

    async def handle(self, scope, receive, send):
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        body, more = b"", True
        while more:
            message = await receive()
            body, more = body + message.get("body", b""), message.get("more_body", False)
        headers = {name.decode().lower(): value.decode() for name, value in scope["headers"]}
        request = Request(
            scope["method"], scope["path"], scope["raw_path"].decode(),
            scope["query_string"].decode(), headers, body,
        )  # fmt: skip
        self.requests.append(request)
        answer = self.fault(request) or await self.gate(request)
        if answer:
            return await self.answer(answer, send)

        async def replay():
            return {"type": "http.request", "body": body, "more_body": False}

        async def pass_on(message):
            if message["type"] == "http.response.start":
                extra = [(n.encode(), v.encode()) for n, v in request.extra_headers.items()]
                message = message | {"headers": [*message["headers"], *extra]}
            await send(message)

        await self.app(scope, replay, pass_on)

    def fault(self, request):
        for path, faults in self.planned.items():
            if faults and re.fullmatch(path, request.path):
                return faults.pop(0) if len(faults) > 1 else faults[0]
        return None

    @staticmethod
    async def answer(fault, send):
        await asyncio.sleep(fault.hang)
        body = fault.document
        if not isinstance(body, (bytes, str)):
            body = json.dumps(body)
        body = body.encode() if isinstance(body, str) else body
        length = len(body) + (1000 if fault.cut else 0)
        headers = {"content-type": "application/json", "content-length": str(length)}
        headers |= fault.headers
        await send({
            "type": "http.response.start", "status": fault.status,
            "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        })  # fmt: skip
        # The server notices that less comes than was promised, and breaks off.
        with contextlib.suppress(RuntimeError):
            await send({"type": "http.response.body", "body": body})
