"""IAM Identity Center: moto's directory, and the administration API and event history that moto lacks."""

import datetime
import json

from testkit.servers.web_server import Fault, WebServer

STORE = "d-9067642ac7"
APP = "arn:aws:sso::123456789012:application/ssoins-7223a4bd1d7f4c9e/apl-1234567890abcdef"


class Instance:
    """One application with its assignments (sso-admin) and events (CloudTrail). A page has two items."""

    def __init__(self):
        self.application = {
            "ApplicationArn": APP, "Name": "AWS emergency", "Status": "DISABLED",
            "ApplicationProviderArn": "arn:aws:sso::aws:applicationProvider/custom-saml",
        }  # fmt: skip
        self.required = True
        self.assignments = []
        self.history = []

    def answer_to(self, operation, asked):
        """The response to an operation: status and document."""
        if operation == "LookupEvents":
            return 200, self.lookup(asked)
        if not self.application or asked["ApplicationArn"] != APP:
            return 400, {"__type": "ResourceNotFoundException"}
        if operation == "DescribeApplication":
            return 200, self.application
        if operation == "GetApplicationAssignmentConfiguration":
            return 200, {"AssignmentRequired": self.required}
        assert operation == "ListApplicationAssignments"
        return 200, self.page("ApplicationAssignments", self.assignments, asked)

    def page(self, name, items, asked):
        start = int(asked.get("NextToken") or 0)
        page = {name: items[start : start + 2]}
        if start + 2 < len(items):
            page["NextToken"] = str(start + 2)
        return page

    def lookup(self, asked):
        (attribute,) = asked["LookupAttributes"]
        assert attribute["AttributeKey"] == "EventName"
        found = [
            event for event in self.history
            if event["eventName"] == attribute["AttributeValue"]
            and datetime.datetime.fromisoformat(event["eventTime"]).timestamp() >= asked["StartTime"]
        ]  # fmt: skip
        return self.page("Events", [{"CloudTrailEvent": json.dumps(event)} for event in found], asked)

    def record(self, name, hours_ago=1, **members):
        time = datetime.datetime.now(datetime.UTC) - datetime.timedelta(hours=hours_ago)
        self.history.append({
            "eventID": str(len(self.history)), "eventName": name,
            "eventTime": time.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "userIdentity": {"type": "AssumedRole", "arn": "arn:aws:sts::1:assumed-role/Admin/jane"},
        } | members)  # fmt: skip

    def assign(self, principal, kind):
        self.assignments.append(
            {"ApplicationArn": APP, "PrincipalId": principal, "PrincipalType": kind}
        )


class Administration(Instance, WebServer):
    """An instance behind a server."""

    def __init__(self):
        Instance.__init__(self)
        WebServer.__init__(self, None)

    async def gate(self, request):
        operation = request.headers["x-amz-target"].split(".")[-1]
        return Fault(*self.answer_to(operation, json.loads(request.body)))


class Directory:
    """An identity store in moto; `client` is boto3's."""

    def __init__(self, client, store=STORE):
        self.client, self.store = client, store

    def group(self, name):
        return self.client.create_group(IdentityStoreId=self.store, DisplayName=name)["GroupId"]

    def member(self, group, login):
        user = self.client.create_user(
            IdentityStoreId=self.store, UserName=login, DisplayName=login,
            Name={"GivenName": "A", "FamilyName": "B"},
        )["UserId"]  # fmt: skip
        self.client.create_group_membership(
            IdentityStoreId=self.store, GroupId=group, MemberId={"UserId": user}
        )
        return user

    def empty(self, group):
        about = {"IdentityStoreId": self.store, "GroupId": group}
        for member in self.client.list_group_memberships(**about)["GroupMemberships"]:
            self.client.delete_group_membership(
                IdentityStoreId=self.store, MembershipId=member["MembershipId"]
            )
