"""The whole stand-in: a world behind a server."""

# Each of these modules registers what it answers.
from testkit.standin import (  # noqa: F401
    events, functions, iam, messages, objects, organization, stack_sets, stacks, stores,
)  # fmt: skip
from testkit.standin.http import Server
from testkit.standin.world import World

MANAGEMENT, EMERGENCY = "100000000000", "123456789012"
# The first four record sign-ins at the global endpoint.
NAMES = [
    "us-east-1", "us-east-2", "eu-north-1", "ap-southeast-2", "us-west-1", "us-west-2", "ap-south-1",
    "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-southeast-1", "ca-central-1", "eu-central-1",
    "eu-west-1", "eu-west-2", "eu-west-3", "sa-east-1", "af-south-1", "eu-south-1", "me-south-1",
]  # fmt: skip


def account(number):
    """Member number 0 is the emergency access account."""
    return EMERGENCY if number == 0 else f"2{number:011d}"


def regions(count):
    assert 4 <= count <= len(NAMES), "four Regions record sign-ins at the global endpoint"
    return NAMES[:count]


class Cloud:
    """A world behind a server, with the environment of a program that is to talk to nobody else.

    Without members there is no organization, and the caller is in the emergency access account; with members the
    caller is in the management account.
    """

    def __init__(self, regions, members=(), polls=2, latency=0.0, port=0):
        management = MANAGEMENT if members else None
        self.world = World(EMERGENCY, regions, management, members, polls)
        # A test may put another world in its place, e.g. a copy of one that is deployed.
        self.server = Server(lambda request: self.world.respond(request), latency, port)

    def __enter__(self):
        self.server.__enter__()
        return self

    def __exit__(self, *_):
        self.server.__exit__()

    @property
    def url(self):
        return self.server.url

    @property
    def environment(self):
        return {
            "AWS_ENDPOINT_URL": self.url, "AWS_REGION": "us-east-1", "AWS_ACCESS_KEY_ID": "AKIAIOSFODNN7EXAMPLE",
            "AWS_SECRET_ACCESS_KEY": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "AWS_EC2_METADATA_DISABLED": "true",
        }  # fmt: skip

    def report(self):
        """Calls since the last report."""
        server, world = self.server, self.world
        told = {
            "calls": server.calls, "most": server.most, "operations": dict(world.called.most_common()),
            "unknown": dict(world.unknown),
        }  # fmt: skip
        server.calls = server.most = 0
        world.called.clear()
        world.unknown.clear()
        return told
