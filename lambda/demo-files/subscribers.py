"""The subscribers: an inbox, a telephone, a queue and a chat channel, and what each received."""

import http.server
import json
import threading

import cloud


class ChatChannel:
    """In place of Amazon Q Developer: receives what SNS posts to an https subscriber.

    Without TLS, because it is on loopback.
    """

    def __enter__(self):
        self.received = received = []

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                length = int(self.headers.get("Content-Length") or 0)
                received.append(json.loads(self.rfile.read(length)))
                self.send_response(200)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/chat"
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    def messages(self):
        """The message inside each notification."""
        return [json.loads(note["Message"]) for note in self.received if "Message" in note]


def published(aws: cloud.Cloud):
    """(subject, bodies by protocol) of every message on the topic for people, as moto stores it.

    moto sends no e-mail and no text message. What SNS would send is in what was published: the body
    of the subscriber's protocol, else the default one.
    """
    for topic in aws.data()["sns"]["Topic"]:
        if topic["arn"] == aws.topic:
            return [(note[2], json.loads(note[1])) for note in topic["sent_notifications"]]
    return []


def emails(aws):
    """(subject, text) of every e-mail."""
    return [
        (subject, bodies.get("email", bodies["default"])) for subject, bodies in published(aws)
    ]


def texts(aws):
    """Every text message."""
    return [bodies.get("sms", bodies["default"]) for _, bodies in published(aws)]


def queue(aws):
    """(alert, message attributes) of every message that waits in the queue; it is emptied."""
    found = []
    sqs = aws.client("sqs")
    while True:
        batch = sqs.receive_message(QueueUrl=aws.queue_url, MaxNumberOfMessages=10)
        if not batch.get("Messages"):
            return found
        for message in batch["Messages"]:
            note = json.loads(message["Body"])
            attributes = {
                name: value["Value"] for name, value in note.get("MessageAttributes", {}).items()
            }
            found.append((json.loads(note["Message"]), attributes))
            sqs.delete_message(QueueUrl=aws.queue_url, ReceiptHandle=message["ReceiptHandle"])
