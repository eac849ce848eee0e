"""What a plan guards is watched, in whichever form the plan writes it, or the form is refused.

The rules are those that the same plan gives; the reader is asked by `breakglass preview`. The rules
are coarser than the reader: what they match for nothing is bounded here.
"""

import json

import pytest

from testkit.events import everyday, guard_variants
from testkit.events.preview import due
from testkit.patterns.matching import matcher
from testkit.patterns.syntax import alternatives, size
from testkit.templates import stacks
from testkit.templates.stack import Stack
from testkit.templates.stacks import EMERGENCY, GLOBAL, HOME, PRODUCTION, STANDBY

PLAN = stacks.PLAN.read_text()
# Everyday events of which few may be sent.
COUNT = 5_000


def plan_that_guards(folder, *arns):
    path = folder / "plan.yaml"
    head = PLAN[: PLAN.index("guard:")]
    path.write_text(head + "guard:\n" + "".join(f'  - "{arn}"\n' for arn in arns))
    return path


def guard_rules(plan, account=PRODUCTION, region=HOME):
    template = stacks.rendered(plan)["guard.json"]
    made = Stack(template, account=account, region=region, name="breakglass-guard")
    return {r["Name"]: r["EventPattern"] for r in made.resources("AWS::Events::Rule").values()}


def hearing(plan):
    """Names of the rules that match an event, where it is recorded."""
    known = {}

    def heard(event):
        where = event["account"], event["region"]
        if where not in known:
            made = [stacks.region(*where)]
            made += [stacks.hub(where[1])] * (where[0] == EMERGENCY and where[1] in (HOME, STANDBY))
            patterns = {
                rule["Name"]: rule["EventPattern"] for stack in made
                for rule in stack.resources("AWS::Events::Rule").values()
                if "EventPattern" in rule and rule.get("EventBusName") != "breakglass-hub"
            }  # fmt: skip
            known[where] = {
                n: matcher(p) for n, p in (patterns | guard_rules(plan, *where)).items()
            }
        return [name for name, picks_up in known[where].items() if picks_up(event)]

    return heard


def unheard(plan, events):
    """The events of which an alert is due, and those of them that no rule delivers."""
    heard = hearing(plan)
    expected = [event for event, told in zip(events, due(plan, events)) if told]
    return expected, [event for event in expected if not heard(event)]


@pytest.mark.parametrize("family", [guard_variants.changes, guard_variants.unlisted, guard_variants.use],
                         ids=lambda family: family.__name__)  # fmt: skip
def test_whatever_a_plan_may_guard_is_heard_by_every_spelling(tmp_path, family):
    plan = plan_that_guards(tmp_path, *guard_variants.GUARDED.values())
    events = list(family())
    expected, lost = unheard(plan, events)
    assert len(events) // 10 < len(expected) < len(events)
    assert not lost, f"{len(lost)} of {len(expected)}, the first: {json.dumps(lost[0])}"


