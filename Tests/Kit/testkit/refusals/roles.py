"""A role that is seconds old may be refused once: IAM is eventually consistent.

A role counts as new while the stack that makes it is under way, or until its first use after a direct call of
CreateRole.
"""

from testkit.refusals import catalog

_KINDS = {
    "AWS::Events::Rule": catalog.ROLE_NEW_TO_EVENTS,
    "AWS::Lambda::Function": catalog.ROLE_NEW_TO_LAMBDA,
    "AWS::Scheduler::Schedule": catalog.ROLE_NEW_TO_SCHEDULER,
}


def used_by(kind, values):
    """ARNs of the roles that a resource hands to a service."""
    if kind == "AWS::Lambda::Function":
        return {values["Role"]}
    if kind == "AWS::Scheduler::Schedule":
        return {values["Target"]["RoleArn"]}
    named = {values.get("RoleArn")} | {target.get("RoleArn") for target in values.get("Targets", [])}
    return named - {None}


def new_roles(case):
    """ARNs of the roles that this very operation makes, and whether the template names the role."""
    return {
        case.stack.resolve({"Fn::GetAtt": [name, "Arn"]}): "RoleName" in values
        for name, values in case.of("AWS::IAM::Role").items()
        if case.is_created(name)
    }


def first_uses(case):
    """Refusals of the first use of every new role; remembers that they came."""
    new = new_roles(case)
    for name, (kind, values) in sorted(case.resources.items()):
        if kind in _KINDS:
            for arn in sorted(used_by(kind, values) & set(new)):
                # CloudFormation gives a role without a name another one in each stack.
                mark = arn if new[arn] else f"{arn} {case.region}"
                if mark not in case.state.tried:
                    case.state.tried.add(mark)
                    yield _KINDS[kind](name, role=arn)
