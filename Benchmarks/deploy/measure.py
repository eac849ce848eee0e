"""Runs deploy and destroy against the stand-in, and prints what they took."""

import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

import plans
import reference

from testkit.repository import ROOT
from testkit.standin.cloud import EMERGENCY, Cloud, account, regions

LATENCY = 0.05
WORDS = (
    "{name:34} {seconds:6.1f} s of {goal:3}, {calls:5} calls, most {most:3} at a time, {ideal:4.1f} s if there were"
    " always that many, processor {used:4.1f} s, boto3 {boto3:5.1f} s for the same calls"
)


def run(cloud, name, goal, *words, status=(0,)):
    """Runs a command, prints its figures, and returns whether it reached its goal."""
    cloud.report()
    cloud.world.recorded = []
    before, started = children(), time.monotonic()
    done = subprocess.run(
        [os.environ.get("BREAKGLASS", ROOT / "dist/breakglass"), *words],
        env=cloud.environment | {"HOME": "/nonexistent", "PATH": "/nonexistent"},
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    seconds, used = time.monotonic() - started, children() - before
    report, recorded = cloud.report(), cloud.world.recorded
    cloud.world.recorded = None
    if done.returncode not in status or report["unknown"]:
        print(done.stdout, report["unknown"])
        sys.exit(f"{name}: exit status {done.returncode}")
    width = max(report["most"], 1)
    again, _ = reference.repeat(recorded, width, LATENCY)
    print(
        WORDS.format(
            name=name, seconds=seconds, goal=goal, calls=report["calls"], most=width, used=used, boto3=again,
            ideal=report["calls"] * LATENCY / width,
        ),
        flush=True,
    )  # fmt: skip
    if "-v" in sys.argv:
        print("   ", report["operations"])
    return seconds <= goal


def children():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def one(folder):
    plan = folder / "plan.yaml"
    plan.write_text(plans.ONE)
    # E-mail is not confirmed here: that is said, and no failure.
    with Cloud(regions(20), latency=LATENCY) as cloud:
        return [
            run(cloud, "ten lines, 20 Regions: deploy", 60, "deploy", "--yes", plan),
            run(cloud, "ten lines, 20 Regions: again", 15, "deploy", "--yes", plan),
            run(cloud, "ten lines, 20 Regions: destroy", 30, "destroy", "--yes", "--account", EMERGENCY, plan),
        ]


def organization(folder, count=100):
    plan = folder / "organization.yaml"
    plan.write_text(plans.organization(count))
    members = [account(number) for number in range(count - 1)]
    with Cloud(regions(17), members=members, latency=LATENCY) as cloud:
        options = ["--yes", "--role", "OrganizationAccountAccessRole", plan]
        return [run(cloud, f"{count} accounts, 17 Regions: deploy", 300, "deploy", *options)]


def main():
    chosen = [word for word in sys.argv[1:] if not word.startswith("-")]
    with tempfile.TemporaryDirectory() as folder:
        reached = []
        for name, measure in (("one", one), ("organization", organization)):
            if not chosen or name in chosen:
                reached += measure(pathlib.Path(folder))
    sys.exit(0 if all(reached) else "a run took longer than its goal")


if __name__ == "__main__":
    main()