# A form, a resource that it stands for, and one that it does not.
FORMS = [
    ("iam_role", "arn:aws:iam::*:role/Legacy", "arn:aws:iam::{p}:role/Legacy", "arn:aws:iam::{p}:role/Legacy2"),
    ("iam_role", "arn:aws:iam::*:role/Leg*cy", "arn:aws:iam::{e}:role/Lega-cy", "arn:aws:iam::{e}:role/Legal"),
    ("iam_role", "arn:aws:iam::{p}:role/Legacy*", "arn:aws:iam::{p}:role/Legacy-2", "arn:aws:iam::{p}:role/MyLegacy"),
    ("iam_role", "arn:aws:iam::{p}:role/*Legacy", "arn:aws:iam::{p}:role/MyLegacy", "arn:aws:iam::{p}:role/Legacy2"),
    ("iam_role", "arn:aws:iam::{p}:role/Leg?cy", "arn:aws:iam::{p}:role/LegXcy", "arn:aws:iam::{p}:role/LegXXcy"),
    ("iam_role", "arn:aws:iam::1111222?3333:role/L*y", "arn:aws:iam::{p}:role/Legacy", "arn:aws:iam::{e}:role/Legacy"),
    ("iam_role", "arn:aws:iam::{p}:role/**Legacy", "arn:aws:iam::{p}:role/aLegacy", "arn:aws:iam::{p}:role/Legacy2"),
    ("iam_role", "arn:aws:iam::{p}:role/team/Legacy", "arn:aws:iam::{p}:role/team/Legacy", "arn:aws:iam::{p}:role/team"),
    ("iam_user", "arn:aws:iam::*:user/Legacy*", "arn:aws:iam::{p}:user/LegacyOne", "arn:aws:iam::{p}:user/Other"),
    ("iam_user", "arn:aws:iam::{p}:user/*-legacy", "arn:aws:iam::{p}:user/a-legacy", "arn:aws:iam::{e}:user/b-legacy"),
    ("iam_group", "arn:aws:iam::{p}:group/*", "arn:aws:iam::{p}:group/Legacy", "arn:aws:iam::{e}:group/Legacy"),
    ("iam_policy", "arn:aws:iam::*:policy/*Scope*", "arn:aws:iam::{p}:policy/MyScope2", "arn:aws:iam::{p}:policy/My"),
    ("saml_provider", "arn:aws:iam::*:saml-provider/Old*", "arn:aws:iam::{p}:saml-provider/OldIdP", "arn:aws:iam::{p}:saml-provider/IdP"),
    ("sns_topic", "arn:aws:sns:*:{p}:pages", "arn:aws:sns:{h}:{p}:pages", "arn:aws:sns:{h}:{p}:pages2"),
    ("sns_topic", "arn:aws:sns:{h}:*:*", "arn:aws:sns:{h}:{p}:anything", "arn:aws:sns:us-west-2:{p}:anything"),
    ("sns_topic", "arn:aws:sns:{h}:{p}:pages:*", "arn:aws:sns:{h}:{p}:pages", "arn:aws:sns:{h}:{p}:pages2"),
    ("sqs_queue", "arn:aws:sqs:{h}:{p}:*-dlq", "arn:aws:sqs:{h}:{p}:orders-dlq", "arn:aws:sqs:{h}:{p}:orders"),
    ("sqs_queue", "arn:aws:sqs:*:*:ord?rs", "arn:aws:sqs:{h}:{p}:orders", "arn:aws:sqs:{h}:{p}:oders"),
    ("lambda_function", "arn:aws:lambda:{h}:{p}:function:pages:*", "arn:aws:lambda:{h}:{p}:function:pages", "arn:aws:lambda:{h}:{p}:function:pages2"),
    ("lambda_function", "arn:aws:lambda:{h}:{p}:function:*-prod", "arn:aws:lambda:{h}:{p}:function:x-prod", "arn:aws:lambda:{h}:{p}:function:x-test"),
    ("lambda_function", "arn:aws:lambda:*:{p}:function:p*", "arn:aws:lambda:{h}:{p}:function:pages", "arn:aws:lambda:{h}:{p}:function:other"),
    ("log_group", "arn:aws:logs:{h}:{p}:log-group:/legacy/*:*", "arn:aws:logs:{h}:{p}:log-group:/legacy/log", "arn:aws:logs:{h}:{p}:log-group:/other"),
    ("kms_alias", "arn:aws:kms:*:*:alias/leg*", "arn:aws:kms:{h}:{p}:alias/legacy", "arn:aws:kms:{h}:{p}:alias/other"),
    ("kms_key", "arn:aws:kms:{h}:{p}:key/*", "arn:aws:kms:{h}:{p}:key/1234-ab", "arn:aws:kms:{h}:{e}:key/1234-ab"),
    ("trail", "arn:aws:cloudtrail:*:{p}:trail/org*", "arn:aws:cloudtrail:{h}:{p}:trail/organization", "arn:aws:cloudtrail:{h}:{p}:trail/other"),
    ("dynamodb_table", "arn:aws:dynamodb:{h}:{p}:table/ord*/index/*", "arn:aws:dynamodb:{h}:{p}:table/orders", "arn:aws:dynamodb:{h}:{p}:table/other"),
    ("s3_bucket", "arn:aws:s3:::logs-*", "arn:aws:s3:::logs-1", "arn:aws:s3:::other"),
    ("alarm", "arn:aws:cloudwatch:{h}:{p}:alarm:My * alarm", "arn:aws:cloudwatch:{h}:{p}:alarm:My first alarm", "arn:aws:cloudwatch:{h}:{p}:alarm:My alarm 2"),
    ("alarm", "arn:aws:cloudwatch:{h}:{p}:alarm:My alarm", "arn:aws:cloudwatch:{h}:{p}:alarm:My alarm", "arn:aws:cloudwatch:{h}:{p}:alarm:My"),
    ("event_rule", "arn:aws:events:*:{p}:rule/page-*", "arn:aws:events:{h}:{p}:rule/page-1", "arn:aws:events:{h}:{p}:rule/other"),
    ("stack", "arn:aws:cloudformation:{h}:{p}:stack/leg*/*", "arn:aws:cloudformation:{h}:{p}:stack/legacy", "arn:aws:cloudformation:{h}:{p}:stack/other"),
    ("stack_set", "arn:aws:cloudformation:*:{p}:stackset/leg*", "arn:aws:cloudformation:{h}:{p}:stackset/legacy", "arn:aws:cloudformation:{h}:{p}:stackset/other"),
]  # fmt: skip


