"""Makes text that callers chose harmless, for reference.py."""

import re

HARMFUL = re.compile(r"[\x00-\x1f\x7f-\xa0\xad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]")
TOKEN = re.compile(r"(IQoJ|FwoG|FQoG|AQoD|eyJ)[A-Za-z0-9+/_=.%-]{8,}")
MENTION = re.compile(r"[<>@*_`\[\]]")


def safe(text):
    """Text in one line, without control characters, invisible characters and tokens."""
    if text is None:
        return ""
    return TOKEN.sub("[redacted]", HARMFUL.sub(lambda m: f"<U+{ord(m[0]):04X}>", str(text)))


def chat(text):
    return MENTION.sub(lambda m: "\u200b" + m[0], text)
