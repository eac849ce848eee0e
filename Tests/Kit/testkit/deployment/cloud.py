"""The Regions that moto does not list, and planned faults, for the deployment tests."""

import json
import threading

from testkit.aws.answers import refusal


class Cloud:
    """Answers before moto does: lists the enabled Regions, and fails the calls that a test chose.

    Resources that moto cannot create are not simulated here; test_unmade.py lists them.
    """

    def __init__(self, proxy, regions):
        self.proxy, self.regions = proxy, regions
        self.faults, self.lock = [], threading.Lock()
        proxy.answers = self.answer

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
        if operation == "account:ListRegions":
            regions = [
                {"RegionName": name, "RegionOptStatus": status}
                for name, status in self.regions.items()
            ]
            return 200, {"Content-Type": "application/json"}, json.dumps({"Regions": regions}).encode()
        return None
