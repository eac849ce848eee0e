"""An engine for build-docker/run: the few commands of Docker that it uses, carried out by buildah in a chroot.

The image is made on the spot, of nothing but certificates: the program is one static file. What a chroot does
not show: another architecture, a network of its own, and the mapping of users.
"""

import os
import subprocess
import sys

CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt"

SCRIPT = """#!/bin/sh
exec {python} -c 'from testkit.programs.buildah_engine import main; main()' {folder} "$@"
"""


def engine(folder, python_path):
    """Writes the engine into a folder, and returns its path; its images and containers stay in the folder."""
    path = folder / "engine"
    path.write_text(SCRIPT.format(python=f"env PYTHONPATH={python_path} {sys.executable}", folder=folder))
    path.chmod(0o755)
    return path


def main():
    folder, command, *words = sys.argv[1:]
    storage = ["--storage-driver", "vfs", "--root", f"{folder}/storage", "--runroot", f"{folder}/run"]
    if command == "info":
        return
    if command == "image":  # inspect NAME
        sys.exit(subprocess.call(["buildah", *storage, "inspect", "--type", "image", words[1]]))
    if command == "build":
        sys.exit(build([*storage], folder, words[words.index("--tag") + 1]))
    assert command == "run", command
    sys.exit(run(storage, words))


def build(storage, folder, tag):
    """An image with certificates alone."""
    with open(f"{folder}/Dockerfile", "w") as file:
        file.write(f"FROM scratch\nCOPY ca-certificates.crt {CERTIFICATES}\n")
    subprocess.check_call(["cp", CERTIFICATES, folder])
    command = ["bud", "--isolation", "chroot", "--tag", tag, "--file", f"{folder}/Dockerfile", folder]
    return subprocess.call(["buildah", *storage, *command])


def run(storage, words):
    """Runs the entry point in a new container, and removes the container."""
    options, entry = [], None
    while words[0].startswith("--"):
        option = words.pop(0)
        match option:
            case "--rm" | "--interactive" | "--init":
                pass
            case "--tty":
                options.append("--terminal")
            case "--entrypoint":
                entry = words.pop(0)
            case "--workdir":
                options += ["--workingdir", words.pop(0)]
            case "--volume":
                options += [option, words.pop(0)]
            case "--env":
                name = words.pop(0)
                # Engines take the value of the caller; this buildah does not.
                options += [option, name if "=" in name else f"{name}={os.environ[name]}"]
            case "--platform":
                words.pop(0)
            case _:
                sys.exit(f"{option} is not an option that the engine knows")
    image, *arguments = words
    name = subprocess.check_output(["buildah", *storage, "from", "--pull-never", image], text=True).strip()
    try:
        return subprocess.call(
            ["buildah", *storage, "run", "--isolation", "chroot", *options, name, "--", entry, *arguments]
        )
    finally:
        subprocess.call(["buildah", *storage, "rm", name], stdout=subprocess.DEVNULL)
