"""A cache of AWS's responses, for tests that change nothing there."""

import re


class Memory:
    """The cache, which several check proxies can share.

    Requests that differ only in date and signature are equal. The second one is not checked again, and its
    response comes from the cache.
    """

    def __init__(self):
        self.operations, self.answers = {}, {}

    @staticmethod
    def key(request):
        """The parts of a request that distinguish it from others."""
        # AWS4-HMAC-SHA256 Credential=KEY/DATE/REGION/SERVICE/aws4_request, …
        scope = re.sub(r"/\d{8}/", "/", request.header("authorization").partition(",")[0])
        return scope, request.method, request.target, request.header("x-amz-target"), request.body

    def keep(self, request, operation, answer):
        """Stores a (status, headers, body), unless it is a server error or random."""
        if answer[0] < 500 and ":Generate" not in operation:
            self.answers[self.key(request)] = answer

    def forget(self, service):
        """Drops all responses of a service, by its signing name."""
        for key in [key for key in self.answers if key[0].endswith(f"/{service}/aws4_request")]:
            del self.answers[key]
