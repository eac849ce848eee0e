"""Every API call of the services that emergency access and the alert path rely on.

As a program, it prints what is in no class of the catalog, and what the catalog lists although nobody
knows it.
"""

import functools

import botocore
from botocore.session import get_session

from testkit.events import cloudtrail_only
from testkit.sources import swift_catalog

# botocore's models by the first word of CloudTrail's `eventSource`. What the access portal and its tokens
# do is recorded as Identity Center's.
MODELS = {
    "signin": ["signin"], "sts": ["sts"], "iam": ["iam"], "organizations": ["organizations"],
    "account": ["account"], "sso": ["sso-admin", "sso", "sso-oidc"], "sso-directory": [],
    "identitystore": ["identitystore"], "events": ["events"], "scheduler": ["scheduler"],
    "sns": ["sns"], "sms-voice": ["pinpoint-sms-voice-v2"], "kms": ["kms"], "lambda": ["lambda"],
    "sqs": ["sqs"], "dynamodb": ["dynamodb"], "monitoring": ["cloudwatch"],
    "cloudtrail": ["cloudtrail"], "logs": ["logs"], "s3": ["s3"],
    "cloudformation": ["cloudformation"],
}  # fmt: skip


@functools.cache
def in_botocore(service):
    """The operations of a service."""
    session = get_session()
    return frozenset(
        name
        for model in MODELS[service]
        for name in session.get_service_model(model).operation_names
    )


def in_cloudtrail_only(service):
    """The names that only CloudTrail has."""
    return {name for word, name in cloudtrail_only.NAMES if word == service}


def known(service):
    """Every call of a service that AWS has."""
    return in_botocore(service) | in_cloudtrail_only(service)


def in_the_catalog(service):
    """Every call of a service that is in a class."""
    return {name for source, name in swift_catalog.classes() if source == f"{service}.amazonaws.com"}


def unclassified(service):
    """The calls that are in no class."""
    return sorted(known(service) - in_the_catalog(service))


def unknown(service):
    """The calls that a class lists and AWS does not have."""
    return sorted(in_the_catalog(service) - known(service))


def main():
    print(f"botocore {botocore.__version__}")
    for service in MODELS:
        for name in unclassified(service):
            print(f"in no class: {service} {name}")
        for name in unknown(service):
            print(f"not found in AWS: {service} {name}")


if __name__ == "__main__":
    main()
