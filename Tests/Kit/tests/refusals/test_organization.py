"""Who may read the organization, by calls through the layer in front of moto."""

import botocore.exceptions
import pytest

from testkit.refusals.front import Front
from testkit.refusals.rows import ACCOUNT


@pytest.fixture
def front(aws):
    front = Front(aws)
    aws.answers = front.answer
    return front


def test_delegated_administrators_read_the_organization_and_other_members_do_not(front, boto):
    organizations = boto("organizations")
    organizations.create_organization(FeatureSet="ALL")
    status = organizations.create_account(AccountName="security", Email="a@example.com")["CreateAccountStatus"]
    number, root = status["AccountId"], organizations.list_roots()["Roots"][0]["Id"]
    role = boto("sts").assume_role(
        RoleArn=f"arn:aws:iam::{number}:role/OrganizationAccountAccessRole", RoleSessionName="test"
    )
    keys = role["Credentials"]
    member = boto(
        "organizations", aws_access_key_id=keys["AccessKeyId"], aws_secret_access_key=keys["SecretAccessKey"],
        aws_session_token=keys["SessionToken"],
    )  # fmt: skip
    assert member.describe_organization()["Organization"]["MasterAccountId"] == ACCOUNT
    with pytest.raises(botocore.exceptions.ClientError, match="don't have permissions"):
        member.list_children(ParentId=root, ChildType="ACCOUNT")

    service = {"ServicePrincipal": "member.org.stacksets.cloudformation.amazonaws.com"}
    assert organizations.list_delegated_administrators(**service)["DelegatedAdministrators"] == []
    organizations.register_delegated_administrator(AccountId=number, **service)
    (found,) = member.list_delegated_administrators(**service)["DelegatedAdministrators"]
    assert found["Id"] == number
    children = member.list_children(ParentId=root, ChildType="ACCOUNT")["Children"]
    assert {child["Id"] for child in children} == {ACCOUNT, number}
    with pytest.raises(botocore.exceptions.ClientError, match="don't have permissions"):
        member.create_account(AccountName="more", Email="b@example.com")
