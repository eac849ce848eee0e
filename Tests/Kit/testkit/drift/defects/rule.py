"""Defects of rules in one Region of one account."""

import json

from testkit.aws.answers import reply
from testkit.aws.unknown_to_moto import REGIONS
from testkit.drift.breaking import no_rule, rule, target
from testkit.drift.defects.catalog import defect
from testkit.drift.healthy import HOME, PRODUCTION, STANDBY

SIGN_IN = "breakglass-sign-in"


def about_regions(answers, change):
    """Replaces the list of Regions of every account."""
    regions = [{"RegionName": name, "RegionOptStatus": "ENABLED"} for name in REGIONS]
    change(regions)
    answers.replaced["account:ListRegions"] = lambda request: reply({"Regions": regions})


@defect("rules-exist-in-every-region", "no rule breakglass-sign-in")
def a_rule_is_gone_in_one_region(world, answers, okta):
    with no_rule(world.production, STANDBY, SIGN_IN):
        yield


@defect("rules-exist-in-every-region", "no rule breakglass-key-change")
def a_rule_beside_the_hub_is_gone(world, answers, okta):
    with no_rule(world.emergency, HOME, "breakglass-key-change"):
        yield


@defect("rules-exist-in-every-region", "none of our rules")
def a_region_was_enabled(world, answers, okta):
    about_regions(answers, lambda all: all.append({"RegionName": "af-south-1", "RegionOptStatus": "ENABLED"}))
    yield


@defect("rules-see-read-only-events", "is ENABLED")
def a_rule_hears_no_reading(world, answers, okta):
    with rule(world.production, HOME, "breakglass-assume-role", State="ENABLED"):
        yield


@defect("rule-patterns-match", "matches an unrelated event")
def a_pattern_matches_everything(world, answers, okta):
    wide = json.dumps({"source": [{"prefix": "aws."}]})
    with rule(world.production, STANDBY, "breakglass-root", EventPattern=wide):
        yield


@defect("rule-patterns-match", "does not match")
def a_pattern_leaves_out_root(world, answers, okta):
    events = world.production.client("events", HOME)
    pattern = json.loads(events.describe_rule(Name=SIGN_IN)["EventPattern"])
    narrow = pattern | {"region": ["mars-north-1"]}
    with rule(world.production, HOME, SIGN_IN, EventPattern=json.dumps(narrow)):
        yield


@defect("rule-patterns-match", "matches")
def a_pattern_hears_everybody_who_takes_a_role(world, answers, okta):
    wide = json.dumps({"source": ["aws.sts"]})
    with rule(world.production, HOME, "breakglass-assume-role", EventPattern=wide):
        yield


@defect("rule-patterns-match", "matches")
def a_pattern_hears_every_sign_in(world, answers, okta):
    wide = json.dumps({"detail-type": ["AWS Console Sign In via CloudTrail"], "source": ["aws.signin"]})
    with rule(world.emergency, STANDBY, SIGN_IN, EventPattern=wide):
        yield


@defect("rule-patterns-match", "matches")
def a_pattern_believes_forgeries(world, answers, okta):
    events = world.production.client("events", HOME)
    pattern = json.loads(events.describe_rule(Name=SIGN_IN)["EventPattern"])
    pattern.pop("source", None)
    with rule(world.production, HOME, SIGN_IN, EventPattern=json.dumps(pattern)):
        yield


@defect("rules-reach-the-hub", "no dead-letter queue")
def a_target_has_no_queue(world, answers, okta):
    with target(world.production, HOME, SIGN_IN, lambda one: one.pop("DeadLetterConfig")):
        yield


@defect("rules-reach-the-hub", "elsewhere")
def a_target_has_another_queue(world, answers, okta):
    other = {"Arn": f"arn:aws:sqs:{HOME}:{PRODUCTION}:elsewhere"}
    with target(world.production, HOME, SIGN_IN, lambda one: one.update(DeadLetterConfig=other)):
        yield


@defect("rules-reach-the-hub", "role/Other")
def a_target_has_another_role(world, answers, okta):
    other = f"arn:aws:iam::{PRODUCTION}:role/Other"
    with target(world.production, STANDBY, SIGN_IN, lambda one: one.update(RoleArn=other)):
        yield


@defect("rules-reach-the-hub", "has no role")
def a_target_has_no_role(world, answers, okta):
    with target(world.emergency, STANDBY, SIGN_IN, lambda one: one.pop("RoleArn")):
        yield


@defect("rules-reach-the-hub", "changes what it sends")
def a_target_sends_something_else(world, answers, okta):
    with target(world.emergency, STANDBY, SIGN_IN, lambda one: one.update(Input='{"all":"well"}')):
        yield


@defect("rules-reach-the-hub", "999988887777")
def a_target_is_a_strangers_bus(world, answers, okta):
    other = f"arn:aws:events:{HOME}:999988887777:event-bus/breakglass-hub"
    with target(world.production, "us-east-1", "breakglass-root", lambda one: one.update(Arn=other)):
        yield
