"""The stacks of a former state of the templates, as a deployment of that time left them: Tests/Fixtures/former."""

import json

import yaml

from testkit.repository import ROOT
from testkit.templates.stack import Stack


def bring(account, commit, plan):
    """Creates the stacks of `one-account` or `organization`, with what they need of the buckets; what each one made."""
    folder = ROOT / "Tests/Fixtures/former" / commit
    stacks = []
    for known in json.loads((folder / f"{plan}.json").read_text()):
        region, parameters = known["region"], known["parameters"]
        template = json.loads((folder / f"templates/{known['template']}.json").read_text())
        stack = Stack(template, parameters, account=known["account"], region=region, name=known["stack"])
        # moto cannot update what a condition left out.
        template["Resources"] = {name: template["Resources"][name] for name in stack.resources()}
        stacks.append(stack)
        for name in ("EnricherCode", "PublisherCode", "CheckerCode"):
            if name in parameters:
                bucket = f"breakglass-code-{known['account']}-{region}"
                account.client("s3", region).put_object(Bucket=bucket, Key=parameters[name], Body=b"former code")
        account.client("cloudformation", region).create_stack(
            # In YAML, as it was sent then.
            StackName=known["stack"], TemplateBody=yaml.safe_dump(template), Capabilities=["CAPABILITY_NAMED_IAM"],
            Parameters=[{"ParameterKey": key, "ParameterValue": value} for key, value in parameters.items()],
        )  # fmt: skip
    return stacks
