"""The plans that are measured."""

from testkit.standin.cloud import EMERGENCY, account

ONE = f"""\
organization: example
emergencyAccount: "{EMERGENCY}"
regions: {{ home: us-east-1, standby: us-east-2 }}
breakGlassUsers: [BreakglassUser1, BreakglassUser2]
subscribers:
  - {{ protocol: email, endpoint: security@example.com }}
"""


def organization(count):
    """A plan with all accounts but the management account: `count` accounts in all."""
    lines = [f'  - {{ number: {n}, id: "{account(n)}", name: account-{n} }}' for n in range(1, count - 1)]
    return ONE + "accounts:\n" + "\n".join(lines) + "\n"
