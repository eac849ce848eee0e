"""moto as a server, with what the tests need beyond it: deployment targets of stack sets.

moto puts a service-managed stack set into every account of the units that are named, whatever the filter
says, and deletes instances of named accounts only.
"""

from moto.cloudformation import models, responses
from moto.core.responses import ActionResult


def targeted(organization, targets):
    """The accounts that `DeploymentTargets` mean. The management account is never among them."""
    units, open_ = set(), list(targets.get("OrganizationalUnitIds", []))
    while open_:
        unit = open_.pop()
        units.add(unit)
        open_ += [below.id for below in organization.ou if below.parent_id == unit]
    management = organization.org.master_account_id if organization.org else None
    accounts = {
        account.id for account in organization.accounts
        if account.parent_id in units and account.id != management
    }  # fmt: skip
    named = set(targets.get("Accounts", []))
    kinds = {"INTERSECTION": accounts & named, "DIFFERENCE": accounts - named, "UNION": accounts | named}
    return sorted(kinds.get(targets.get("AccountFilterType", "NONE"), accounts))


create = models.StackInstances.create_instances


def create_instances(self, accounts, regions, parameters, deployment_targets, permission_model):
    if deployment_targets:
        accounts = targeted(self.org_backend, deployment_targets)
    return create(self, accounts, regions, parameters, {}, permission_model)


delete = responses.CloudFormationResponse.delete_stack_instances


def delete_stack_instances(self):
    targets = self._get_params().get("DeploymentTargets")
    if not targets:
        return delete(self)
    backend = self.cloudformation_backend
    name = self._get_param("StackSetName")
    organization = backend.describe_stack_set(name).instances.org_backend
    operation = backend.delete_stack_instances(
        name, targeted(organization, targets), self._get_param("Regions", [])
    )
    return ActionResult({"OperationId": operation.operations[-1]["OperationId"]})


models.StackInstances.create_instances = create_instances
responses.CloudFormationResponse.delete_stack_instances = delete_stack_instances

if __name__ == "__main__":
    from moto.server import main

    main()
