"""Two policy engines decide alike, on stated cases and on everything that our policies speak of."""

import functools

import pytest

from testkit.policies import cases, second_engine
from testkit.policies.second_engine import CannotJudge
from testkit.templates.stacks import EMERGENCY

world = functools.cache(cases.world)
CASES = list(cases.all_cases())


def asked(action, resource, policy):
    """The action, and the resource policy with its account; a role's own trust policy for "trust"."""
    if action == "trust":
        return "sts:AssumeRole", {"policy": world().identities[resource].trust, "owner": resource.split(":")[4]}
    return action, {"policy": policy, "owner": EMERGENCY} if policy else {}


def ours(who, action, resource, context, policy=None):
    name, beside = asked(action, resource, policy)
    return world().may(who, name, resource, key=action == "trust", **beside, **context)


def theirs(who, action, resource, context, policy=None):
    name, beside = asked(action, resource, policy)
    return second_engine.may(world(), who, name, resource, **beside, **context)


def label(case):
    who, action, resource, context, decision, _ = case
    name = who.arn.rsplit("/", 1)[-1]
    return f"{name}-{action}-{resource.split(':', 5)[-1]}-{'-'.join(map(str, context.values()))}-{decision}"


@pytest.mark.parametrize("case", CASES, ids=label)
def test_both_engines_give_the_stated_decision(case):
    who, action, resource, context, decision, policy = case
    assert ours(who, action, resource, context, policy) is decision
    try:
        assert theirs(who, action, resource, context, policy) is decision
    except CannotJudge as why:
        assert who.kind in ("root", "service"), why


def test_how_many_cases_each_engine_decides():
    seen = [case for case in CASES if case[0].kind in ("user", "role")]
    assert len(seen) > 200
    # Root users and services: our engine alone.
    assert len(CASES) - len(seen) == 6
    decisions = [case[4] for case in seen]
    assert min(decisions.count(True), decisions.count(False)) > 60
    # Nothing stands twice.
    assert len({(c[0].arn, c[1], c[2], repr(sorted(c[3].items())), bool(c[5])) for c in CASES}) == len(CASES)


def spoken_of(identity):
    """Every action and resource that the statements of an identity name, without wildcards."""
    every = set()
    for document in identity.policies:
        for statement in document["Statement"]:
            actions = statement.get("Action", statement.get("NotAction"))
            resources = statement.get("Resource", "*")
            actions = actions if isinstance(actions, list) else [actions]
            resources = resources if isinstance(resources, list) else [resources]
            # Policies of AWS's own name whole services.
            if len(actions) < 80:
                every |= {(a.replace("*", "X"), r.replace("*", "x")) for a in actions for r in resources}
    return sorted((a, r) for a, r in every if "${" not in r and a != "X")


STATES = [
    {}, cases.MFA, cases.NO_MFA, cases.ENRICH, cases.PUBLISH | cases.key("alert#a"),
    cases.CHECK | cases.key("run#last"), cases.THIEF | cases.key("link#a"), cases.key("drill#user"),
    {"kms:ResourceAliases": ["alias/breakglass"], "kms:ViaService": "sns.eu-west-1.amazonaws.com"},
]  # fmt: skip


def test_the_engines_agree_on_what_policies_speak_of():
    identities = {arn: made for arn, made in world().identities.items() if not arn.endswith(":root")}
    everything = sorted({deed for identity in world().identities.values() for deed in spoken_of(identity)})
    assert len(identities) > 20
    for arn, identity in identities.items():
        who = cases.Principal(arn.split(":", 5)[5].split("/")[0], arn)
        own = spoken_of(identity)
        tried = [(a, r, state) for a, r in own[:: len(own) // 40 + 1] for state in STATES]
        # And of what others' policies speak of, another part for each.
        tried += [(a, r, {}) for a, r in everything[len(own) % 29 :: 29]]
        assert len(tried) > 30
        for action, resource, state in tried:
            mine, other = (engine(who, action, resource, state) for engine in (ours, theirs))
            assert mine is other, (arn, action, resource, state)


def test_the_second_engine_says_what_it_does_not_know():
    for who in (cases.root(EMERGENCY), cases.service("lambda.amazonaws.com")):
        with pytest.raises(CannotJudge):
            theirs(who, "s3:ListAllMyBuckets", "*", {})