@pytest.mark.parametrize("kind, form, inside, outside", FORMS, ids=[form for _, form, _, _ in FORMS])
def test_a_form_with_wildcards_watches_what_it_says_and_nothing_else(tmp_path, kind, form, inside, outside):
    form, inside, outside = (
        text.format(p=PRODUCTION, e=EMERGENCY, h=HOME) for text in (form, inside, outside)
    )
    plan = plan_that_guards(tmp_path, form)
    named = list(guard_variants.of({kind: inside}))
    named = [event for event in named if event["detail"]["eventName"] != "CreateBucket"]
    expected, lost = unheard(plan, named)
    assert not lost, json.dumps(lost[0])
    # Half of what is made is for other accounts, and names others.
    assert len(expected) >= len(named) // 5, (len(expected), len(named))
    # Each sign-in to the emergency access account is due, whoever it is.
    others = [event for event in guard_variants.of({kind: outside})
              if event["account"] != EMERGENCY or event["source"] not in ("aws.signin", "aws.sts")]
    told = [event for event, is_due in zip(others, due(plan, others)) if is_due]
    assert not told, json.dumps(told[0])


def test_no_rule_on_what_is_guarded_has_wildcards(tmp_path):
    arns = [form.format(p=PRODUCTION, e=EMERGENCY, h=HOME) for _, form, _, _ in FORMS]
    rules = guard_rules(plan_that_guards(tmp_path, *arns))
    assert rules
    for name, pattern in rules.items():
        assert '"wildcard"' not in json.dumps(pattern), name
        assert size(pattern) <= 2_048 and len(alternatives(pattern)) <= 100, name


def sixty():
    """Resources of many kinds, in several accounts."""
    kinds = list(guard_variants.GUARDED.values())
    made = [arn.replace("egacy", f"egacy-{i:02}").replace(PRODUCTION, f"{200000000000 + i % 7}")
            for i in range(60) for arn in [kinds[i % len(kinds)]]]  # fmt: skip
    unnamed = [arn for arn in made if "egacy-" not in arn]
    return [arn for arn in dict.fromkeys(made) if arn not in unnamed] + [
        f"arn:aws:cloudwatch:{HOME}:{PRODUCTION}:alarm:Our alarm {i}" for i in range(len(unnamed))
    ]


