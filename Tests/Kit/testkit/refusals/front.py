"""The layer in front of moto: every call passes here, and AWS's refusals come from here."""

import re
import threading
from urllib.parse import urlencode

from testkit.refusals import account_calls, accounts, calls, resource_policies, wire
from testkit.refusals.organization import accounts_below, policies
from testkit.refusals.stack_sets import StackSets
from testkit.refusals.stacks import Stacks
from testkit.refusals.state import Organization, State

# Both modules add their calls to those of `calls` when they are imported.
CALLS = account_calls and resource_policies and calls.CALLS

# Calls that no service control policy stops.
FREE = {"sts:GetCallerIdentity", "organizations:DescribeOrganization"}


class Front:
    """Answers (operation, request) with AWS's refusal, or asks moto; `None` leaves the request to the proxy.

    state     what stands, and how the accounts are set up; a test changes it
    refusals  (place, refusal) of every stack and instance that was refused, in order
    """

    def __init__(self, proxy, state=None):
        self.proxy, self.state = proxy, state or State()
        self.lock = threading.RLock()
        self.stored, self.refusals, self._callers = {}, [], {}
        self.policies_changed = False
        self.stacks, self.stack_sets = Stacks(self), StackSets(self)

    def forward(self, request):
        return self.proxy.forward(request.method, request.target, request.headers, request.body)

    def caller(self, request):
        """The ARN of whoever signed the request, as GetCallerIdentity tells it."""
        found = re.search(r"Credential=([^/]+)/", request.header("authorization"))
        key = found and found[1]
        if key not in self._callers:
            headers = wire.headers_for("sts", "0")
            del headers["x-moto-account-id"]
            headers["Authorization"] = re.sub(r"Credential=[^/]+", f"Credential={key}", headers["Authorization"])
            body = urlencode({"Action": "GetCallerIdentity", "Version": "2011-06-15"}).encode()
            _, _, answer = self.proxy.forward("POST", "/", headers, body)
            self._callers[key] = re.search(rb"<Arn>([^<]+)</Arn>", answer)[1].decode()
        return self._callers[key]

    def members(self, unit):
        return accounts_below(self, unit)

    def answer(self, operation, request):
        if not request.header("authorization") or operation in FREE:
            return None
        service, name = operation.split(":")
        who = self.caller(request)
        account, region = who.split(":")[4], wire.region(request)
        self.read_policies()
        refusal = accounts.region_refusal(self.state, account, region, operation) or accounts.policy_refusal(
            self.state, account, region, operation, who=wire.principal(who), where=operation
        )
        if refusal:
            return wire.refused(request, refusal)
        if service == "cloudformation":
            part = self.stack_sets if hasattr(self.stack_sets, name) else self.stacks
            method = getattr(part, name, None) if name[0].isupper() else None
            return method and method(request, account, region)
        method = CALLS.get(operation)
        if service == "organizations" and (refusal := accounts.organization_refusal(self.state, account, name)):
            return wire.refused(request, refusal)
        if service == "organizations" and not method and self.state.organization:
            return self.of_organization(request)
        return method and method(self, request, account, region)

    def of_organization(self, request):
        """The answer to a call about the organization: moto shows it to its management account alone."""
        headers = dict(request.headers.items()) | {"x-moto-account-id": self.state.organization.management}
        return self.proxy.forward(request.method, request.target, headers, request.body)

    def read_policies(self):
        """Reads the service control policies again, if a call has changed them."""
        with self.lock:
            if self.policies_changed and self.state.organization:
                self.policies_changed = False
                self.state.organization.policies = policies(self)

    def organize(self, identifier, account):
        """An organization was created, by the account that manages it from now on."""
        self.state.organization = Organization(identifier, account)
