"""A correct set-up from a plan and the templates: two accounts, three Regions, two hubs."""

import json
import re
import time

from testkit.aws.unknown_to_moto import REGIONS
from testkit.drift import planting
from testkit.repository import ROOT
from testkit.templates import stacks
from testkit.templates.reading import load
from testkit.templates.stack import Stack

EMERGENCY, PRODUCTION = "123456789012", "111122223333"
HOME, STANDBY = "eu-west-1", "us-west-2"
USERS = ["BreakglassUser1", "BreakglassUser2"]
MEMBERS = [
    {"Id": EMERGENCY, "Name": "emergency", "Status": "ACTIVE", "State": "ACTIVE"},
    {"Id": PRODUCTION, "Name": "production", "Status": "ACTIVE", "State": "ACTIVE"},
]

PLAN = """\
organization: example
emergencyAccount: "123456789012"
regions: { home: eu-west-1, standby: us-west-2 }
roles:
  RO: { managedPolicies: [ReadOnlyAccess] }
  Ops: { managedPolicies: [job-function/SystemAdministrator] }
breakGlassRole: { managedPolicies: [AdministratorAccess], maxSessionHours: 1 }
identityProvider:
  { kind: okta, domain: example.okta.com, app: 0oa1, client: 0oa2,
    signingKey: alias/breakglass-okta, samlProvider: Okta, controlGroup: 00g9 }
accounts:
  - { number: 1, id: "111122223333", name: production, roles: [RO, Ops], groups: { RO: 00gRO, Ops: 00gOps } }
breakGlassUsers: [BreakglassUser1, BreakglassUser2]
responders: [jane@example.com]
subscribers:
  - { protocol: email, endpoint: security@example.com }
  - { protocol: sms, endpoint: "+15555550100" }
"""

# The filter policy of every subscription but the queue's.
NAMES = (ROOT / "Sources/AccessPlan/Plan/AlertPathNames.swift").read_text()
FILTER = re.search(r'subscriptionFilter =\s*#"(.+)"#', NAMES)[1]

CODE = {"EnricherCode": "e/1.zip", "PublisherCode": "p/1.zip", "CheckerCode": "c/1.zip"}


