"""botocore can read the responses of the stand-in for Identity Center."""

import botocore.exceptions
import botocore.session
import pytest

from testkit.idp.identity_center import APP, Administration, Directory


@pytest.fixture
def administration():
    with Administration() as server:
        yield server


@pytest.fixture
def client(administration):
    """client("sso-admin") is one of botocore's, which talks to it."""
    session = botocore.session.Session()
    session.set_credentials("AKIAIOSFODNN7EXAMPLE", "x")
    return lambda service: session.create_client(
        service, region_name="eu-west-1", endpoint_url=administration.url
    )


def test_the_application_in_order_is_disabled(client):
    admin = client("sso-admin")
    assert admin.describe_application(ApplicationArn=APP)["Status"] == "DISABLED"
    about = admin.get_application_assignment_configuration(ApplicationArn=APP)
    assert about["AssignmentRequired"] is True


def test_another_application_is_not_found(client):
    with pytest.raises(botocore.exceptions.ClientError, match="ResourceNotFoundException"):
        client("sso-admin").describe_application(ApplicationArn=APP.replace("apl-1", "apl-2"))


def test_assignments_come_two_on_a_page(administration, client):
    for number in range(5):
        administration.assign(f"group{number}", "GROUP")
    pages = client("sso-admin").get_paginator("list_application_assignments").paginate(ApplicationArn=APP)
    found = [[one["PrincipalId"] for one in page["ApplicationAssignments"]] for page in pages]
    assert found == [["group0", "group1"], ["group2", "group3"], ["group4"]]


def test_the_history_is_searched_by_name_and_time(administration, client):
    for name, hours in [("Federate", 1), ("Federate", 30), ("CreateGroup", 1)]:
        administration.record(name, hours_ago=hours)
    about = {"AttributeKey": "EventName", "AttributeValue": "Federate"}
    trail = client("cloudtrail")
    time = administration.history[0]["eventTime"]
    found = trail.lookup_events(LookupAttributes=[about], StartTime=time)["Events"]
    assert len(found) == 1 and '"eventID": "0"' in found[0]["CloudTrailEvent"]


def test_the_directory_keeps_groups_and_members(boto):
    client = boto("identitystore")
    directory = Directory(client)
    group = directory.group("control")
    directory.member(group, "jane@example.com")
    about = {"IdentityStoreId": directory.store, "GroupId": group}
    assert len(client.list_group_memberships(**about)["GroupMemberships"]) == 1
    directory.empty(group)
    assert client.list_group_memberships(**about)["GroupMemberships"] == []
