"""IAM's decision for one action on one resource.

Source: IAM User Guide, "Policy evaluation logic", "Cross-account policy evaluation logic" and
"AWS JSON policy elements: Principal".
"""

import dataclasses

from testkit.policies.conditions import PolicyError, arn_glob, glob, holds, variables


@dataclasses.dataclass(frozen=True)
class Principal:
    """The principal of a request. `arn` is the user's, the role's (not the session's) or root's."""

    kind: str
    """user, role, root, service, saml or anonymous."""
    arn: str = ""
    """For a service its name; for saml the provider's ARN."""

    @property
    def account(self):
        return self.arn.split(":")[4] if self.kind in ("user", "role", "root") else None

    @property
    def account_arn(self):
        return ":".join(self.arn.split(":")[:5]) + ":root"


def user(account, name):
    return Principal("user", f"arn:aws:iam::{account}:user/{name}")


def role(account, name):
    return Principal("role", f"arn:aws:iam::{account}:role/{name}")


def root(account):
    return Principal("root", f"arn:aws:iam::{account}:root")


def service(name):
    return Principal("service", name)


@dataclasses.dataclass
class Request:
    """One action on one resource, with its condition context."""

    principal: Principal
    action: str
    resource: str
    context: dict = dataclasses.field(default_factory=dict)

    def __post_init__(self):
        own = {"aws:SecureTransport": "true"}
        own["aws:PrincipalIsAWSService"] = str(self.principal.kind == "service").lower()
        if self.principal.account:
            own["aws:PrincipalArn"] = self.principal.arn
            own["aws:PrincipalAccount"] = self.principal.account
        if self.principal.kind == "user":
            own["aws:username"] = self.principal.arn.rsplit("/", 1)[1]
        self.context = own | self.context


FULL_ACCESS = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}],
}

_ELEMENTS = {
    "Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource",
    "Condition",
}  # fmt: skip


def statements(document):
    found = document["Statement"]
    found = found if isinstance(found, list) else [found]
    for statement in found:
        if unknown := set(statement) - _ELEMENTS:
            raise PolicyError(f"there is no element {sorted(unknown)}")
        if statement["Effect"] not in ("Allow", "Deny"):
            raise PolicyError(statement["Effect"])
    return found


def _each(value):
    return value if isinstance(value, list) else [value]


def _action_matches(statement, action):
    if "NotAction" in statement:
        return not any(glob(a, action, True) for a in _each(statement["NotAction"]))
    return any(glob(a, action, True) for a in _each(statement["Action"]))


def _resource_matches(statement, request):
    def one(pattern):
        pattern = variables(pattern, request.context)
        return pattern is not None and (pattern == "*" or arn_glob(pattern, request.resource))

    if "NotResource" in statement:
        return not any(one(r) for r in _each(statement["NotResource"]))
    # A trust policy names no resource: it is the role's own.
    return "Resource" not in statement or any(one(r) for r in _each(statement["Resource"]))


def _principal_matches(element, principal):
    """How the element names the principal: "directly", by its "account", or `None`."""
    if element == "*":
        return "directly"
    how = None
    for kind, names in element.items():
        for name in _each(names):
            if kind == "Service" and principal.kind == "service" and name == principal.arn:
                return "directly"
            if kind == "Federated" and principal.kind == "saml" and name == principal.arn:
                return "directly"
            if kind == "AWS" and principal.kind != "service":
                if name == "*" or name == principal.arn and principal.kind != "root":
                    return "directly"
                if principal.account and name in (principal.account, principal.account_arn):
                    how = "account"
            if kind not in ("AWS", "Service", "Federated"):
                raise PolicyError(f"principals of kind {kind}")
    return how


def _applies(statement, request, is_resource_policy):
    """How the statement names the principal of the request; `None` if it does not apply."""
    how = "directly"
    if is_resource_policy:
        if "NotPrincipal" in statement:
            named = _principal_matches(statement["NotPrincipal"], request.principal)
            how = None if named else "directly"
        else:
            how = _principal_matches(statement["Principal"], request.principal)
    elif "Principal" in statement or "NotPrincipal" in statement:
        raise PolicyError("an identity policy names no principal")
    if not (
        how
        and _action_matches(statement, request.action)
        and _resource_matches(statement, request)
        and holds(statement.get("Condition"), request.context)
    ):
        return None
    return how


def denies(document, request, is_resource_policy=False):
    return any(
        _applies(s, request, is_resource_policy)
        for s in statements(document)
        if s["Effect"] == "Deny"
    )


def grants(document, request, is_resource_policy=False):
    """The strongest way in which a statement allows the request, or `None`."""
    ways = [
        _applies(s, request, is_resource_policy)
        for s in statements(document)
        if s["Effect"] == "Allow"
    ]
    return "directly" if "directly" in ways else "account" if "account" in ways else None


def is_allowed(
    request, *, identity=(), boundary=None, session=None, scps=None, resource=None,
    resource_account=None, resource_decides=False,
):  # fmt: skip
    """IAM's decision.

    scps              one list for each level from the root to the account; every level must allow. `None`
                      if no service control policy applies: the management account, services
    resource_account  the account of the resource; the principal's own by default
    resource_decides  the resource policy must allow, as for trust and key policies
    """
    beside = [d for d in (boundary, session) if d] + [d for level in scps or () for d in level]
    if any(denies(document, request) for document in (*identity, *beside)):
        return False
    if resource and denies(resource, request, True):
        return False
    asker = request.principal
    if asker.account and scps:
        if not all(any(grants(d, request) for d in level) for level in scps):
            return False
    by_resource = resource and grants(resource, request, True)
    if asker.account is None:
        return by_resource == "directly"
    by_identity = asker.kind == "root" or any(grants(d, request) for d in identity)
    for limit in (boundary, session):
        by_identity = by_identity and (limit is None or bool(grants(limit, request)))
    if (resource_account or asker.account) != asker.account:
        return bool(by_identity and by_resource)
    if resource_decides:
        # Named itself, a principal of the account needs no permission of its own.
        return by_resource == "directly" or bool(by_resource and by_identity)
    return by_resource == "directly" and not (boundary or session) or by_identity
