"""AWS's limits that no emulator enforces, with the longest names and with plans of every size.

Sources: "AWS CloudFormation quotas", "IAM and AWS STS quotas", "Amazon EventBridge quotas", "Quotas
and service limits for AWS Organizations".
"""

import json

import pytest

from testkit.patterns.syntax import size
from testkit.repository import TEMPLATES
from testkit.templates import stacks
from testkit.templates.reading import load
from testkit.templates.stack import Stack
from testkit.templates.stacks import EMERGENCY

# As much as `breakglass plan templates` takes: each ARN with quotes and comma, each account as an ARN.
LONGEST_AUDITORS = {
    "AuditorArns": ",".join(
        f"arn:aws-us-gov:iam::{i}22233334444:role/" + "a" * (1_400 // 8 - 38 - 3 - 40) for i in range(8)
    ),
    "AuditorAccountArns": ",".join(f"arn:aws-us-gov:iam::{i}22233334444:root" for i in range(8)),
}
LONGEST_USERS = {f"BreakGlassUser{i}": "u" * 63 + str(i) for i in range(1, 5)}
LONGEST = {"SAMLProviderName": "p" * 128} | LONGEST_USERS
LONGEST_TRAIL = "arn:{}:cloudtrail:ap-southeast-2:444455556666:trail/" + "t" * 128
SSO = "role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_BreakGlass{}_0123456789abcdef"


def characters(document):
    """What IAM and Organizations count: the policy without spaces."""
    return len(json.dumps(document, separators=(",", ":")))


def in_partition(stack, partition):
    if partition == "aws-us-gov":
        stack.partition, stack.region = partition, "us-gov-west-1"
    return stack


PARTITIONS = pytest.mark.parametrize("partition", ["aws", "aws-us-gov"])


@PARTITIONS
def test_trust_policies_fit_the_default_of_2048_characters(partition):
    taken = sum(len(a) + 3 for a in LONGEST_AUDITORS["AuditorArns"].split(",")) + 8 * 40
    assert 1_350 <= taken <= 1_400
    for stack in (
        stacks.workload(RoleNumber="99999", **LONGEST_USERS, **LONGEST_AUDITORS),
        stacks.management(**LONGEST_USERS, **LONGEST_AUDITORS),
        stacks.access(RoleNumber="99999", **LONGEST),
        stacks.hub(),
        stacks.region(),
    ):
        for about in in_partition(stack, partition).resources("AWS::IAM::Role").values():
            assert characters(about["AssumeRolePolicyDocument"]) <= 2_048


@PARTITIONS
def test_managed_policies_fit_6144_and_inline_policies_10240_characters(partition):
    # 80 accounts are as many as `breakglass plan templates` lists one by one.
    arns = ",".join(f"arn:{partition}:iam::{i:012}:role/BreakGlassRole" for i in range(80))
    repair = f"arn:{partition}:iam::{EMERGENCY}:role/EmergencyAccess_IdentityRepair"
    stack = stacks.access(
        BreakGlassRoleArns=arns, IdentityRepairRoleArn=repair, OrganizationId="o-" + "a" * 32,
        **LONGEST,
    )  # fmt: skip
    for about in in_partition(stack, partition).resources("AWS::IAM::ManagedPolicy").values():
        assert characters(about["PolicyDocument"]) <= 6_144
    for one in (stack, stacks.hub(), stacks.workload(), stacks.management(), stacks.region()):
        for about in in_partition(one, partition).resources("AWS::IAM::Role").values():
            inline = sum(characters(p["PolicyDocument"]) for p in about.get("Policies", []))
            assert inline <= 10_240
            assert len(about.get("ManagedPolicyArns", [])) <= 10


@PARTITIONS
def test_service_control_policies_fit_5120_characters_and_leave_room_for_others(partition):
    def arn(name, account="*"):
        return f"arn:{partition}:iam::{account}:{SSO.format(name)}"

    stack = stacks.guardrail(
        RolloutArns=arn("Rollout"), RevokerArns=arn("SecurityOnCall"),
        CustodianArns=",".join(arn(f"Custodian{i}", EMERGENCY) for i in (1, 2)),
        TrailArn=LONGEST_TRAIL.format(partition), **LONGEST,
    )  # fmt: skip
    made = in_partition(stack, partition).resources("AWS::Organizations::Policy").values()
    targets = [target for about in made for target in about["TargetIds"]]
    for about in made:
        assert characters(about["Content"]) <= 5_120, about["Name"]
    for target in set(targets):
        # Five in all, FullAWSAccess among them.
        assert targets.count(target) <= 2


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.yaml")), ids=lambda path: path.name)
def test_templates_stay_within_cloudformation(path):
    template = load(path)
    assert len(template["Resources"]) <= 500
    assert len(template.get("Parameters", {})) <= 200
    assert len(template.get("Outputs", {})) <= 200
    assert len(template["Description"]) <= 1_024
    assert path.stat().st_size <= 1_000_000
    for name, about in template.get("Parameters", {}).items():
        assert len(about["Description"]) <= 4_000, name


def test_only_the_hub_is_too_long_to_be_sent_without_a_bucket():
    # Above 51,200 bytes a template must come from S3; code.yaml makes the bucket first.
    assert {p.name for p in TEMPLATES.glob("*.yaml") if p.stat().st_size > 51_200} == {"hub.yaml"}


def plan_of(folder, accounts, *, share=1, metadata=None, guard=(), users=2):
    """A plan with that many accounts, `share` of them under each number."""
    lines = [
        "organization: example", f'emergencyAccount: "{EMERGENCY}"',
        "regions: { home: eu-west-1, standby: us-west-2 }",
        "identityProvider: { kind: okta, app: 0oaFederation"
        + (", metadata: metadata.xml }" if metadata else " }"),
        "breakGlassUsers: [" + ", ".join(f"BreakglassUser{i + 1}" for i in range(users)) + "]",
        "administrators:",
        "  rollout: arn:aws:iam::444455556666:role/Rollout",
        "  custodians: [arn:aws:iam::123456789012:role/Custodian]",
        "  revoker: arn:aws:iam::*:role/Revoker",
        "accounts:",
    ]  # fmt: skip
    for i in range(accounts):
        lines.append(
            f'  - {{ number: {i // share + 1}, id: "{200000000000 + i}", name: a{i}, '
            f"roles: [RO, Ops], "
            f"groups: {{ RO: 00gR{i // share:016}, Ops: 00gO{i // share:016} }} }}"
        )
    lines += ["guard:"] * bool(guard) + [f'  - "{arn}"' for arn in guard]
    if metadata:
        (folder / "metadata.xml").write_text(metadata)
    (folder / "plan.yaml").write_text("\n".join(lines) + "\n")
    return folder / "plan.yaml"


def check_files(folder):
    """Every file that was written, inside the limits; the number of emergency roles."""
    emergency_roles = 0
    for path in folder.glob("*.json"):
        content = load(path)
        if path.name.endswith(".parameters.json"):
            for parameter in content:
                assert len(parameter["ParameterValue"].encode()) <= 4_096, parameter["ParameterKey"]
            continue
        assert path.stat().st_size <= 1_000_000
        assert len(content["Resources"]) <= 500
        for rows in content.get("Mappings", {}).values():
            assert len(rows) <= 200 and all(len(row) <= 200 for row in rows.values())
        stack = Stack(content, account=str(200000000000))
        for about in stack.resources("AWS::Events::Rule").values():
            assert size(about["EventPattern"]) <= 2_048
        for about in stack.resources("AWS::IAM::ManagedPolicy").values():
            assert characters(about["PolicyDocument"]) <= 6_144
        if path.name.startswith("workload-roles"):
            continue
        for about in stack.resources("AWS::IAM::Role").values():
            emergency_roles += about.get("RoleName", "").startswith("EmergencyAccess_")
            assert characters(about["AssumeRolePolicyDocument"]) <= 2_048
            inline = sum(characters(p["PolicyDocument"]) for p in about.get("Policies", []))
            assert inline <= 10_240 and len(about.get("ManagedPolicyArns", [])) <= 10
    return emergency_roles


@pytest.mark.parametrize("accounts, share", [(3, 1), (50, 1), (1000, 1), (1000, 10), (1000, 1000)])
def test_plans_of_every_size_stay_inside_and_say_how(tmp_path, accounts, share):
    written = tmp_path / "out"
    said = stacks.plan_templates(plan_of(tmp_path, accounts, share=share), written)
    roles = check_files(written)
    assert roles == 2 * -(-accounts // share)
    assert ("a mapping holds 200" in said) is (accounts > 200)
    assert ("whole organization" in said) is (accounts > 300)
    assert ("group ids" in said) is (roles > 43)
    # 2,000 roles do not fit into an account: what helps is said.
    assert ("the same number" in said) is (roles > 1_000)
    assert ("templates, since one holds" in said) is (roles > 450)


def test_more_accounts_than_a_roles_policies_can_name_are_refused(tmp_path):
    plan = plan_of(tmp_path, 1200, share=1200)
    result = stacks.run_plan_templates(plan, tmp_path / "out")
    assert result.returncode != 0
    assert "EmergencyAccess_Role1_" in result.stderr and "hint:" in result.stderr
    assert not (tmp_path / "out").exists()


def test_metadata_that_no_parameter_holds_goes_into_the_template(tmp_path):
    metadata = "<EntityDescriptor>" + "x" * 20_000 + "</EntityDescriptor>"
    assert len(metadata.encode()) > 4_096
    stacks.plan_templates(plan_of(tmp_path, 3, metadata=metadata), tmp_path / "out")
    check_files(tmp_path / "out")
    provider = Stack(load(tmp_path / "out/access-roles-1.json")).resources("AWS::IAM::SAMLProvider")
    assert provider["SAMLProvider"]["SamlMetadataDocument"] == metadata
    access = json.loads((tmp_path / "out/access.parameters.json").read_text())
    assert "SAMLMetadata" not in {p["ParameterKey"] for p in access}


def test_guarded_resources_take_rules_until_a_bus_has_no_room(tmp_path):
    some = [f"arn:aws:iam::200000000000:role/Legacy{i}" for i in range(100)]
    said = stacks.plan_templates(plan_of(tmp_path, 3, guard=some), tmp_path / "out")
    check_files(tmp_path / "out")
    assert "100 guarded resources take" in said
    many = [f"arn:aws:iam::200000000000:role/Legacy{i}" for i in range(3_000)]
    result = stacks.run_plan_templates(plan_of(tmp_path, 3, guard=many), tmp_path / "more")
    assert result.returncode != 0 and "hint:" in result.stderr
