"""Runs a function beside its Runtime API."""

import subprocess


class Function:
    """A running function and its Runtime API."""

    def __init__(self, path, api, environment):
        self.api = api
        self.process = subprocess.Popen(
            [path],
            env={"AWS_LAMBDA_RUNTIME_API": api.address, **environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def finish(self, timeout=60):
        """Waits until the function asks for an event after the last one, then kills it.

        Returns standard error. Fails if the process ended before.
        """
        served = self.api.waiting.wait(timeout)
        status = self.process.poll()
        self.process.kill()
        _, errors = self.process.communicate()
        assert status is None, "ended with %s: %s" % (status, errors.decode())
        assert served, "still busy after %s s: %s" % (timeout, errors.decode())
        return errors.decode()

    def status(self, timeout=60):
        """Waits for the process to end on its own."""
        return self.process.wait(timeout)

    def close(self):
        self.process.kill()
        self.process.communicate()
        self.api.close()
