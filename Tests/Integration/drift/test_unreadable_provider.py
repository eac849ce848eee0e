"""AD FS, and whatever nobody here can ask: what was not seen is said, and AWS's side is checked all the same."""

import pytest

from testkit.drift.healthy import EMERGENCY
from testkit.idp import saml_documents

PROVIDER = f"arn:aws:iam::{EMERGENCY}:saml-provider/Okta"

# What only the identity provider could answer.
UNSEEN = {
    "emergency-groups-are-assigned", "emergency-groups-exist", "emergency-groups-have-no-members",
    "federation-app-exists", "federation-app-has-no-direct-users", "federation-app-is-inactive",
    "groups-and-app-untouched-since-last-run", "idp-certificate-is-in-the-provider",
    "no-rule-fills-an-emergency-group", "nobody-signed-in-through-the-app", "only-emergency-groups-reach-the-app",
    "plan-matches-organization", "responders-are-ready", "sign-on-policy-demands-mfa",
}  # fmt: skip

# What AWS answers by itself.
SEEN = {
    "emergency-roles-assume-only-planned-roles", "emergency-roles-exist", "emergency-roles-trust-the-provider",
    "emergency-roles-unused", "saml-certificate-is-not-expiring", "saml-provider-exists",
    "workload-roles-trust-only-their-emergency-role",
}  # fmt: skip


@pytest.fixture(params=["adfs", "other"])
def kind(request):
    return request.param


@pytest.fixture
def plan(kind, world, tmp_path):
    """The plan of the healthy set-up, whose identity provider is of a kind without a reader."""
    lines = world.plan.read_text().splitlines(keepends=True)
    [start] = [number for number, line in enumerate(lines) if line.startswith("identityProvider:")]
    lines[start : start + 3] = [f"identityProvider: {{ kind: {kind}, samlProvider: Okta }}\n"]
    path = tmp_path / "plan.yaml"
    path.write_text("".join(lines))
    return path


def test_what_nobody_could_see_is_never_in_sync(check, kind, plan):
    report = check(plan=plan)
    assert report.having("drifted") == {}, report.text
    unseen = report.having("notChecked")
    assert set(unseen) == UNSEEN
    for name in UNSEEN:
        reasons = {finding["reason"] for finding in unseen[name]["findings"]} - {None}
        assert reasons == {"notConfigured"}, unseen[name]
    facts = {fact for name in UNSEEN for fact in report.facts(name)}
    assert any(f"nothing here reads one of kind {kind}" in fact for fact in facts), facts
    assert SEEN <= set(report.having("inSync"))
    assert report.status == 2


def test_a_plan_may_accept_it_until_a_day(check, plan):
    about = "resource: the identity provider, reason: asked by hand, until: 2999-01-01"
    waivers = [f"  - {{ check: {name}, {about} }}\n" for name in sorted(UNSEEN)]
    plan.write_text(plan.read_text() + "waivers:\n" + "".join(waivers))
    report = check(plan=plan)
    assert set(report.having("waived")) == UNSEEN
    assert report.status == 0, report.text


@pytest.mark.parametrize("days, found", [(3650, set()), (20, {"saml-certificate-is-not-expiring"})])
def test_its_certificate_is_watched_where_aws_keeps_it(check, world, plan, days, found):
    """The latest of several counts, since nobody says which one signs."""
    iam = world.emergency.client("iam")
    kept = iam.get_saml_provider(SAMLProviderArn=PROVIDER)["SAMLMetadataDocument"]
    latest, earlier, *others = [saml_documents.certificate(end) for end in (days, 10, *[3650] * 5)]
    document = saml_documents.federation_metadata("http://sts.example.com/adfs", [earlier, latest], others)
    iam.update_saml_provider(SAMLProviderArn=PROVIDER, SAMLMetadataDocument=document.decode())
    try:
        report = check(plan=plan)
    finally:
        iam.update_saml_provider(SAMLProviderArn=PROVIDER, SAMLMetadataDocument=kept)
    assert set(report.having("drifted")) == found
