"""Host names of every service in every Region, by botocore's own rules."""

import os

import botocore.session
import pytest
from botocore.endpoint_provider import EndpointProvider

from testkit.programs import aws_probe

SERVICES = [
    "account",
    "cloudformation",
    "cloudtrail",
    "cloudwatch",
    "dynamodb",
    "events",
    "iam",
    "identitystore",
    "kms",
    "lambda",
    "logs",
    "organizations",
    "secretsmanager",
    "service-quotas",
    "sns",
    "sqs",
    "sso-admin",
    "sts",
]

# Where the templates can be deployed; the others have host names of their own for some services.
PARTITIONS = ["aws", "aws-us-gov", "aws-cn"]


@pytest.mark.parametrize("fips", [False, True])
@pytest.mark.parametrize("dual", [False, True])
def test_hosts_are_botocore_s(fips, dual):
    session = botocore.session.get_session()
    loader = session.get_component("data_loader")
    partitions = loader.load_data("partitions")
    regions = [
        region
        for partition in PARTITIONS
        if not (fips and partition == "aws-cn")  # there are no such hosts in China
        for region in session.get_available_regions("kms", partition)
    ]
    expected = {}
    for service in SERVICES:
        rules = loader.load_service_model(service, "endpoint-rule-set-1")
        provider = EndpointProvider(rules, partitions)
        given = {"UseGlobalEndpoint": False} if service == "sts" else {}
        for region in regions:
            endpoint = provider.resolve_endpoint(
                Region=region, UseFIPS=fips, UseDualStack=dual, **given
            )
            expected[f"{service} {region}"] = endpoint.url
    environment = {
        "PATH": os.environ["PATH"],
        "AWS_USE_FIPS_ENDPOINT": str(fips).lower(),
        "AWS_USE_DUALSTACK_ENDPOINT": str(dual).lower(),
    }
    assert len(regions) > 30
    assert aws_probe.run(environment, "endpoints", regions=",".join(regions)) == expected
