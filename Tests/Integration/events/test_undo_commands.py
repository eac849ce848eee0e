"""Every command that undoes a change is one that the AWS CLI takes: its parser reads it, and botocore validates the
parameters. Nothing is sent.
"""

import re
import urllib.error

import pytest

from testkit.programs.command_line import CommandLine, Failed
from testkit.sources.swift_catalog import rows

# The rows of identities have samples, and test_catalog.py runs their commands.
IDENTITY = {
    f"{word}.amazonaws.com"
    for word in ("account", "iam", "identitystore", "organizations", "signin", "sso", "sso-directory", "sts")
}

UNDONE = [row for row in rows() if row.undo and row.source not in IDENTITY]

# What a part looks like where any word will not do.
VALUES = {
    "arn": "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
    "account": "123456789012",
    "phone": "+31205550100",
    "url": "https://sqs.eu-west-1.amazonaws.com/123456789012/q",
}


def filled(command):
    """The command with a value for each part, the optional ones included."""
    command = re.sub(r"\[( [^\[\]]*)\]", r"\1", command)

    def value(match):
        path = match.group(1)
        if "?" in path:
            first = path.partition("?")[2].partition(":")[0]
            return first.partition("=")[2] or first
        word = path.lower()
        if path == "arn" or word.endswith("arn"):
            return VALUES["arn"]
        if "uuid" in word:
            return "1234abcd-12ab-34cd-56ef-1234567890ab"
        if "limit" in word:
            return "1"
        for kind in ("account", "phone", "url"):
            if kind in word and "alias" not in word:
                return VALUES[kind]
        return "Example1234567890Example"

    return re.sub(r"\{([^{}\"]+)\}", value, command)


@pytest.mark.parametrize("service", sorted({row.source for row in UNDONE}))
def test_the_cli_takes_every_command_that_undoes_a_change(service):
    cli = CommandLine("http://127.0.0.1:9", "AKIAIOSFODNN7EXAMPLE", "none")
    wrong = []
    for row in UNDONE:
        for command in row.undo if row.source == service else ():
            try:
                cli.run(f"aws {filled(command)}")
            except (Failed, urllib.error.URLError) as error:
                # Nothing listens there: the CLI has taken the line and botocore its parameters.
                if "Could not connect" not in str(error) and "refused" not in str(error):
                    wrong.append(f"{row.name}: {error}")
    assert wrong == [], "\n".join(wrong)
