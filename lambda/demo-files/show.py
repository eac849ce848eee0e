"""The output of the demonstration: steps, checks, and each message as its reader sees it."""

import json
import re
import sys
import textwrap
import time

WIDTH = 100
COLOR = sys.stdout.isatty()


def paint(code, text):
    return f"\x1b[{code}m{text}\x1b[0m" if COLOR else text


class Steps:
    """Numbered steps with their time, and checks that may fail."""

    def __init__(self, total):
        self.total, self.number, self.failed = total, 0, []

    def begin(self, text):
        self.number += 1
        self.started = time.monotonic()
        print(paint("1", f"[{self.number}/{self.total}] {text}"), flush=True)

    def note(self, text):
        print(textwrap.indent(text, "      "), flush=True)

    def took(self):
        return f"{(time.monotonic() - self.started) * 1000:.0f} ms"

    def check(self, text, true):
        if true:
            print(f"      {paint('32', 'ok')}  {text}", flush=True)
        else:
            self.failed.append(text)
            print(f"      {paint('1;31', 'NO')}  {text}", flush=True)


def frame(title, lines, wrap=True):
    """A box with a title. Long lines are wrapped and indented. Commands and JSON are not changed."""
    print()
    print("  +-- " + paint("1", title) + " " + "-" * max(0, WIDTH - len(title) - 7))
    for line in lines:
        if wrap and not line.startswith("    "):
            parts = textwrap.wrap(
                line,
                WIDTH - 4,
                subsequent_indent="  ",
                break_long_words=False,
                break_on_hyphens=False,
            )
        else:
            parts = [line]
        for part in parts or [""]:
            print(("  | " + part).rstrip())
    print("  +" + "-" * (WIDTH - 1), flush=True)


def email(to, subject, text):
    frame(f"e-mail to {to}", ["From: AWS Notifications <no-reply@sns.amazonaws.com>",
                              f"Subject: {subject}", "", *text.splitlines()])  # fmt: skip


def text_message(to, text):
    frame(f"text message to {to}, {len(text)} characters", [text])


def markdown(text):
    """Bold words as a chat client shows them: without their asterisks."""
    return re.sub(r"(?<![\w*])\*([^*\n]+)\*(?![\w*])", lambda bold: paint("1", bold[1]), text)


def chat(card):
    content = card["content"]
    lines = [paint("1", content["title"]), "", *markdown(content["description"]).splitlines()]
    if content.get("nextSteps"):
        lines += ["", paint("1", "Next steps")]
        lines += [f"{number}. {step}" for number, step in enumerate(content["nextSteps"], 1)]
    if content.get("keywords"):
        lines += ["", "Keywords: " + ", ".join(content["keywords"])]
    thread = card.get("metadata", {}).get("threadId")
    frame(f"chat, in the thread {thread}" if thread else "chat", lines)


def queued(alert, attributes):
    words = ", ".join(f"{name}={value}" for name, value in sorted(attributes.items()))
    frame("queue security-siem, the alert as JSON",
          [f"attributes to filter by: {words}", "",
           *json.dumps(alert, indent=2, ensure_ascii=False).splitlines()], wrap=False)  # fmt: skip
