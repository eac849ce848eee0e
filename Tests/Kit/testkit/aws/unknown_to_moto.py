"""Responses for operations that moto lacks, or answers differently from AWS."""

import json
from urllib.parse import parse_qsl

from testkit.aws.answers import reply, xml
from testkit.patterns.matching import matches

REGIONS = ["eu-west-1", "us-east-1", "us-west-2"]


class Answers:
    """Answers before moto does. A test changes the responses through the attributes.

    replaced  maps an operation to a function of the request; None from it means the usual response
    """

    def __init__(self, members):
        self.replaced = {}
        self.members = members
        self.stack_drift = "IN_SYNC"
        self.blocked = set()
        self.root = {"AccountMFAEnabled": 1, "AccountAccessKeysPresent": 0, "AccountSigningCertificatesPresent": 0}
        self.events = []
        self.users = {"BreakglassUser1": {}, "BreakglassUser2": {}}
        self.resource_control_policies = {}
        self.saml_metadata = None

    def __call__(self, operation, request):
        if operation in self.replaced:
            answer = self.replaced[operation](request)
            if answer is not None:
                return answer
        service, name = operation.split(":")
        method = getattr(self, f"{service.replace('-', '_')}_{name}", None)
        return method and method(request)

    def account_ListRegions(self, _):
        return reply({"Regions": [{"RegionName": name, "RegionOptStatus": "ENABLED"} for name in REGIONS]})

    def events_TestEventPattern(self, request):
        asked = json.loads(request.body)
        pattern, event = json.loads(asked["EventPattern"]), json.loads(asked["Event"])
        return reply({"Result": matches(pattern, event)})

    def cloudformation_DetectStackDrift(self, _):
        return xml("DetectStackDrift", StackDriftDetectionId="1")

    def cloudformation_DescribeStackDriftDetectionStatus(self, _):
        about = {"StackDriftDetectionId": "1", "DetectionStatus": "DETECTION_COMPLETE", "StackDriftStatus": self.stack_drift}
        return xml("DescribeStackDriftDetectionStatus", **about)

    def cloudtrail_LookupEvents(self, _):
        return reply({"Events": self.events})

    def iam_GetAccountSummary(self, _):
        pairs = "".join(f"<entry><key>{k}</key><value>{v}</value></entry>" for k, v in self.root.items())
        body = (
            "<GetAccountSummaryResponse><GetAccountSummaryResult><SummaryMap>"
            f"{pairs}</SummaryMap></GetAccountSummaryResult></GetAccountSummaryResponse>"
        )
        return 200, {"Content-Type": "text/xml"}, body.encode()

    def iam_GetUser(self, request):
        """moto stores a user's boundary and does not return it."""
        name = dict(parse_qsl(request.body.decode()))["UserName"]
        if name not in self.users:
            return None
        arn = "arn:aws:iam::123456789012"
        boundary = {"PermissionsBoundaryType": "Policy", "PermissionsBoundaryArn": f"{arn}:policy/breakglass-boundary"}
        user = {"UserName": name, "Arn": f"{arn}:user/{name}", "PermissionsBoundary": boundary}
        return xml("GetUser", User=user | self.users[name])

    def iam_GetSAMLProvider(self, _):
        if self.saml_metadata:
            return xml("GetSAMLProvider", SAMLMetadataDocument=self.saml_metadata)

    def iam_ListServiceSpecificCredentials(self, _):
        return xml("ListServiceSpecificCredentials", ServiceSpecificCredentials=[])

    def iam_SimulatePrincipalPolicy(self, request):
        form = dict(parse_qsl(request.body.decode()))
        actions = [v for k, v in form.items() if k.startswith("ActionNames.")]
        resources = [v for k, v in form.items() if k.startswith("ResourceArns.")] or ["*"]
        decision = "explicitDeny" if form["PolicySourceArn"] in self.blocked else "allowed"
        results = [
            {"EvalActionName": action, "EvalResourceName": resource, "EvalDecision": decision}
            for action in actions
            for resource in resources
        ]
        return xml("SimulatePrincipalPolicy", EvaluationResults=results, IsTruncated="false")

    def iam_ListOrganizationsFeatures(self, _):
        return xml("ListOrganizationsFeatures", EnabledFeatures=["RootCredentialsManagement"])

    def organizations_DescribeOrganization(self, _):
        return reply({"Organization": {"Id": "o-exampleorg1", "MasterAccountId": "444455556666"}})

    def organizations_ListAccounts(self, _):
        return reply({"Accounts": self.members})

    def organizations_ListPolicies(self, _):
        names = self.resource_control_policies
        return reply({"Policies": [{"Id": name, "Name": name, "AwsManaged": False} for name in names]})

    def organizations_DescribePolicy(self, request):
        name = json.loads(request.body)["PolicyId"]
        about = {"PolicySummary": {"Id": name}, "Content": self.resource_control_policies[name]}
        return reply({"Policy": about})

    def organizations_ListTargetsForPolicy(self, _):
        return reply({"Targets": [{"TargetId": member["Id"], "Type": "ACCOUNT"} for member in self.members]})
