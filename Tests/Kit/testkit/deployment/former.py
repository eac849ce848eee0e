"""The stacks of a former state of the templates, as a deployment of that time left them: Tests/Fixtures/former."""

import json

import yaml

from testkit.repository import ROOT
from testkit.standin.making import Template
from testkit.standin.objects import Version
from testkit.standin.stack import StandingStack
from testkit.templates.stack import Stack

CODE = ("EnricherCode", "PublisherCode", "CheckerCode")


def stacks(commit, plan):
    """Each stack of `one-account` or `organization`: name, account, Region, parameters, and its template as a value."""
    folder = ROOT / "Tests/Fixtures/former" / commit
    for known in json.loads((folder / f"{plan}.json").read_text()):
        yield known | {"template": json.loads((folder / f"templates/{known['template']}.json").read_text())}


def create(account, commit, plan):
    """Creates the stacks in moto, with what they need of the buckets; returns what each one made."""
    made = []
    for known in stacks(commit, plan):
        region, parameters, template = known["region"], known["parameters"], known["template"]
        stack = Stack(template, parameters, account=known["account"], region=region, name=known["stack"])
        # moto cannot update what a condition left out.
        template["Resources"] = {name: template["Resources"][name] for name in stack.resources()}
        made.append(stack)
        for name in CODE:
            if name in parameters:
                bucket = f"breakglass-code-{known['account']}-{region}"
                account.client("s3", region).put_object(Bucket=bucket, Key=parameters[name], Body=b"former code")
        account.client("cloudformation", region).create_stack(
            # In YAML, as it was sent then.
            StackName=known["stack"], TemplateBody=yaml.safe_dump(template), Capabilities=["CAPABILITY_NAMED_IAM"],
            Parameters=[{"ParameterKey": key, "ParameterValue": value} for key, value in parameters.items()],
        )  # fmt: skip
    return made


def stand(world, commit, plan):
    """The same in the stand-in, where former rules are not refused."""
    for known in stacks(commit, plan):
        key = known["account"], known["region"], known["stack"]
        for name in set(CODE) & set(known["parameters"]):
            bucket = world.objects[f"breakglass-code-{key[0]}-{key[1]}"]
            bucket[known["parameters"][name]] = [Version("former", b"former code")]
        template = Template(json.dumps(known["template"]), known["parameters"], *key)
        stack = world.stacks[key] = StandingStack(world, *key)
        stack.create(template)
        stack.ask(world.polls)
        assert stack.status == "CREATE_COMPLETE", (key, stack.events[:3])