LONGEST = [
    f"arn:aws:logs:ap-southeast-2:{PRODUCTION}:log-group:/aws/" + "n" * 500, f"arn:aws:iam::{PRODUCTION}:role/"
    + "p" * 440 + "/" + "n" * 62, f"arn:aws:cloudwatch:{HOME}:{PRODUCTION}:alarm:" + "a alarm " * 31,
    f"arn:aws:lambda:{HOME}:{PRODUCTION}:function:" + "f" * 62, "arn:aws:s3:::" + "b" * 61,
    f"arn:aws:ssm:{HOME}:{PRODUCTION}:parameter/" + "s" * 1_000, f"arn:aws:sns:{HOME}:{PRODUCTION}:" + "t" * 254,
    f"arn:aws:iam::{PRODUCTION}:user/" + "u" * 62, f"arn:aws:iam::{PRODUCTION}:policy/" + "i" * 126,
    f"arn:aws:dynamodb:{HOME}:{PRODUCTION}:table/" + "d" * 253,
]  # fmt: skip


@pytest.mark.parametrize("arns", [
    sixty(), [f"{arn}{i}" for arn in LONGEST for i in range(10, 16)],
    [f"arn:aws:iam::{200000000000 + i}:role/Legacy{i}" for i in range(60)],
    [f"{LONGEST[1]}{i}" for i in range(10, 70)],
], ids=["mixed", "longest", "roles", "longest-roles"])  # fmt: skip
def test_sixty_guarded_resources_fit_every_limit(tmp_path, arns):
    assert len(set(arns)) == 60
    folder = tmp_path / "out"
    said = stacks.plan_templates(plan_that_guards(tmp_path, *arns), folder)
    assert "60 guarded resources take" in said
    # Above 51,200 bytes a template must come from a bucket.
    assert (folder / "guard.json").stat().st_size <= 51_200
    rules = guard_rules(tmp_path / "plan.yaml")
    beside = [r for r in stacks.hub().resources("AWS::Events::Rule").values()
              if r.get("EventBusName") != "breakglass-hub"]  # fmt: skip
    beside += stacks.region(region=GLOBAL).resources("AWS::Events::Rule").values()
    # Some Regions allow 100 rules on a bus.
    assert len(rules) + len(beside) <= 70
    for name, pattern in rules.items():
        assert size(pattern) <= 2_048 and len(alternatives(pattern)) <= 100, name


@pytest.mark.parametrize("arn", [f"{arn}10" for arn in LONGEST], ids=lambda arn: arn.split(":")[2])
def test_a_name_that_the_rules_shorten_is_heard(tmp_path, arn):
    kind = {"logs": "log_group", "cloudwatch": "alarm", "lambda": "lambda_function", "s3": "s3_bucket",
            "sns": "sns_topic", "dynamodb": "dynamodb_table", "ssm": "ssm_parameter"}.get(
        arn.split(":")[2], "iam_" + arn.split(":")[5].split("/")[0])  # fmt: skip
    plan = plan_that_guards(tmp_path, *(f"{one}{i}" for one in LONGEST for i in range(10, 16)))
    expected, lost = unheard(plan, list(guard_variants.of({kind: arn})))
    assert expected and not lost, json.dumps(lost[:1])


def test_an_everyday_event_is_sent_for_nothing_once_in_a_hundred_times_at_most(tmp_path):
    # Of what the rules cannot name, every change is sent, and `plan validate` says so: here the secret.
    often = "ec2_instance", "ssm_parameter"
    arns = [arn for kind, arn in guard_variants.GUARDED.items() if kind not in often]
    heard = hearing(plan_that_guards(tmp_path, *arns))
    sent = [n for event in everyday.events(COUNT) for n in heard(event) if n.startswith("breakglass-guard")]
    assert 0 < len(sent) <= COUNT / 100, len(sent)
