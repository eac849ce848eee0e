"""Container engines that only write down how they were called."""

import json
import os
import subprocess

ENGINE = """#!/usr/bin/env python3
import json, os, sys
if sys.argv[1] == "info":
    print(os.environ.get("SECURITY", "[]"))
    sys.exit(int(os.environ.get("INFO_STATUS", "0")))
if sys.argv[1:3] == ["image", "inspect"]:
    sys.exit(int(os.environ.get("INSPECT_STATUS", "1")))
with open(os.environ["RECORD"], "a") as file:
    file.write(json.dumps([os.path.basename(sys.argv[0]), *sys.argv[1:]]) + "\\n")
sys.exit(int(os.environ.get("STATUS", "0")))
"""


class Engines:
    """A folder of engines, and what they were asked to do."""

    def __init__(self, folder):
        self.folder, self.record = folder, folder / "record"
        self.record.touch()

    def have(self, name, text=ENGINE):
        """Puts a program into the folder, an engine unless its text is given."""
        path = self.folder / name
        path.write_text(text)
        path.chmod(0o755)

    def run(self, script, *arguments, cwd=None, **environment):
        """Runs a script that finds the engines first on its PATH, without what the caller would pass on."""
        passed_on = lambda name: name.startswith("AWS_") or name.lower().endswith("_proxy")
        clean = {name: text for name, text in os.environ.items() if not passed_on(name)}
        path = f"{self.folder}:/usr/bin:/bin"
        return subprocess.run(
            [script, *arguments],
            env={**clean, "PATH": path, "RECORD": str(self.record), **environment},
            stdin=subprocess.DEVNULL, capture_output=True, text=True, cwd=cwd,
        )  # fmt: skip

    @property
    def calls(self):
        return [json.loads(line) for line in self.record.read_text().splitlines()]


def value(call, option):
    """What follows an option."""
    return call[call.index(option) + 1]


def values(call, option):
    """What follows each occurrence of an option."""
    return [call[i + 1] for i, word in enumerate(call) if word == option]
