"""Responses of a Runtime API: header fields and framing of events, answers to posts, faults."""


def request_id(index):
    return "8476a536-e9f4-11e8-9739-%012x" % index


def event_headers(index, **changes):
    """The header fields of an event as Lambda sends them. A change to None removes one."""
    fields = {
        "Content-Type": "application/json",
        "Lambda-Runtime-Aws-Request-Id": request_id(index),
        "Lambda-Runtime-Deadline-Ms": "4102444800000",
        "Lambda-Runtime-Invoked-Function-Arn": "arn:aws:lambda:eu-west-1:123456789012:function:echo",
        "Lambda-Runtime-Trace-Id": "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e%03x;Sampled=1" % index,
        "Date": "Sat, 21 Nov 2026 03:00:00 GMT",
    }
    for name, value in changes.items():
        fields["Lambda-Runtime-" + name.replace("_", "-")] = value
    return [(name, value) for name, value in fields.items() if value is not None]


def head(status, fields):
    lines = ["HTTP/1.1 " + status] + ["%s: %s" % field for field in fields]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


# How an event is framed.


def by_length(connection, headers, event):
    connection.send(head("200 OK", headers + [("Content-Length", len(event))]) + event)


def in_chunks(sizes, trailer=b"", extension=b""):
    """Chunks of these sizes, repeatedly, each sent separately."""

    def send(connection, headers, event):
        connection.send(head("200 OK", headers + [("Transfer-Encoding", "chunked")]))
        position, turn = 0, 0
        while position < len(event):
            chunk = event[position : position + sizes[turn % len(sizes)]]
            connection.send(b"%x%s\r\n%s\r\n" % (len(chunk), extension, chunk))
            position, turn = position + len(chunk), turn + 1
        connection.send(b"0\r\n" + trailer + b"\r\n")

    return send


def with_length(status, body=b'{"status":"OK"}'):
    """An answer with this status line."""

    def answer(connection):
        connection.send(
            head(status, [("Content-Type", "application/json"), ("Content-Length", len(body))])
            + body
        )
        return True

    return answer


accepted = with_length("202 Accepted")


def raw(data, then_close=True):
    def answer(connection):
        connection.send(data)
        return not then_close

    return answer


def drop(connection):
    return False


def reset(connection):
    connection.reset()
    return False


def before_body(action):
    """Sends an answer before the body of the post is read."""

    def act(connection):
        return action(connection)

    act.before_body = True
    return act
