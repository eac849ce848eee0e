"""An AWS endpoint with canned answers, for operations that moto does not have."""

from testkit.aws import check_proxy
from testkit.aws.moto import ACCESS_KEY, SECRET_KEY


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

    @property
    def environment(self):
        """The variables of a program that calls this endpoint, in eu-west-1."""
        return {
            "AWS_ENDPOINT_URL": self.url,
            "AWS_REGION": "eu-west-1",
            "AWS_ACCESS_KEY_ID": ACCESS_KEY,
            "AWS_SECRET_ACCESS_KEY": SECRET_KEY,
            "AWS_EC2_METADATA_DISABLED": "true",
        }

    def answer(self, operation, request):
        self.requests.append((operation, request.body.decode()))
        self.regions.append(request.header("authorization").split("/")[2])
        status, text = self.canned[operation]
        kind = "text/xml" if text.startswith("<") else "application/x-amz-json-1.1"
        return status, {"Content-Type": kind}, text.encode()
