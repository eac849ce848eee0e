"""AWS as the deployment tests see it: moto, what AWS refuses, the Regions, and planned faults."""

import json
import threading

from testkit.aws.answers import refusal
from testkit.deployment.made_trail import MadeTrails
from testkit.refusals import wire
from testkit.refusals.accounts import account_refusal
from testkit.refusals.front import Front


class Cloud:
    """Answers before moto does: fails the calls that a test chose, lists Regions, and refuses what AWS refuses.

    regions  status by Region of every account; `own` has those of accounts that differ
    state    what stands and how the accounts are set up, on which refusals depend
    refusals (place, refusal) of all stacks and instances that were refused

    Resources that moto cannot create are not simulated here, but the trail; test_unmade.py lists them.
    """

    def __init__(self, proxy, regions):
        self.proxy, self.regions, self.own = proxy, regions, {}
        self.faults, self.lock = [], threading.Lock()
        self.front = Front(proxy)
        self.state, self.refusals = self.front.state, self.front.refusals
        self.trails = MadeTrails(proxy)
        proxy.answers = self.answer

    def enable(self, account, **statuses):
        """Gives an account its own Regions: status by Region, with "_" for "-"."""
        changed = {name.replace("_", "-"): status for name, status in statuses.items()}
        self.own[account] = self.regions | changed
        self.state.enabled[account] = {
            name for name, status in self.own[account].items() if status in ("ENABLED", "ENABLED_BY_DEFAULT")
        }

    def fail(self, operation, status=400, code="AccessDenied", times=1, where=""):
        """The next `times` calls of an operation fail, if their request contains `where`."""
        self.faults.append([operation, where.encode(), times, code, status])

    def outdated(self, stack_set, account, region):
        """The next list of a stack set's instances contains this one, which failed."""
        body = (
            "<ListStackInstancesResponse><ListStackInstancesResult><Summaries><member>"
            f"<Account>{account}</Account><Region>{region}</Region><Status>OUTDATED</Status>"
            "<StatusReason>the test says so</StatusReason></member></Summaries>"
            "</ListStackInstancesResult></ListStackInstancesResponse>"
        )
        answer = 200, {"Content-Type": "text/xml"}, body.encode()
        self.faults.append(["cloudformation:ListStackInstances", stack_set.encode(), 1, answer])

    def count(self, operation):
        return self.proxy.operations.count(operation)

    def answer(self, operation, request):
        with self.lock:
            for fault in self.faults:
                if fault[0] == operation and fault[2] and fault[1] in request.body:
                    fault[2] -= 1
                    return fault[3] if len(fault) == 4 else refusal(request, *fault[3:])
        self.trails.see(operation, request)
        if operation == "account:ListRegions":
            return self.list_regions(request)
        return self.front.answer(operation, request)

    def list_regions(self, request):
        """The Regions of the caller's account, or of the one that the request names."""
        asker = self.front.caller(request).split(":")[4]
        account = json.loads(request.body or b"{}").get("AccountId", asker)
        if refused := account_refusal(self.state, asker, account):
            return wire.refused(request, refused)
        regions = [
            {"RegionName": name, "RegionOptStatus": status}
            for name, status in self.own.get(account, self.regions).items()
        ]
        return 200, {"Content-Type": "application/json"}, json.dumps({"Regions": regions}).encode()
