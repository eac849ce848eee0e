"""An Okta organization: its objects, and the operations of okta.yaml."""

import datetime
import re
import time

import connexion

EMERGENCY_ACCOUNT = "123456789012"
ROLE = "EmergencyAccess_Role1_RO"


def moment(seconds_ago=0):
    now = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(seconds=seconds_ago)
    return now.strftime("%Y-%m-%dT%H:%M:%S.000Z")


def refuse(status, code):
    return {"errorCode": code, "errorSummary": "a summary that nobody may rely on"}, status


class Organization:
    """A correct organization: app inactive, groups empty, unrelated rules, one responder, one control group."""

    def __init__(self, metadata, certificate):
        self.url = ""
        self.page = {}
        self.metadata = metadata
        self.app = {
            "id": "0oa1", "name": "amazon_aws", "label": "AWS emergency", "status": "INACTIVE",
            "signOnMode": "SAML_2_0", "lastUpdated": moment(9_000_000),
            "credentials": {"signing": {"kid": "key1"}},
            "settings": {
                "implicitAssignment": False,
                "app": {
                    "appFilter": "okta", "useGroupMapping": True, "joinAllRoles": False,
                    "groupFilter": r"^aws\#(?{{role}}[\w\-]+)\#(?{{accountid}}\d+)$",
                    "roleValuePattern": "arn:aws:iam::${accountid}:saml-provider/Okta,"
                    "arn:aws:iam::${accountid}:role/${role}",
                    "awsEnvironmentType": "aws.amazon", "sessionDuration": 3600,
                    "loginURL": "https://console.aws.amazon.com/ec2/home",
                    "accessKey": None, "secretKey": None, "secretKeyEnc": None,
                    "identityProviderArn": None, "overrideAcsURL": None,
                },
                "signOn": {"attributeStatements": []},
            },
        }  # fmt: skip
        self.keys = [{"kid": "key0", "x5c": ["MIIB"]}, {"kid": "key1", "x5c": [certificate]}]
        self.app_users = []
        self.app_groups = [{"id": "00g1", "priority": 0}]
        self.groups = {
            "00g1": self.group("00g1", f"aws#{ROLE}#{EMERGENCY_ACCOUNT}"),
            "00g9": self.group("00g9", "breakglass-control"),
        }
        self.members = {"00g1": [], "00g9": [self.user("00u9", "control@example.com")]}
        self.rules = [
            {"id": "0pr1", "name": "staff", "status": "ACTIVE",
             "actions": {"assignUserToGroups": {"groupIds": ["00g7"]}}}
        ]  # fmt: skip
        self.events = []
        self.streams = [
            {"name": "to AWS", "type": "aws_eventbridge", "status": "ACTIVE",
             "settings": {"accountId": EMERGENCY_ACCOUNT, "region": "eu-west-1"}}
        ]  # fmt: skip
        self.policy_rules = [
            {"name": "Catch-all Rule", "status": "ACTIVE", "priority": 99, "system": True,
             "conditions": None, "actions": {"appSignOn": {"access": "DENY"}}},
            {"name": "Emergency", "status": "ACTIVE", "priority": 0, "system": False,
             "conditions": {"people": {"groups": {"include": ["00g1"]}}},
             "actions": {"appSignOn": {"access": "ALLOW", "verificationMethod": {
                 "type": "ASSURANCE", "factorMode": "2FA"}}}},
        ]  # fmt: skip
        self.users = {"jane@example.com": self.user("00u1", "jane@example.com")}
        self.factors = {
            "00u1": [
                {"factorType": "webauthn", "status": "ACTIVE"},
                {"factorType": "push", "status": "PENDING_ACTIVATION"},
            ]
        }

    @staticmethod
    def group(id, name, kind="OKTA_GROUP"):
        return {
            "id": id, "type": kind, "profile": {"name": name, "description": None},
            "lastMembershipUpdated": moment(8_000_000),
        }  # fmt: skip

    @staticmethod
    def user(id, login, status="ACTIVE"):
        return {"id": id, "status": status, "profile": {"login": login}}

    @staticmethod
    def event(id, kind, target, seconds_ago=60, result="SUCCESS"):
        return {
            "uuid": id, "eventType": kind, "published": moment(seconds_ago),
            "actor": {"id": "00u2", "alternateId": "mallory@example.com"},
            "outcome": {"result": result}, "target": [{"id": target}, {"id": None}],
        }  # fmt: skip

    # Answers, by operationId.

    def get_app(self, appId):
        return self.app if self.app and appId == self.app["id"] else refuse(404, "E0000007")

    def list_app_users(self, appId, limit=50, after=None):
        return self.paged(self.app_users, limit, after)

    def list_app_groups(self, appId, limit=20, after=None):
        return self.paged(self.app_groups, limit, after)

    def get_metadata(self, appId, kid):
        if kid != self.app["credentials"]["signing"]["kid"]:
            return refuse(404, "E0000007")
        return connexion.lifecycle.ConnexionResponse(200, "text/xml", "text/xml", self.metadata)

    def list_app_keys(self, appId):
        return self.keys

    def list_groups(self, limit=10_000, after=None):
        return self.paged(list(self.groups.values()), limit, after)

    def list_group_rules(self, limit=50, after=None):
        return self.paged(self.rules, limit, after)

    def get_group(self, groupId):
        return self.groups.get(groupId) or refuse(404, "E0000007")

    def list_group_users(self, groupId, limit=1000, after=None):
        if groupId not in self.members:
            return refuse(404, "E0000007")
        return self.paged(self.members[groupId], limit, after)

    def list_log_events(
        self, since, until, filter=None, sortOrder="ASCENDING", limit=100, after=None
    ):
        wanted = set(re.findall(r'target\.id eq "([^"]+)"', filter or ""))
        everything = "eventType sw" in (filter or "")
        events = [
            event
            for event in sorted(self.events, key=lambda event: event["published"])
            if since <= event["published"] <= until
            and (everything or any(target["id"] in wanted for target in event["target"]))
        ]
        return self.paged(events, limit, after)

    def list_log_streams(self, after=None):
        return self.paged(self.streams, 100, after)

    def list_policy_rules(self, policyId):
        return self.policy_rules if policyId == "rst1" else refuse(404, "E0000007")

    def get_user(self, userId):
        return self.users.get(userId) or refuse(404, "E0000007")

    def list_factors(self, userId):
        return self.factors.get(userId, [])

    def paged(self, items, limit, after):
        """A page with links as Okta sends them; the cursor is opaque."""
        path = connexion.request.scope["path"]
        limit = min(limit, self.page.get(path, limit))
        start = int(after.removeprefix("cursor+")) if after else 0
        links = [f'<{self.url}{path}?limit={limit}>; rel="self"']
        if start + limit < len(items):
            cursor = f"cursor%2B{start + limit}"
            links.append(
                f'<{self.url}{path}?{self.kept()}limit={limit}&after={cursor}>; rel="next"'
            )
        return items[start : start + limit], 200, {"Link": ", ".join(links)}

    @staticmethod
    def kept():
        """The query parameters that the next link of a log repeats."""
        query = connexion.request.scope["query_string"].decode()
        kept = ("since=", "until=", "filter=")
        return "".join(part + "&" for part in query.split("&") if part.startswith(kept))


def window():
    """When the current minute of a rate limit ends."""
    return int(time.time()) // 60 * 60 + 60
