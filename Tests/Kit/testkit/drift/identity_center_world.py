"""The planted set-up with IAM Identity Center as its identity provider, in a Region of its own."""

import itertools
import json

from testkit.aws import check_proxy
from testkit.aws.answers import reply
from testkit.drift import entra_world
from testkit.idp import identity_center, okta_state
from testkit.programs import check_command

REGION = "eu-central-1"
# The SAML provider keeps the name that it was planted with.
PROVIDER = f"""\
identityProvider:
  {{ kind: identity-center, identityStore: STORE, app: "{identity_center.APP}",
    region: {REGION}, samlProvider: Okta, controlGroup: CONTROL }}
"""
NUMBERS = itertools.count(1)


class IdentityCenter:
    """A correct instance: app disabled, both groups assigned and empty, ordinary events in its history.

    instance   the application, its assignments and its events, which a test changes
    directory  users and groups, in an identity store for this test alone
    groups     ids of the groups RO and Ops, and of the control group
    """

    def __init__(self, world, moto, memory, folder):
        self.moto, self.memory, self.folder = moto, memory, folder
        client = world.emergency.client("identitystore", REGION)
        self.directory = identity_center.Directory(client, f"d-{next(NUMBERS):010}")
        self.groups = {role: self.directory.group(self.name(role)) for role in ["RO", "Ops"]}
        self.groups["control"] = self.directory.group("control")
        self.directory.member(self.groups["control"], "control@example.com")
        self.instance = identity_center.Instance()
        for role in ["RO", "Ops"]:
            self.instance.assign(self.groups[role], "GROUP")
        self.instance.record("Federate", serviceEventDetails={"account_id": "111122223333", "role_name": "RO"})
        self.instance.record("CreateGroupMembership", requestParameters={"groupId": "another"})
        provider = PROVIDER.replace("STORE", self.directory.store).replace("CONTROL", self.groups["control"])
        self.plan = folder / "identity-center.yaml"
        self.plan.write_text(entra_world.plan(provider, RO=self.groups["RO"], Ops=self.groups["Ops"]))

    @staticmethod
    def name(role, number=1):
        return f"aws#EmergencyAccess_Role{number}_{role}#{okta_state.EMERGENCY_ACCOUNT}"

    def check(self, answers):
        """A Report of one run. Responses of the planted accounts come from the cache, those of the directory
        do not. `operations` lists the calls to Identity Center and in its Region."""
        asked = set()

        def answer(operation, request):
            if f"/{REGION}/" not in request.header("authorization"):
                return answers(operation, request)
            asked.add(operation)
            known = answers(operation, request) if operation in answers.replaced else None
            service, _, name = operation.partition(":")
            if known is None and service in ("sso-admin", "cloudtrail"):
                status, document = self.instance.answer_to(name, json.loads(request.body))
                known = status, *reply(document)[1:]
            return known

        with (
            check_proxy.CheckProxy(self.moto, memory=self.memory) as proxy,
            check_proxy.CheckProxy(self.moto) as directory,
        ):
            proxy.answers = directory.answers = answer
            directory.secrets = proxy.secrets  # Credentials that moto hands out are known to both.
            report = check_command.run(
                self.plan, proxy.url, "", self.folder, AWS_ENDPOINT_URL_IDENTITYSTORE=directory.url
            )
            assert proxy.failures == directory.failures == []
        report.operations = asked
        return report
