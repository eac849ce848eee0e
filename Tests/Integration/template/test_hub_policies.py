"""Who may speak on the hub: put events, publish alerts, use the key, call the functions."""

import pytest

from testkit.policies.evaluation import Request, is_allowed, role, root, service, user
from testkit.policies.world import World
from testkit.templates import stacks
from testkit.templates.stacks import EMERGENCY, HOME, MANAGEMENT, ORGANIZATION, PRODUCTION, STANDBY

FOREIGN = "999988887777"
PUBLISHER = role(EMERGENCY, "breakglass-sns-publisher")
STANDBY_PUBLISHER = role(EMERGENCY, "breakglass-sns-publisher-standby")
ENRICHER = role(EMERGENCY, "breakglass-event-enricher")
CHECKER = role(EMERGENCY, "breakglass-drift-checker")
ADMIN = role(EMERGENCY, "Admin")

SIGNING_KEY = f"arn:aws:kms:{HOME}:{EMERGENCY}:key/1234abcd-12ab-34cd-56ef-1234567890ab"
hub = stacks.hub(SigningKeyArn=SIGNING_KEY)
standby = stacks.hub(STANDBY)
world = World(hub, standby)
world.administrator(ADMIN, user(EMERGENCY, "admin"), role(PRODUCTION, "Admin"))


def arn(service, name, region=HOME):
    return f"arn:aws:{service}:{region}:{EMERGENCY}:{name}"


def policy_of(kind, name):
    return hub.resources(kind)[name]["PolicyDocument"]


TOPICS = [arn("sns", "breakglass-alerts"), arn("sns", "breakglass-alerts-chat")]
def topic_policy(topic, stack=hub):
    (policy,) = (
        about["PolicyDocument"] for about in stack.resources("AWS::SNS::TopicPolicy").values()
        if about["Topics"] == [topic]
    )  # fmt: skip
    return policy


ALARM_POLICY = policy_of("AWS::SNS::TopicPolicy", "AlarmTopicPolicy")
KEY_POLICY = hub.resources("AWS::KMS::Key")["Key"]["KeyPolicy"]
NOT_PUBLISHERS = [
    ADMIN, user(EMERGENCY, "admin"), root(EMERGENCY), ENRICHER, CHECKER, role(PRODUCTION, "Admin"),
    role(PRODUCTION, "breakglass-sns-publisher"), root(FOREIGN),
    service("events.amazonaws.com"), service("lambda.amazonaws.com"),
    service("cloudwatch.amazonaws.com"),
]  # fmt: skip


def own_code(who):
    return world.code(who) if who.arn in world.functions else {}


@pytest.mark.parametrize("topic", TOPICS)
def test_the_publishers_publish_and_nobody_else_does(topic):
    def may(who, **context):
        return world.may(
            who, "sns:Publish", topic, policy=topic_policy(topic), owner=EMERGENCY, **own_code(who), **context
        )

    assert may(PUBLISHER)
    assert not may(PUBLISHER, **{"aws:SecureTransport": "false"})
    for somebody in NOT_PUBLISHERS:
        assert not may(somebody), somebody.arn


def test_the_home_publisher_reaches_the_standby_topics_and_not_the_other_way_round():
    for name in ("breakglass-alerts", "breakglass-alerts-chat"):
        there, here = arn("sns", name, STANDBY), arn("sns", name)
        for who in (PUBLISHER, STANDBY_PUBLISHER):
            policy = topic_policy(there, standby)
            assert world.may(who, "sns:Publish", there, policy=policy, **own_code(who))
        code = own_code(STANDBY_PUBLISHER)
        assert not world.may(STANDBY_PUBLISHER, "sns:Publish", here, policy=topic_policy(here), **code)


@pytest.mark.parametrize("action", ["kms:Decrypt", "kms:GenerateDataKey"])
def test_the_key_is_used_by_the_publishers_through_sns_alone(action):
    key = hub.attributes["Key", "Arn"]
    through = {"kms:ViaService": f"sns.{HOME}.amazonaws.com", "kms:ResourceAliases": ["alias/breakglass"]}

    def may(who, **context):
        return world.may(who, action, key, policy=KEY_POLICY, owner=EMERGENCY, key=True, **context)

    assert may(PUBLISHER, **through)
    assert not may(PUBLISHER, **through | {"kms:ViaService": "s3.eu-west-1.amazonaws.com"})
    assert not may(PUBLISHER, **{"kms:ResourceAliases": ["alias/breakglass"]})
    assert not world.may(
        PUBLISHER, action, key, policy=KEY_POLICY, owner=EMERGENCY, key=True,
        **through | {"kms:ResourceAliases": ["alias/other"]},
    )  # fmt: skip
    for somebody in NOT_PUBLISHERS:
        assert not may(somebody, **through), somebody.arn


def test_the_account_can_repair_the_key_and_nobody_elsewhere_can():
    for action in ("kms:EnableKey", "kms:CancelKeyDeletion", "kms:PutKeyPolicy"):
        asked = {"policy": KEY_POLICY, "owner": EMERGENCY, "key": True}
        assert world.may(ADMIN, action, hub.attributes["Key", "Arn"], **asked)
        assert not world.may(role(PRODUCTION, "Admin"), action, hub.attributes["Key", "Arn"], **asked)
    assert not world.may(
        ADMIN, "kms:CreateGrant", hub.attributes["Key", "Arn"], policy=KEY_POLICY, key=True
    )


