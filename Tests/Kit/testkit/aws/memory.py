"""What AWS was asked before and what it answered, for tests that change nothing there."""

import re


class Memory:
    """Shared by check proxies one after the other.

    A request that is the same but for its date and its signature is not checked again, and what the upstream
    answered to it is its answer still.
    """

    def __init__(self):
        self.operations, self.answers = {}, {}

    @staticmethod
    def key(request):
        """Who asks, where and for what."""
        # AWS4-HMAC-SHA256 Credential=KEY/DATE/REGION/SERVICE/aws4_request, …
        scope = re.sub(r"/\d{8}/", "/", request.header("authorization").partition(",")[0])
        return scope, request.method, request.target, request.header("x-amz-target"), request.body

    def keep(self, request, operation, answer):
        """Keeps a (status, headers, body), but that of a fault and that of what answers differently next time."""
        if answer[0] < 500 and ":Generate" not in operation:
            self.answers[self.key(request)] = answer

    def forget(self, service):
        """Something is about to change in a service, by the name that requests to it are signed for."""
        for key in [key for key in self.answers if key[0].endswith(f"/{service}/aws4_request")]:
            del self.answers[key]