class Healthy:
    """Plants the set-up, and has a Planter for each account with which a test can break it."""

    def __init__(self, moto, folder, metadata):
        self.emergency = planting.Planter(moto, EMERGENCY)
        self.production = planting.Planter(moto, PRODUCTION)
        self.plan = folder / "plan.yaml"
        self.plan.write_text(PLAN)
        self.rendered = folder / "rendered"
        stacks.plan_templates(self.plan, self.rendered)
        self.users(metadata)
        self.signing_key()
        self.hubs()
        self.workload()
        self.rules()
        self.state()
        self.ledgers()

    def stack(self, name, account=EMERGENCY, region=HOME, file=None, attributes=None, **parameters):
        path = self.rendered / f"{name}.parameters.json"
        given = json.loads(path.read_text()) if path.exists() else []
        values = {one["ParameterKey"]: one["ParameterValue"] for one in given} | parameters
        template = load(self.rendered / file) if file else stacks.template(name)
        return Stack(
            template, values, account=account, region=region, name=f"breakglass-{name}",
            attributes=attributes or {},
        )  # fmt: skip

    def users(self, metadata):
        """The access stacks, and what people set up by hand: passwords and MFA devices."""
        iam = self.emergency.client("iam")
        iam.create_saml_provider(Name="Okta", SAMLMetadataDocument=metadata)
        self.emergency.plant(self.stack("access"))
        self.emergency.plant(self.stack("access-roles-1", file="access-roles-1.json"))
        for user in USERS:
            iam.create_login_profile(UserName=user, Password="Correct-Horse-1", PasswordResetRequired=False)
            for number in (1, 2):
                device = iam.create_virtual_mfa_device(VirtualMFADeviceName=f"{user}-{number}")
                serial = device["VirtualMFADevice"]["SerialNumber"]
                iam.enable_mfa_device(
                    UserName=user, SerialNumber=serial,
                    AuthenticationCode1="123456", AuthenticationCode2="654321",
                )  # fmt: skip
        self.emergency.client("account").put_alternate_contact(
            AlternateContactType="SECURITY", EmailAddress="security@example.com", Name="Security",
            PhoneNumber="+15555550100", Title="Security",
        )  # fmt: skip

    def signing_key(self):
        """The key by which the checker signs in at Okta; `public` is the public key (DER)."""
        kms = self.emergency.client("kms", HOME)
        key = kms.create_key(KeySpec="RSA_2048", KeyUsage="SIGN_VERIFY")["KeyMetadata"]["KeyId"]
        kms.create_alias(AliasName="alias/breakglass-okta", TargetKeyId=key)
        self.public = kms.get_public_key(KeyId=key)["PublicKey"]

    def hubs(self):
        for region in (HOME, STANDBY):
            self.emergency.plant(self.stack("evidence", region=region))
            key = self.emergency.key(region)
            rule = f"arn:aws:events:{region}:{EMERGENCY}:rule/breakglass-hub/breakglass"
            attributes = {
                ("Key", "Arn"): key, ("Key", "Ref"): key.rpartition("/")[2],
                ("HubRule", "Arn"): f"{rule}-hub",
            }  # fmt: skip
            hub = self.stack("hub", region=region, attributes=attributes, **CODE)
            self.emergency.plant(hub)
            about = hub.resources("AWS::KMS::Key")["Key"]
            kms = self.emergency.client("kms", region)
            kms.put_key_policy(KeyId=key, PolicyName="default", Policy=json.dumps(about["KeyPolicy"]))
            kms.enable_key_rotation(KeyId=key)
            sns = self.emergency.client("sns", region)
            for protocol, endpoint in [("email", "security@example.com"), ("sms", "+15555550100")]:
                topic = f"arn:aws:sns:{region}:{EMERGENCY}:breakglass-alerts"
                attributes = {"FilterPolicy": FILTER}
                sns.subscribe(TopicArn=topic, Protocol=protocol, Endpoint=endpoint, Attributes=attributes)

    def workload(self):
        self.production.plant(self.stack("workload", account=PRODUCTION))
        roles = self.stack("workload-roles-1", account=PRODUCTION, file="workload-roles-1.json")
        self.production.plant(roles)
        # The emergency account has the audit and canary roles of the same template.
        names = {"BreakGlassUser1": "", "BreakGlassUser2": ""}
        self.emergency.plant(self.stack("workload", **names))

    def rules(self):
        for planter in (self.emergency, self.production):
            planter.plant(self.stack("trail", account=planter.account))
            for region in REGIONS:
                planter.plant(self.stack("region", account=planter.account, region=region))

    def state(self):
        """Items of the state table from the deployment, alerts, canaries and the last run."""
        now = int(time.time())
        items = [{"id": {"S": f"drill#{path}"}, "time": {"N": str(now - 86_400)}} for path in ("user", "federation")]
        for account in (EMERGENCY, PRODUCTION):
            heard = {region: {"N": str(now - 1_800)} for region in REGIONS}
            items.append({"id": {"S": f"canary#{account}"}} | heard)
        for region in (HOME, STANDBY):
            for function in self.emergency.client("lambda", region).list_functions()["Functions"]:
                name = f"deployed#{region}/{function['FunctionName']}"
                items.append({"id": {"S": name}, "codeSHA256": {"S": function["CodeSha256"]}})
        last = {"schema": "breakglass.digest/1", "takenAt": now - 86_400, "cleanRuns": 7, "changes": {}, "found": []}
        items.append({"id": {"S": "run#last"}, "takenAt": {"N": str(now - 86_400)}, "digest": {"S": json.dumps(last)}})
        for item in items:
            self.put(item)

    def ledgers(self):
        """A ledger in each hub with an event of six hours ago, whose alert the home Region sent."""
        topic = f"arn:aws:sns:{HOME}:{EMERGENCY}:breakglass-alerts"
        self.told = {"id": {"S": "alert#e-1"}, "state": {"S": "sent"}, "sent": {"SS": [topic]}}
        self.put(self.told)
        then = int(time.time()) - 6 * 3_600
        event = {
            "source": "aws.signin",
            "detail": {
                "eventID": "e-1", "eventName": "ConsoleLogin", "eventSource": "signin.amazonaws.com",
                "eventTime": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(then)),
                "recipientAccountId": EMERGENCY, "errorCode": "",
                "userIdentity": {"type": "IAMUser", "userName": USERS[0], "accountId": EMERGENCY},
            },
        }  # fmt: skip
        for region in (HOME, STANDBY):
            logs, group = self.emergency.client("logs", region), "/aws/events/breakglass-ledger"
            logs.create_log_group(logGroupName=group)
            logs.create_log_stream(logGroupName=group, logStreamName="rule")
            line = {"timestamp": then * 1_000, "message": json.dumps(event)}
            logs.put_log_events(logGroupName=group, logStreamName="rule", logEvents=[line])

    def put(self, item):
        self.emergency.client("dynamodb", HOME).put_item(TableName="breakglass-state", Item=item)

    def remove(self, id):
        self.emergency.client("dynamodb", HOME).delete_item(TableName="breakglass-state", Key={"id": {"S": id}})
