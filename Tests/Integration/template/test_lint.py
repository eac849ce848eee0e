"""cfn-lint, checkov and parliament find nothing, but for what lint_exceptions.yaml gives a reason."""

import json
import pathlib
import subprocess

import pytest
import yaml

from testkit.policies import parliament_findings
from testkit.repository import ROOT, TEMPLATES
from testkit.templates import stacks
from testkit.templates.stack import Stack

HERE = pathlib.Path(__file__).parent
TOOLS = ROOT / ".venv/policies/bin"
EXCEPTIONS = yaml.safe_load((HERE / "lint_exceptions.yaml").read_text())
SIGNING_KEY = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"
REPAIR = f"arn:aws:iam::{stacks.MANAGEMENT}:role/EmergencyAccess_IdentityRepair"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The templates, and what the CLI writes of a plan."""
    folder = tmp_path_factory.mktemp("templates")
    stacks.plan_templates(stacks.PLAN, folder)
    for path in folder.glob("*.parameters.json"):
        path.unlink()
    for path in TEMPLATES.glob("*.yaml"):
        (folder / path.name).write_text(path.read_text())
    return folder


def test_cfn_lint_finds_nothing(folder):
    files = sorted(str(path) for path in folder.iterdir() if path.suffix in (".json", ".yaml"))
    assert len(files) > 10
    result = subprocess.run(
        [ROOT / ".venv/bin/cfn-lint", *files], capture_output=True, text=True, timeout=300
    )
    assert result.returncode == 0, result.stdout


def used(found, exceptions, covers):
    """What no exception covers; fails when an exception covers nothing."""
    left = [one for one in found if not any(covers(e, one) for e in exceptions)]
    for exception in exceptions:
        assert len(exception["reason"]) > 20
        assert any(covers(exception, one) for one in found), f"nothing needs {exception}"
    return left


def test_checkov_finds_nothing_without_a_reason(folder):
    result = subprocess.run(
        [TOOLS / "checkov", "-d", folder, "--framework", "cloudformation", "--skip-download",
         "--compact", "--quiet", "-o", "json"],
        capture_output=True, text=True, timeout=540,
    )  # fmt: skip
    report = json.loads(result.stdout)
    summary = report["summary"]
    assert summary["parsing_errors"] == 0 and summary["passed"] > 150
    found = {
        (c["check_id"], f"{pathlib.Path(c['file_path']).name}/{c['resource'].rsplit('.', 1)[1]}")
        for c in report["results"]["failed_checks"]
    }
    listed = {
        (e["check"], resource) for e in EXCEPTIONS["checkov"] for resource in e["resources"]
    }
    assert found - listed == set()
    assert listed - found == set(), "nothing needs these exceptions any more"
    assert all(len(e["reason"]) > 20 for e in EXCEPTIONS["checkov"])


def policies():
    """Every policy of every template, by stack and logical id."""
    made = [
        stacks.access(IdentityRepairRoleArn=REPAIR),
        stacks.hub(
            SigningKeyArn=SIGNING_KEY, SigningKeyAlias="alias/okta-client",
            TokenAudience="api://AzureADTokenExchange",
            APITokenSecretArn="arn:aws:secretsmanager:eu-west-1:123456789012:secret:x-??????",
            ReportBucket="reports",
        ),
        stacks.workload(), stacks.management(), stacks.guardrail(), stacks.region(),
        *(Stack(stacks.template(n), name=f"breakglass-{n}") for n in ("code", "trail")), stacks.evidence(),
        *(Stack(template, account=stacks.PRODUCTION, name=name.removesuffix(".json"))
          for name, template in stacks.rendered().items() if "Resources" in template),
    ]  # fmt: skip
    kinds = {
        "AWS::IAM::ManagedPolicy": "PolicyDocument", "AWS::IAM::RolePolicy": "PolicyDocument",
        "AWS::Organizations::Policy": "Content", "AWS::SNS::TopicPolicy": "PolicyDocument",
        "AWS::SQS::QueuePolicy": "PolicyDocument", "AWS::KMS::Key": "KeyPolicy",
        "AWS::S3::BucketPolicy": "PolicyDocument",
    }  # fmt: skip
    for stack in made:
        for kind, key in kinds.items():
            for logical_id, about in stack.resources(kind).items():
                yield f"{stack.name}/{logical_id}", about[key]
        for logical_id, about in stack.resources("AWS::IAM::Role").items():
            for inline in about.get("Policies", []):
                yield f"{stack.name}/{logical_id}", inline["PolicyDocument"]
            # parliament knows policies with a resource; a trust policy's is the role itself.
            trust = about["AssumeRolePolicyDocument"]
            itself = f"arn:aws:iam::{stack.account}:role/x"
            whole = [s | {"Resource": itself} for s in trust["Statement"]]
            yield f"{stack.name}/{logical_id}/trust", trust | {"Statement": whole}


def test_parliament_finds_nothing_without_a_reason():
    documents = {}
    for name, document in policies():
        documents.setdefault(name, []).append(document)
    flat = {f"{name}#{i}": d for name, all_ in documents.items() for i, d in enumerate(all_)}
    assert len(flat) > 30
    found = parliament_findings.findings(flat)

    def covers(exception, finding):
        return (
            finding["issue"] == exception["issue"]
            and finding["policy"].split("#")[0] in exception["policies"]
            and exception.get("detail", "") in finding["detail"]
        )

    assert used(found, EXCEPTIONS["parliament"], covers) == []
    named = {f["policy"].split("#")[0] for f in found}
    listed = {name for e in EXCEPTIONS["parliament"] for name in e["policies"]}
    assert listed <= named, "nothing needs these exceptions any more"
