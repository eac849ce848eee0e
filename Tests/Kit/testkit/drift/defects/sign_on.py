"""Defects of sign-on: policy, people, log stream, the checker's credential, certificates."""

import datetime

from testkit.aws.answers import xml
from testkit.drift.breaking import iam
from testkit.drift.defects.catalog import defect
from testkit.drift.healthy import EMERGENCY, HOME
from testkit.idp import saml_documents

PROVIDER = f"arn:aws:iam::{EMERGENCY}:saml-provider/Okta"


def emergency_rule(okta):
    return okta.policy_rules[1]


@defect("sign-on-policy-demands-mfa", "without MFA")
def the_policy_asks_for_one_factor(world, answers, okta):
    emergency_rule(okta)["actions"]["appSignOn"]["verificationMethod"]["factorMode"] = "1FA"
    yield


@defect("sign-on-policy-demands-mfa", "lets people in without MFA")
def the_catch_all_lets_people_in(world, answers, okta):
    okta.policy_rules[0]["actions"]["appSignOn"] = {
        "access": "ALLOW", "verificationMethod": {"type": "ASSURANCE", "factorMode": "1FA"},
    }  # fmt: skip
    yield


@defect("sign-on-policy-demands-mfa", "responders")
def the_policy_denies_the_responders(world, answers, okta):
    emergency_rule(okta)["actions"]["appSignOn"]["access"] = "DENY"
    yield


@defect("sign-on-policy-demands-mfa", "responders")
def the_rule_for_responders_is_off(world, answers, okta):
    emergency_rule(okta)["status"] = "INACTIVE"
    yield


@defect("responders-are-ready", "does not exist")
def a_responder_is_gone(world, answers, okta):
    okta.users = {}
    yield


@defect("responders-are-ready", "SUSPENDED")
def a_responder_is_suspended(world, answers, okta):
    okta.users["jane@example.com"]["status"] = "SUSPENDED"
    yield


@defect("responders-are-ready", "no second factor")
def a_responder_has_no_factor(world, answers, okta):
    begun = {"factorType": "push", "status": "PENDING_ACTIVATION"}
    okta.factors["00u1"] = [begun, {"factorType": "question", "status": "ACTIVE"}]
    yield


@defect("idp-log-stream-is-active", "no log stream")
def there_is_no_log_stream(world, answers, okta):
    okta.streams = []
    yield


@defect("idp-log-stream-is-active", "no log stream")
def the_log_streams_elsewhere(world, answers, okta):
    okta.streams[0]["settings"]["accountId"] = "999988887777"
    yield


@defect("checker-credential-is-healthy", "Disabled")
def the_signing_key_is_disabled(world, answers, okta):
    kms = world.emergency.client("kms", HOME)
    key = kms.describe_key(KeyId="alias/breakglass-okta")["KeyMetadata"]["KeyId"]
    kms.disable_key(KeyId=key)
    yield
    kms.enable_key(KeyId=key)


@defect("checker-credential-is-healthy", "does not exist")
def the_signing_key_is_gone(world, answers, okta):
    kms = world.emergency.client("kms", HOME)
    key = kms.describe_key(KeyId="alias/breakglass-okta")["KeyMetadata"]["KeyId"]
    kms.delete_alias(AliasName="alias/breakglass-okta")
    yield
    kms.create_alias(AliasName="alias/breakglass-okta", TargetKeyId=key)


# Certificates ----------------------------------------------------------------------------------------


def metadata_in_aws(world, document):
    own = {"SAMLProviderArn": PROVIDER}
    kept = iam(world).get_saml_provider(**own)["SAMLMetadataDocument"]
    iam(world).update_saml_provider(**own, SAMLMetadataDocument=document)
    yield
    iam(world).update_saml_provider(**own, SAMLMetadataDocument=kept)


@defect("idp-certificate-is-in-the-provider", "does not know")
def the_provider_has_an_old_certificate(world, answers, okta):
    old = saml_documents.metadata("http://www.okta.com/exk1", saml_documents.certificate())
    yield from metadata_in_aws(world, old.decode())


@defect("idp-certificate-is-in-the-provider", "calls itself")
def the_provider_knows_another_entity(world, answers, okta):
    yield from metadata_in_aws(world, okta.metadata.decode().replace("okta.com/exk1", "okta.com/exk2"))


def expiring(world, okta, days):
    """The same certificate at the identity provider and in AWS."""
    certificate = saml_documents.certificate(days)
    okta.metadata = saml_documents.metadata("http://www.okta.com/exk1", certificate)
    okta.keys = [{"kid": "key1", "x5c": [certificate]}]
    yield from metadata_in_aws(world, okta.metadata.decode())


@defect("saml-certificate-is-not-expiring", "expires on")
def the_certificate_expires_within_weeks(world, answers, okta):
    yield from expiring(world, okta, 75)


@defect("saml-certificate-is-not-expiring", "expired on")
def the_certificate_has_expired(world, answers, okta):
    yield from expiring(world, okta, -0.5)


@defect("saml-certificate-is-not-expiring", "the provider's metadata expires on")
def the_metadata_expire(world, answers, okta):
    until = (datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=20)).strftime("%Y-%m-%dT%H:%M:%SZ")
    document = okta.metadata.decode().replace("entityID=", f'validUntil="{until}" entityID=')
    yield from metadata_in_aws(world, document)


@defect("saml-certificate-is-not-expiring", "the SAML provider expires on")
def the_provider_expires(world, answers, okta):
    until = (datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=20)).strftime("%Y-%m-%dT%H:%M:%SZ")
    answers.replaced["iam:GetSAMLProvider"] = lambda request: xml(
        "GetSAMLProvider", SAMLMetadataDocument=okta.metadata.decode(), CreateDate="2026-01-01T00:00:00Z",
        ValidUntil=until,
    )  # fmt: skip
    yield
