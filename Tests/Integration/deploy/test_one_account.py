"""One account without an organization: one command after a plan of ten lines."""

from testkit.deployment.account import EMERGENCY, ENABLED, HOME, PLAN, STANDBY, rules_of_template

# moto runs no function, so no canary is sent.
DEPLOY = "--yes", "--wait", "0"


def test_one_command_brings_everything_and_a_second_one_changes_nothing(run, plan, cloud, emergency):
    said = run("deploy", *DEPLOY, plan())
    assert "4 covered, 1 off" in said
    for region in ENABLED:
        there = emergency.inventory(region)
        assert "breakglass-region" in there["stacks"]
        assert set(there["rules"]) == rules_of_template(EMERGENCY, region)
        assert any(url.endswith("/breakglass-rules-dlq") for url in there["queues"])
    for region in (HOME, STANDBY):
        there = emergency.inventory(region)
        checker = ["breakglass-drift-checker"] if region == HOME else []
        assert there["functions"] == [
            *checker, "breakglass-event-enricher", "breakglass-sns-publisher", "breakglass-sns-publisher-critical",
        ]  # fmt: skip
        assert [arn.rpartition(":")[2] for arn in there["topics"]] == [
            "breakglass-alarms", "breakglass-alerts", "breakglass-alerts-chat",
        ]  # fmt: skip
        assert there["tables"] == ["breakglass-state"]
        assert there["keys"] == ["alias/breakglass"]
        assert there["buses"] == there["archives"] == ["breakglass-hub"]
        assert len(there["logs"]) == 4
        assert there["subscriptions"] == ["security@example.com"] * 2
    identities = emergency.identities()
    assert identities["users"] == ["BreakglassUser1", "BreakglassUser2"]
    assert {"BreakGlassRole", "BreakGlassAudit", "breakglass-sns-publisher-standby"} <= set(
        identities["roles"]
    )
    assert f"breakglass-code-{EMERGENCY}-{HOME}" in identities["buckets"]
    policy = emergency.client("iam").get_policy(PolicyArn=f"arn:aws:iam::{EMERGENCY}:policy/breakglass-user")
    document = emergency.client("iam").get_policy_version(
        PolicyArn=policy["Policy"]["Arn"], VersionId=policy["Policy"]["DefaultVersionId"]
    )["PolicyVersion"]["Document"]
    takes = [s for s in document["Statement"] if s["Sid"] == "TakesTheBreakGlassRoleWithMFA"]
    assert takes[0]["Resource"] in (
        [f"arn:aws:iam::{EMERGENCY}:role/BreakGlassRole"], f"arn:aws:iam::{EMERGENCY}:role/BreakGlassRole",
    )  # fmt: skip

    assert "Set a password of BreakglassUser1" in said
    assert "Register two MFA devices of BreakglassUser2 (0 there)" in said
    assert "docs/runbooks/first-drill.md" in said

    before = {region: emergency.inventory(region) for region in ENABLED}, identities
    changes = [
        f"cloudformation:{operation}" for operation in ("CreateStack", "UpdateStack", "DeleteStack")
    ] + ["sns:Subscribe", "s3:PutObject"]
    counts = [cloud.count(operation) for operation in changes]
    again = run("deploy", *DEPLOY, plan())
    assert counts == [cloud.count(operation) for operation in changes]
    assert "stacks: 0 to create, 0 to update, 0 to delete, 13 as planned" in again
    assert before == ({region: emergency.inventory(region) for region in ENABLED}, emergency.identities())


def test_what_leaves_the_plan_leaves_the_account(run, plan, emergency):
    # One hub: moto updates what a standby's conditions leave out, and misses what it refers to.
    alone = PLAN.replace(f", standby: {STANDBY}", "")
    run("deploy", *DEPLOY, plan(alone + f'guard: [ "arn:aws:iam::{EMERGENCY}:role/Legacy" ]\n'))
    assert all("breakglass-guard" in emergency.inventory(region)["stacks"] for region in ENABLED)
    said = run("deploy", *DEPLOY, plan(alone))
    assert f"{EMERGENCY}  {HOME:<15} breakglass-guard              deleted" in said
    for region in ENABLED:
        assert "breakglass-guard" not in emergency.inventory(region)["stacks"]
