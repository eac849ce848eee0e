"""The policy engine decides as IAM's documentation says."""

import pytest

from testkit.policies.conditions import PolicyError
from testkit.policies.evaluation import (
    FULL_ACCESS,
    Principal,
    Request,
    is_allowed,
    role,
    root,
    service,
    user,
)

OURS, OTHER = "111122223333", "444455556666"
BUCKET = "arn:aws:s3:::example/key"


def policy(effect="Allow", **elements):
    return {"Statement": [{"Effect": effect, "Action": "s3:*", "Resource": "*", **elements}]}


def ask(who=None, action="s3:GetObject", resource=BUCKET, **context):
    return Request(who or user(OURS, "dana"), action, resource, context)


def test_a_denial_wins_wherever_it_stands():
    deny = policy("Deny")
    assert is_allowed(ask(), identity=[FULL_ACCESS])
    assert not is_allowed(ask(), identity=[FULL_ACCESS, deny])
    assert not is_allowed(ask(), identity=[FULL_ACCESS], boundary=deny)
    assert not is_allowed(ask(), identity=[FULL_ACCESS], scps=[[FULL_ACCESS, deny]])
    assert not is_allowed(
        ask(), identity=[FULL_ACCESS], resource=policy("Deny", Principal="*")
    )
    assert not is_allowed(
        ask(root(OURS)), resource=policy("Deny", Principal={"AWS": "*"})
    )


def test_boundaries_sessions_and_service_control_policies_only_limit():
    reads = policy(Action="s3:Get*")
    for limit in ({"boundary": reads}, {"session": reads}, {"scps": [[FULL_ACCESS], [reads]]}):
        assert is_allowed(ask(), identity=[FULL_ACCESS], **limit)
        assert not is_allowed(ask(action="s3:PutObject"), identity=[FULL_ACCESS], **limit)
        assert not is_allowed(ask(), **limit)


def test_not_action_and_not_resource():
    deny = {"Effect": "Deny", "NotAction": ["s3:Get*"], "Resource": "*"}
    document = {"Statement": [*FULL_ACCESS["Statement"], deny]}
    assert is_allowed(ask(), identity=[document])
    assert not is_allowed(ask(action="s3:PutObject"), identity=[document])
    elsewhere = {"Statement": [{"Effect": "Allow", "Action": "*", "NotResource": BUCKET}]}
    assert not is_allowed(ask(), identity=[elsewhere])


def test_within_an_account_either_side_allows():
    by_name = policy(Principal={"AWS": f"arn:aws:iam::{OURS}:user/dana"})
    assert is_allowed(ask(), resource=by_name)
    assert not is_allowed(ask(user(OURS, "erin")), resource=by_name)
    assert is_allowed(ask(user(OURS, "erin")), identity=[policy()], resource=by_name)


def test_an_account_as_principal_leaves_the_decision_to_its_own_policies():
    by_account = policy(Principal={"AWS": f"arn:aws:iam::{OURS}:root"})
    assert not is_allowed(ask(), resource=by_account)
    assert is_allowed(ask(), identity=[policy()], resource=by_account)
    assert is_allowed(ask(root(OURS)), resource=by_account)


def test_across_accounts_both_sides_must_allow():
    theirs = policy(Principal={"AWS": OURS})
    across = {"resource_account": OTHER}
    assert is_allowed(ask(), identity=[FULL_ACCESS], resource=theirs, **across)
    assert not is_allowed(ask(), resource=theirs, **across)
    assert not is_allowed(ask(), identity=[FULL_ACCESS], **across)
    nobody = policy(Principal={"AWS": OTHER})
    assert not is_allowed(ask(), identity=[FULL_ACCESS], resource=nobody, **across)


def test_trust_and_key_policies_must_allow():
    trust = {"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
                            "Principal": {"AWS": f"arn:aws:iam::{OURS}:root"}}]}  # fmt: skip
    asked = ask(action="sts:AssumeRole", resource=f"arn:aws:iam::{OURS}:role/x")
    assert not is_allowed(asked, identity=[FULL_ACCESS], resource_decides=True)
    assert not is_allowed(asked, resource=trust, resource_decides=True)
    assert is_allowed(asked, identity=[FULL_ACCESS], resource=trust, resource_decides=True)


def test_services_and_providers_are_named_by_the_resource_alone():
    sns = service("sns.amazonaws.com")
    assert is_allowed(ask(sns), resource=policy(Principal={"Service": "sns.amazonaws.com"}))
    assert not is_allowed(ask(sns), resource=policy(Principal={"Service": "sqs.amazonaws.com"}))
    assert not is_allowed(ask(sns), resource=policy(Principal={"AWS": "*"}))
    provider = f"arn:aws:iam::{OURS}:saml-provider/Okta"
    trust = policy(Principal={"Federated": provider}, Action="sts:AssumeRoleWithSAML")
    asked = ask(Principal("saml", provider), "sts:AssumeRoleWithSAML")
    assert is_allowed(asked, resource=trust, resource_decides=True)


def test_not_principal_spares_whom_it_names():
    deny = policy("Deny", NotPrincipal={"AWS": f"arn:aws:iam::{OURS}:role/x"})
    assert is_allowed(ask(role(OURS, "x")), identity=[FULL_ACCESS], resource=deny)
    assert not is_allowed(ask(role(OURS, "y")), identity=[FULL_ACCESS], resource=deny)


@pytest.mark.parametrize("statement", [{"Effect": "allow"}, {"Effect": "Allow", "Actions": []}])
def test_what_iam_would_refuse_is_refused(statement):
    with pytest.raises(PolicyError):
        is_allowed(ask(), identity=[{"Statement": [statement]}])
