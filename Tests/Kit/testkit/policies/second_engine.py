"""The decision of another policy engine, principalmapper's simulator, on the same policies.

It knows users and roles as principals, and no others: see `CannotJudge`.
"""

import collections
import collections.abc
import json

# principalmapper 1.1.5 looks for these where they were before Python 3.10.
for _name in ("Mapping", "MutableMapping"):
    if not hasattr(collections, _name):
        setattr(collections, _name, getattr(collections.abc, _name))

from principalmapper.common import Node, Policy  # noqa: E402
from principalmapper.querying.query_interface import local_check_authorization_full  # noqa: E402


class CannotJudge(Exception):
    """The engine has no notion of what the request needs."""


def _texts(document):
    """The document with every number as text: the engine reads numbers from texts alone."""
    return json.loads(json.dumps(document), parse_int=str)


def _node(principal, identity):
    if principal.kind not in ("user", "role"):
        raise CannotJudge(f"it knows no principals of kind {principal.kind}")
    policies = [
        Policy(f"{principal.arn}/{i}", f"p{i}", _texts(document))
        for i, document in enumerate(identity.policies)
    ]
    boundary = identity.boundary and Policy(f"{principal.arn}/b", "b", _texts(identity.boundary))
    is_role = principal.kind == "role"
    trust = _texts(identity.trust) if identity.trust else {"Statement": []}
    return Node(
        principal.arn, "AIDAEXAMPLE", policies, [], trust if is_role else None,
        [] if is_role else None, 0, not is_role, False, boundary, False, {},
    )  # fmt: skip


def may(world, principal, action, resource, *, policy=None, owner=None, **context):
    """Whether the principal may do it, by the identities of a `World`.

    A resource policy of IAM or KMS must allow the request, as in `World.may` with `key=True`.
    """
    scps = world.levels(principal)
    return local_check_authorization_full(
        _node(principal, world.identity(principal)), action, resource, dict(context),
        resource_policy=_texts(policy) if policy else None,
        resource_owner=(owner or principal.account) if policy else None,
        service_control_policy_groups=scps and [
            [Policy("arn:aws:organizations::aws:policy/p", "p", _texts(d)) for d in level] for level in scps
        ],
    )  # fmt: skip
