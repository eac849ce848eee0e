"""The AWS CLI as a server, since a deployment calls it some hundred times and most of a call is start-up.

The server forks a process for each call and runs the CLI's own code there; `aws` is a small client.

    with AWSServer(folder) as server: ... PATH=f"{server.folder}:$PATH"
"""

import json
import os
import pathlib
import signal
import socket
import subprocess
import sys
import time

CLIENT = """#!{python} -ISE
import json, os, socket, sys
with socket.socket(socket.AF_UNIX) as server:
    server.connect({address!r})
    call = json.dumps([sys.argv[1:], os.getcwd(), dict(os.environ)]).encode()
    socket.send_fds(server, [b"%8d" % len(call)], [0, 1, 2])
    server.sendall(call)
    status = server.recv(16)
sys.exit(int(status) if status else 255)
"""


class AWSServer:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.address = str(self.folder / "socket")

    def __enter__(self):
        client = self.folder / "aws"
        client.write_text(CLIENT.format(python=sys.executable, address=self.address))
        client.chmod(0o755)
        self.process = subprocess.Popen([sys.executable, __file__, self.address])
        end = time.monotonic() + 60
        while not os.path.exists(self.address):
            if self.process.poll() is not None or time.monotonic() > end:
                raise RuntimeError("the AWS CLI's server does not start")
            time.sleep(0.05)
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(timeout=20)


def serve(address):
    from awscli import clidriver

    clidriver.create_clidriver()  # whatever is imported on the way
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(address)
    listener.listen(64)
    while True:
        connection, _ = listener.accept()
        if os.fork() == 0:
            listener.close()
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            connection.sendall(b"%d" % run(connection, clidriver))
            os._exit(0)
        connection.close()


def run(connection, clidriver):
    """Runs one call in this process; returns its exit status."""
    length, descriptors, _, _ = socket.recv_fds(connection, 8, 3)
    call = b""
    while len(call) < int(length):
        call += connection.recv(65536)
    arguments, folder, environment = json.loads(call)
    for number, descriptor in enumerate(descriptors):
        os.dup2(descriptor, number)
        os.close(descriptor)
    os.chdir(folder)
    # The CLI notes at its import where its data is.
    environment["AWS_DATA_PATH"] = os.environ["AWS_DATA_PATH"]
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["aws", *arguments]
    try:
        status = clidriver.main()
    except SystemExit as stop:
        status = stop.code or 0
    sys.stdout.flush()
    sys.stderr.flush()
    return status if isinstance(status, int) else 1


if __name__ == "__main__":
    serve(sys.argv[1])
