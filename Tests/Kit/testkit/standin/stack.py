"""One stack: its status, its events, and what an operation does to the resources."""

import datetime

from testkit.standin.wire import Refused
from testkit.standin.world import unique

# What an operation under way ends in.
ENDS = {
    "CREATE_IN_PROGRESS": "CREATE_COMPLETE",
    "UPDATE_IN_PROGRESS": "UPDATE_COMPLETE",
    "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS": "UPDATE_COMPLETE",
    "ROLLBACK_IN_PROGRESS": "ROLLBACK_COMPLETE",
    "UPDATE_ROLLBACK_IN_PROGRESS": "UPDATE_ROLLBACK_COMPLETE",
    "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS": "UPDATE_ROLLBACK_COMPLETE",
    "IMPORT_IN_PROGRESS": "IMPORT_COMPLETE",
    "IMPORT_ROLLBACK_IN_PROGRESS": "IMPORT_ROLLBACK_COMPLETE",
    "DELETE_IN_PROGRESS": "DELETE_COMPLETE",
}
UPDATABLE = {
    "CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE", "UPDATE_FAILED", "IMPORT_COMPLETE",
    "IMPORT_ROLLBACK_COMPLETE",
}  # fmt: skip
NOW = datetime.datetime(2026, 11, 30, 6, 0, tzinfo=datetime.timezone.utc)


class StandingStack:
    """A stack of one account and Region."""

    def __init__(self, world, account, region, name):
        self.world, self.key = world, (account, region, name)
        self.id = f"arn:aws:cloudformation:{region}:{account}:stack/{name}/{unique()}"
        self.status, self.reason, self.left, self.then = "REVIEW_IN_PROGRESS", None, 0, None
        self.template, self.resources, self.events = None, {}, []

    @property
    def name(self):
        return self.key[2]

    def begin(self, status, then=None, why="User Initiated"):
        """An operation is under way until it was asked for often enough."""
        self.status, self.then, self.reason = status, then or ENDS[status], None
        self.left = self.world.polls
        self.tell(self.name, "AWS::CloudFormation::Stack", self.id, status, why)
        self.ask(0)

    def ask(self, times=1):
        """Somebody asked how it is."""
        if self.then is None:
            return
        self.left -= times
        if self.left > 0:
            return
        self.status, self.then = self.then, None
        self.tell(self.name, "AWS::CloudFormation::Stack", self.id, self.status)
        if self.status == "DELETE_COMPLETE":
            self.world.stacks.pop(self.key, None)

    def tell(self, logical, kind, physical, status, reason=None):
        event = {
            "EventId": unique(), "StackId": self.id, "StackName": self.name, "LogicalResourceId": logical,
            "PhysicalResourceId": physical or "", "ResourceType": kind, "ResourceStatus": status, "Timestamp": NOW,
        }  # fmt: skip
        self.events.insert(0, event | ({"ResourceStatusReason": reason} if reason else {}))

    def described(self):
        parameters = self.template.parameters if self.template else {}
        found = {
            "StackName": self.name, "StackId": self.id, "StackStatus": self.status, "CreationTime": NOW,
            "Parameters": [{"ParameterKey": key, "ParameterValue": value} for key, value in parameters.items()],
        }  # fmt: skip
        return found | ({"StackStatusReason": self.reason} if self.reason else {})

    def create(self, template):
        self.begin("CREATE_IN_PROGRESS")
        self.template = template
        if not self._bring(template):
            for logical, one in self.resources.items():
                self._take({logical: one}, template.retains(logical, created=True))
            self.resources = {}
            self._rolls_back("ROLLBACK_IN_PROGRESS", "ROLLBACK_COMPLETE")

    def update(self, template):
        if self.status not in UPDATABLE:
            raise Refused(
                "ValidationError", f"Stack:{self.id} is in {self.status} state and can not be updated."
            )
        before = self.template
        if before.text == template.text and before.parameters == template.parameters:
            raise Refused("ValidationError", "No updates are to be performed.")
        self.begin("UPDATE_IN_PROGRESS")
        if self._bring(template):
            self.template = template
        else:
            self._bring(before, forced=True)
            self._rolls_back("UPDATE_ROLLBACK_IN_PROGRESS", "UPDATE_ROLLBACK_COMPLETE")

    def _rolls_back(self, status, then):
        self.status, self.then = status, then
        self.left = self.world.polls
        self.tell(self.name, "AWS::CloudFormation::Stack", self.id, status, "The following resource(s) failed")
        self.ask(0)

    def _bring(self, template, forced=False):
        """Makes, changes and deletes resources; whether nothing failed."""
        wanted = template.resources(self.key)
        failure = None if forced else self.world.failure(self, template, wanted)
        for logical, resource in wanted.items():
            if failure and failure[0] == logical:
                self.tell(logical, resource.type, None, "CREATE_FAILED", failure[1])
                return False
            old = self.resources.get(logical)
            if old and (old.type, old.id) == (resource.type, resource.id):
                # What somebody deleted behind its back stays away: CloudFormation believes its own record.
                standing = self.world.resources[self.world.place(old.account, old.region, old.type)].get(old.id)
                if old.values != resource.values:
                    if not standing:
                        if forced:
                            continue
                        why = f"Resource of type '{old.type}' with identifier '{old.id}' was not found."
                        self.tell(logical, resource.type, old.id, "UPDATE_FAILED", f"{why} (HandlerErrorCode: NotFound)")
                        return False
                    standing.values = resource.values
                    for key in ("State", "Targets", "ActionsEnabled", "Policy"):
                        standing.more.pop(key, None)
                    self.tell(logical, resource.type, resource.id, "UPDATE_COMPLETE")
                old.values = resource.values
                continue
            if old:
                self._take({logical: old}, template.retains(logical, "UpdateReplacePolicy"))
            self.world.put(resource)
            self.tell(logical, resource.type, resource.id, "CREATE_COMPLETE")
            self.resources[logical] = resource
        gone = {logical: one for logical, one in self.resources.items() if logical not in wanted}
        for logical in gone:
            self._take({logical: gone[logical]}, self.template and self.template.retains(logical))
            del self.resources[logical]
        return True

    def _take(self, resources, retained=False):
        for resource in resources.values():
            if retained:
                resource.stack = None
            else:
                self.world.take(resource)

    def delete(self):
        """Deletes what the template does not retain; what stands in the way is told."""
        self.begin("DELETE_IN_PROGRESS")
        stuck = []
        for logical, resource in list(self.resources.items()):
            if self.template.retains(logical):
                resource.stack = None
                continue
            why = self.world.clings(resource)
            if why:
                stuck.append(logical)
                self.tell(logical, resource.type, resource.id, "DELETE_FAILED", why)
                continue
            self.world.take(resource)
            del self.resources[logical]
        if stuck:
            self.then = "DELETE_FAILED"
            self.reason = f"The following resource(s) failed to delete: [{', '.join(stuck)}]. "
            self.ask(0)
