"""Each API call of the services that we rely on is in one class: it reads, it has a row, it signs somebody
in, or it is harmless for a reason. The referees are AWS's own models and the names that its documents add."""

import pytest

from testkit.events import cloudtrail_only, every_call
from testkit.sources import swift_catalog

HINT = "see CONTRIBUTING.md, Renew AWS's models"


@pytest.mark.parametrize("service", every_call.MODELS)
def test_every_call_is_in_a_class(service):
    assert every_call.known(service)
    assert every_call.unclassified(service) == [], HINT


@pytest.mark.parametrize("service", every_call.MODELS)
def test_every_call_of_a_class_exists(service):
    assert every_call.unknown(service) == []


def test_no_other_service_of_aws_is_in_the_catalog():
    services = {source for source, _ in swift_catalog.classes()}
    of_cloudtrail = {source for source in services if source.endswith(".amazonaws.com")}
    assert of_cloudtrail == {f"{service}.amazonaws.com" for service in every_call.MODELS}


def test_a_name_that_only_cloudtrail_has_is_no_operation():
    for service, name in cloudtrail_only.NAMES:
        assert name not in every_call.in_botocore(service), f"{service} {name}: botocore has it now"


def test_each_name_has_its_document():
    assert all(source.startswith("https://docs.aws.amazon.com/") for source in cloudtrail_only.NAMES.values())
    assert len(cloudtrail_only.NAMES) == sum(len(group.events) for group in cloudtrail_only.GROUPS)


def test_what_is_harmless_has_a_reason():
    found = [about for about in swift_catalog.listed() if about["class"] == "harmless"]
    assert found
    for about in found:
        assert len(about["reason"].split()) >= 3 and not about["reason"].endswith("."), about
