"""Reads the organization that moto keeps: who is in a unit, and which service control policies bind an account."""

import json

from testkit.refusals import wire


def _ask(front, operation, **body):
    headers = wire.headers_for(
        "organizations", front.state.organization.management, target=f"AWSOrganizationsV20161128.{operation}"
    )
    status, _, answer = front.proxy.forward("POST", "/", headers, json.dumps(body).encode())
    return json.loads(answer) if status == 200 else {}


def _all(front, operation, key, **body):
    """A list of Organizations, all its pages."""
    page = _ask(front, operation, **body)
    found = page.get(key, [])
    while token := page.get("NextToken"):
        page = _ask(front, operation, NextToken=token, **body)
        found += page.get(key, [])
    return found


def _units(front, parent):
    found = _all(front, "ListOrganizationalUnitsForParent", "OrganizationalUnits", ParentId=parent)
    return [one["Id"] for one in found]


def _accounts(front, parent):
    return [one["Id"] for one in _all(front, "ListAccountsForParent", "Accounts", ParentId=parent)]


def accounts_below(front, unit):
    """Ids of the accounts in a unit or root and in every unit below it."""
    found = _accounts(front, unit)
    for one in _units(front, unit):
        found += accounts_below(front, one)
    return found


def policies(front):
    """(ARN, document) of the service control policies that bind each account, by its id."""
    documents = {}

    def attached(target):
        about = {"TargetId": target, "Filter": "SERVICE_CONTROL_POLICY"}
        for one in _all(front, "ListPoliciesForTarget", "Policies", **about):
            if one["Id"] not in documents:
                about = _ask(front, "DescribePolicy", PolicyId=one["Id"]).get("Policy", {})
                documents[one["Id"]] = json.loads(about.get("Content") or '{"Statement": []}')
            yield one["Arn"], documents[one["Id"]]

    result = {}

    def walk(parent, above):
        here = above + list(attached(parent))
        for account in _accounts(front, parent):
            result[account] = here + list(attached(account))
        for unit in _units(front, parent):
            walk(unit, here)

    for root in _ask(front, "ListRoots").get("Roots", []):
        walk(root["Id"], [])
    return result
