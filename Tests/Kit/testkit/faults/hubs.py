"""Both hubs as the templates make them: home in eu-west-1, standby in us-west-2."""

import pathlib
import subprocess

from testkit.faults.cloud import ACCOUNT, Cloud, Function
from testkit.faults.table import Table
from testkit.repository import DIST, ROOT

HOME, STANDBY = "eu-west-1", "us-west-2"
REGIONS = (HOME, STANDBY)

# Lambda's own limits for the functions, as in template/hub.yaml.
ENRICHER_TIME, PUBLISHER_TIME = 10, 40
ENRICHER_RETRIES, PUBLISHER_RETRIES = 0, 2


def topic(region, suffix=""):
    return f"arn:aws:sns:{region}:{ACCOUNT}:breakglass-alerts{suffix}"


TOPICS = [topic(region, suffix) for region in REGIONS for suffix in ("", "-chat")]


def compiled_plan(folder):
    """A folder with plan.json, as Lambda unpacks it from the enricher's zip."""
    task = pathlib.Path(folder) / "task"
    task.mkdir(exist_ok=True)
    plan = subprocess.run(
        [DIST / "breakglass", "plan", "compile", ROOT / "Tests/Fixtures/plan.yaml"],
        capture_output=True,
        check=True,
    )
    (task / "plan.json").write_bytes(plan.stdout)
    return str(task)


def environment(region, task):
    return {
        "AWS_REGION": region,
        "AWS_SECRET_ACCESS_KEY": "not-a-secret",
        "AWS_SESSION_TOKEN": "token",
        "LAMBDA_TASK_ROOT": task,
        "TABLE_NAME": "breakglass-state",
        "PATH": "/usr/bin:/bin",
    }


def queue(region):
    return f"https://sqs.{region}.amazonaws.com/{ACCOUNT}/breakglass-waiting"


class Hubs(Cloud):
    """The whole alert path of two Regions."""

    def __init__(self, folder, task):
        super().__init__(str(folder))
        for region in REGIONS:
            self.tables[region] = Table()
            self._add_functions(region, task)

    def _add_functions(self, region, task):
        plain = environment(region, task)
        is_home = region == HOME
        publisher = {
            **plain,
            "TOPIC_ARN": topic(region),
            "CHAT_TOPIC_ARN": topic(region, "-chat"),
            "WAITING_QUEUE_URL": queue(region),
        }
        enricher = dict(plain)
        if is_home:
            publisher["STANDBY_TOPIC_ARN"] = topic(STANDBY)
            publisher["STANDBY_CHAT_TOPIC_ARN"] = topic(STANDBY, "-chat")
            enricher["CRITICAL_PUBLISHER"] = "breakglass-sns-publisher-critical"
        else:
            publisher["HOME_REGION"] = HOME
        told = f"function:publisher-{region}" if is_home else f"queue:{region}"
        self._add(f"enricher-{region}", region, "event-enricher", enricher, ENRICHER_TIME, ENRICHER_RETRIES, told, told)
        for name, lane in (("publisher", {}), ("critical", {"LANE": "critical"})):
            self._add(
                f"{name}-{region}",
                region,
                "sns-publisher",
                {**publisher, **lane},
                PUBLISHER_TIME,
                PUBLISHER_RETRIES,
                None,
                "dlq:publisher-dlq",
            )

    def _add(self, name, region, program, environment, time, retries, success, failure):
        path = DIST / program / "bootstrap"
        self.functions[name] = Function(name, region, path, environment, time, retries, success, failure)

    def deliver(self, event, at=0.0, regions=REGIONS, late=0.0):
        """EventBridge invokes the enricher of each hub; home's `late` seconds after the standby's."""
        for region in regions:
            self.at(at + (late if region == HOME else 0), self.invoke, f"enricher-{region}", event)

    def sweep(self, until, every=60):
        """The rule of each Region that looks after what is due."""
        moment = every
        while moment <= until:
            for region in REGIONS:
                self.at(moment, self.invoke, f"critical-{region}", b'{"sweep":true}')
            moment += every
