"""Calls that depend on how an account or the organization is set up, and calls that change that."""

import json

from testkit.refusals import accounts, catalog, wire
from testkit.refusals.calls import call, first, given_in


@call("lambda:GetAccountSettings")
def get_account_settings(front, request, account, region):
    reserved = sum(
        int(one.get("ReservedConcurrentExecutions", 0))
        for _, stack in front.state.here(account, region)
        for one in stack.of("AWS::Lambda::Function").values()
    )
    limit = front.state.limit(account)
    about = {"ConcurrentExecutions": limit, "UnreservedConcurrentExecutions": limit - reserved}
    return 200, {"Content-Type": "application/json"}, json.dumps({"AccountLimit": about}).encode()


@call("lambda:PutFunctionConcurrency")
def put_function_concurrency(front, request, account, region):
    given = given_in("lambda", request)
    wanted = given["ReservedConcurrentExecutions"]
    limit = front.state.limit(account)
    if wanted and limit - wanted < accounts.LEAST_UNRESERVED:
        least = min(accounts.LEAST_UNRESERVED, limit)
        return wire.refused(request, catalog.LITTLE_CONCURRENCY(given["FunctionName"], least=least))
    return None


@call("cloudtrail:CreateTrail", "cloudtrail:UpdateTrail")
def create_trail(front, request, account, region):
    given = given_in("cloudtrail", request)
    if not given.get("IsOrganizationTrail"):
        return None
    return first(request, [accounts.organization_trail_refusal(front.state, account, given["Name"])])


@call("organizations:CreateOrganization")
def create_organization(front, request, account, region):
    answer = front.forward(request)
    if answer[0] == 200:
        front.organize(json.loads(answer[2])["Organization"]["Id"], account)
    return answer


@call(*(f"organizations:{one}" for one in (
    "AttachPolicy", "DetachPolicy", "UpdatePolicy", "DeletePolicy", "MoveAccount",
)))  # fmt: skip
def change_policies(front, request, account, region):
    answer = front.forward(request)
    front.policies_changed = True
    return answer


@call("organizations:EnableAWSServiceAccess", "organizations:DisableAWSServiceAccess")
def service_access(front, request, account, region):
    if front.state.organization:
        enabled = ".Enable" in request.header("x-amz-target")
        service = given_in("organizations", request)["ServicePrincipal"]
        if service == accounts.TRAIL_SERVICE:
            front.state.organization.trusts_cloudtrail = enabled
        elif service == accounts.ACCOUNT_SERVICE:
            front.state.organization.trusts_account = enabled
    return None


@call("organizations:RegisterDelegatedAdministrator")
def register_delegated_administrator(front, request, account, region):
    """moto does not know every service that has delegated administrators."""
    given = given_in("organizations", request)
    front.state.delegates.setdefault(given["ServicePrincipal"], []).append(given["AccountId"])
    return 200, {"Content-Type": "application/x-amz-json-1.1"}, b"{}"


@call("organizations:ListDelegatedAdministrators")
def list_delegated_administrators(front, request, account, region):
    service = given_in("organizations", request).get("ServicePrincipal")
    found = [{"Id": one, "Status": "ACTIVE"} for one in front.state.delegates.get(service, ())]
    body = json.dumps({"DelegatedAdministrators": found}).encode()
    return 200, {"Content-Type": "application/x-amz-json-1.1"}, body


@call("iam:CreateServiceLinkedRole")
def create_service_linked_role(front, request, account, region):
    organization = front.state.organization
    if organization and organization.management == account:
        if given_in("iam", request)["AWSServiceName"] == accounts.TRAIL_SERVICE:
            organization.has_trail_role = True
    return None


@call("s3:PutObject")
def put_object(front, request, account, region):
    """Keeps templates, which CloudFormation reads by their address."""
    if "/templates/" in request.path:
        front.stored[request.path] = request.body.decode()
    return None


@call("sns:Subscribe")
def subscribe(front, request, account, region):
    given = given_in("sns", request)
    if given["Protocol"] != "sms":
        return None
    return first(request, [accounts.sms_refusal(front.state, account, region, given["Endpoint"], "Subscribe")])


@call("sns:GetSMSSandboxAccountStatus")
def sandbox_status(front, request, account, region):
    is_in = str(account not in front.state.out_of_sandbox).lower()
    return _sns("GetSMSSandboxAccountStatus", f"<IsInSandbox>{is_in}</IsInSandbox>")


@call("sns:ListSMSSandboxPhoneNumbers")
def sandbox_numbers(front, request, account, region):
    members = "".join(
        f"<member><PhoneNumber>{one}</PhoneNumber><Status>Verified</Status></member>"
        for one in sorted(front.state.verified.get((account, region), ()))
    )
    return _sns("ListSMSSandboxPhoneNumbers", f"<PhoneNumbers>{members}</PhoneNumbers>")


def _sns(operation, result):
    body = f"<{operation}Response><{operation}Result>{result}</{operation}Result></{operation}Response>"
    return 200, {"Content-Type": "text/xml"}, body.encode()
