"""An AWS endpoint with canned answers, for operations that moto does not have."""

from testkit.aws import check_proxy


class CannedAWS(check_proxy.CheckProxy):
    """A CheckProxy without an upstream.

    canned    (status, text) by SERVICE:OPERATION; a test can set it at any time
    requests  the calls received, as (SERVICE:OPERATION, body)
    regions   the Region that each call was signed for
    """

    def __init__(self):
        super().__init__("http://nobody.invalid")
        self.canned, self.requests, self.regions = {}, [], []
        self.answers = self.answer

    def answer(self, operation, request):
        self.requests.append((operation, request.body.decode()))
        self.regions.append(request.header("authorization").split("/")[2])
        status, text = self.canned[operation]
        kind = "text/xml" if text.startswith("<") else "application/x-amz-json-1.1"
        return status, {"Content-Type": kind}, text.encode()
