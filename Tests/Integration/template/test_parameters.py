"""What `breakglass plan templates` writes as parameters is what the templates take."""

import json

import pytest

from testkit.templates import stacks
from testkit.templates.stack import Stack
from testkit.templates.stacks import EMERGENCY, HOME


def parameters(folder, name):
    given = json.loads((folder / f"{name}.parameters.json").read_text())
    return {p["ParameterKey"]: p["ParameterValue"] for p in given}


def write(folder, provider="{ kind: okta, app: 0oaFederation }"):
    """The parameters for a plan with that identity provider."""
    (folder / "plan.yaml").write_text(f"""
organization: example
emergencyAccount: "{EMERGENCY}"
regions: {{ home: {HOME}, standby: us-west-2 }}
identityProvider: {provider}
breakGlassUsers: [BreakglassUser1, BreakglassUser2]
administrators:
  rollout: arn:aws:iam::444455556666:role/Rollout
  custodians: [arn:aws:iam::123456789012:role/Custodian]
  revoker: arn:aws:iam::*:role/Revoker
accounts:
  - {{ number: 1, id: "111122223333", name: production, roles: [RO],
      groups: {{ RO: 00gEmergencyRO }} }}
""")
    stacks.plan_templates(folder / "plan.yaml", folder / "out")
    return folder / "out"


def test_parameters_that_are_written_are_parameters_of_the_templates(tmp_path):
    out = write(tmp_path)
    names = {"evidence", "hub", "region", "access", "workload", "management", "guardrail"}
    assert {p.name.split(".")[0] for p in out.glob("*.parameters.json")} == names
    # What deployment alone knows.
    further = {
        "hub": {"EnricherCode": "x", "PublisherCode": "x"}, "guardrail": {"TargetIds": "r-root"},
    }  # fmt: skip
    for name in names:
        Stack(stacks.template(name), further.get(name, {}) | parameters(out, name))


ID = "1234abcd-12ab-34cd-56ef-1234567890ab"
KEY = f"arn:aws:kms:{HOME}:{EMERGENCY}:key/{ID}"
SECRET = f"arn:aws:secretsmanager:{HOME}:{EMERGENCY}:secret:okta-token"


@pytest.mark.parametrize(
    "provider, expected",
    [
        (f"{{ kind: okta, client: 0oa2, signingKey: {ID} }}", {"SigningKeyArn": KEY}),
        (f'{{ kind: okta, client: 0oa2, signingKey: "{KEY}" }}', {"SigningKeyArn": KEY}),
        ("{ kind: okta, client: 0oa2, signingKey: alias/okta }", {"SigningKeyAlias": "alias/okta"}),
        (f'{{ kind: okta, client: 0oa2, signingKey: "{KEY.split(":key")[0]}:alias/okta" }}',
         {"SigningKeyAlias": "alias/okta"}),
        ("{ kind: okta, apiToken: okta-token }", {"APITokenSecretArn": f"{SECRET}-??????"}),
        (f'{{ kind: okta, apiToken: "{SECRET}-a1b2c3" }}', {"APITokenSecretArn": f"{SECRET}-a1b2c3"}),
        ("{ kind: entra, tenant: example.com, client: 11112222-aaaa-bbbb-cccc-333344445555 }",
         {"TokenAudience": "api://AzureADTokenExchange"}),
    ],
)  # fmt: skip
def test_the_checker_is_given_what_it_signs_in_by_and_nothing_else(tmp_path, provider, expected):
    given = parameters(write(tmp_path, provider), "hub")
    access = {"SigningKeyArn", "SigningKeyAlias", "APITokenSecretArn", "TokenAudience"}
    assert {key: given[key] for key in access & set(given)} == expected
    Stack(stacks.template("hub"), {"EnricherCode": "x", "PublisherCode": "x"} | given)


def test_emergency_groups_are_known_by_their_ids(tmp_path):
    assert parameters(write(tmp_path), "hub")["EmergencyGroupIds"] == "00gEmergencyRO"