def bus_policy(stack):
    return {
        "Statement": [
            about["Statement"] | {"Sid": about["StatementId"]}
            for about in stack.resources("AWS::Events::EventBusPolicy").values()
        ]
    }


def rule(account=PRODUCTION, region="us-east-1", name="breakglass-sign-in"):
    return f"arn:aws:events:{region}:{account}:rule/{name}"


LISTED = stacks.evidence()
ORGANIZED = stacks.evidence(OrganizationId=ORGANIZATION, ReportingAccountIds=EMERGENCY)
FORWARDING = "StackSet-breakglass-region-1a2b-ForwardingRole-3C4D"
PARTNER = "aws.partner/okta.com/example/log/breakglass-idp"


def may_put(stack, who, **context):
    """Somebody with every permission of their own account."""
    return is_allowed(
        Request(who, "events:PutEvents", stacks.bus(HOME), context),
        identity=[{"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}],
        resource=bus_policy(stack),
        resource_account=EMERGENCY,
    )


def in_organization(**context):
    return {"aws:PrincipalOrgID": ORGANIZATION, **context}


@pytest.mark.parametrize("account", [EMERGENCY, PRODUCTION])
@pytest.mark.parametrize("stack", [LISTED, ORGANIZED], ids=["accounts", "organization"])
def test_our_rules_put_events_from_every_account_and_region(stack, account):
    for region in ("us-east-1", "eu-north-1", "ap-southeast-2"):
        source = in_organization(**{"aws:SourceArn": rule(account, region)})
        assert may_put(stack, role(account, FORWARDING), **source)


def test_an_account_that_nobody_listed_is_heard_in_the_organization():
    source = {"aws:SourceArn": rule(MANAGEMENT)}
    assert may_put(ORGANIZED, role(MANAGEMENT, FORWARDING), **in_organization(**source))
    assert not may_put(LISTED, role(MANAGEMENT, FORWARDING), **in_organization(**source))


@pytest.mark.parametrize("stack", [LISTED, ORGANIZED], ids=["accounts", "organization"])
@pytest.mark.parametrize(
    "who, source",
    [
        (ADMIN, None),
        (root(EMERGENCY), None),
        (user(EMERGENCY, "admin"), None),
        (PUBLISHER, None),
        (role(EMERGENCY, "breakglass-drift-checker-x"), None),
        (role(PRODUCTION, "Admin"), None),
        (role(PRODUCTION, "breakglass-drift-checker"), None),
        (role(PRODUCTION, FORWARDING), None),
        (role(PRODUCTION, "Admin"), rule(name="somebody-else")),
        (role(PRODUCTION, "Admin"), rule(name="mybus/breakglass-sign-in")),
        (role(PRODUCTION, "Admin"), rule(name=PARTNER)),
        (role(PRODUCTION, "Admin"), "arn:aws:pipes:eu-west-1:111122223333:pipe/breakglass-x"),
        (role(EMERGENCY, "Admin"), rule(EMERGENCY, name="other")),
    ],
)
def test_nobody_else_puts_events(stack, who, source):
    context = {"aws:SourceArn": source} if source else {}
    assert not may_put(stack, who, **in_organization(**context))


@pytest.mark.parametrize("stack", [LISTED, ORGANIZED], ids=["accounts", "organization"])
def test_a_foreign_account_puts_no_events_whatever_its_rule_is_called(stack):
    source = {"aws:SourceArn": rule(FOREIGN)}
    for context in (source, source | {"aws:PrincipalOrgID": "o-foreign1234"}):
        assert not may_put(stack, role(FOREIGN, FORWARDING), **context)


def test_the_checker_and_the_idps_rule_put_events():
    for stack in (LISTED, ORGANIZED):
        idp = {"aws:SourceArn": rule(EMERGENCY, HOME, PARTNER)}
        assert may_put(stack, role(EMERGENCY, FORWARDING), **in_organization(**idp))
    for stack in (LISTED, stacks.evidence(STANDBY)):
        assert world.may(
            CHECKER, "events:PutEvents", stacks.bus(stack.region), policy=bus_policy(stack),
            **own_code(CHECKER),
        )  # fmt: skip


def test_alarms_speak_and_no_person_can_in_their_place():
    topic = arn("sns", "breakglass-alarms")

    def may(who, **context):
        return world.may(who, "sns:Publish", topic, policy=ALARM_POLICY, owner=EMERGENCY, **context)

    alarm = {
        "aws:SourceAccount": EMERGENCY,
        "aws:SourceArn": arn("cloudwatch", "alarm:breakglass-no-heartbeat"),
    }
    rule_ = {"aws:SourceArn": arn("events", "rule/breakglass-hub/breakglass-alarm")}
    assert may(service("cloudwatch.amazonaws.com"), **alarm)
    assert may(service("events.amazonaws.com"), **rule_)
    assert not may(service("cloudwatch.amazonaws.com"), **alarm | {"aws:SourceAccount": FOREIGN})
    assert not may(service("events.amazonaws.com"), **{"aws:SourceArn": rule(EMERGENCY, HOME, "x")})
    for somebody in (ADMIN, root(EMERGENCY), PUBLISHER, role(PRODUCTION, "Admin")):
        assert not may(somebody, **alarm), somebody.arn
