"""What AWS takes and then drops: deliveries between services that the policy of the receiver does not allow."""

from testkit.policies.evaluation import Principal, Request, denies, grants, role
from testkit.refusals.resource_policies import service_may

EVENTS, ALARMS = "events.amazonaws.com", "cloudwatch.amazonaws.com"
KEY_ACTIONS = ("kms:GenerateDataKey", "kms:Decrypt")


def _policy(stacks, kind, key, arn):
    """The policy document that a stack gives to the resource of that ARN."""
    name = arn.rpartition(":")[2]
    for stack in stacks:
        for values in stack.resources(kind).values():
            if any(one.replace("/", ":").rpartition(":")[2] == name for one in values[key]):
                return values["PolicyDocument"]
    return {"Statement": []}


def _arn(stack, service, resource):
    return f"arn:{stack.partition}:{service}:{stack.region}:{stack.account}:{resource}"


def rules_to_queues(stack, stacks):
    """(rule, queue, whether EventBridge may send) of every target that is a queue, and of every dead-letter queue."""
    for values in stack.resources("AWS::Events::Rule").values():
        for target in values.get("Targets", []):
            for arn in (target["Arn"], target.get("DeadLetterConfig", {}).get("Arn", "")):
                if arn.split(":")[2:3] != ["sqs"]:
                    continue
                bus = values.get("EventBusName", "default")
                path = values["Name"] if bus == "default" else f"{bus}/{values['Name']}"
                document = _policy(stacks, "AWS::SQS::QueuePolicy", "Queues", arn)
                context = {"aws:SourceArn": _arn(stack, "events", f"rule/{path}"), "aws:SourceAccount": stack.account}
                yield values["Name"], arn, service_may(document, EVENTS, "sqs:SendMessage", arn, **context)


def _key_of(stack, topic):
    """The policy of the key of a topic; None if the topic has none."""
    values = next(
        one for one in stack.resources("AWS::SNS::Topic").values() if one["TopicName"] == topic.rpartition(":")[2]
    )
    keys = list(stack.resources("AWS::KMS::Key").values())
    return keys[0]["KeyPolicy"] if "KmsMasterKeyId" in values and keys else None


def alarms_to_topics(stack, stacks):
    """(alarm, topic, whether CloudWatch may publish there, key included)."""
    for name, values in stack.resources("AWS::CloudWatch::Alarm").items():
        alarm = _arn(stack, "cloudwatch", f"alarm:{values.get('AlarmName', name)}")
        context = {"aws:SourceArn": alarm, "aws:SourceAccount": stack.account}
        for topic in values.get("AlarmActions", []):
            document = _policy(stacks, "AWS::SNS::TopicPolicy", "Topics", topic)
            key, may = _key_of(stack, topic), service_may(document, ALARMS, "sns:Publish", topic, **context)
            yield name, topic, may and (key is None or all(
                service_may(key, ALARMS, action, "*", **context) for action in KEY_ACTIONS
            ))  # fmt: skip


def publishers_to_topics(stack, stacks, names=("breakglass-alerts", "breakglass-alerts-chat")):
    """(role, topic, whether the policies of topic and key let it publish); its own policies are not read."""
    function = next(one for one in stack.resources("AWS::Lambda::Function").values() if "sns-publisher" in one["FunctionName"])
    who = role(stack.account, function["Role"].rpartition("/")[2])
    for name in names:
        topic = _arn(stack, "sns", name)
        document = _policy(stacks, "AWS::SNS::TopicPolicy", "Topics", topic)
        may = not denies(document, Request(who, "sns:Publish", topic), True)
        key = _key_of(stack, topic)
        via = {"kms:ViaService": f"sns.{stack.region}.amazonaws.com", "kms:CallerAccount": stack.account}
        for action in KEY_ACTIONS if key else ():
            asked = Request(who, action, "*", via)
            may = may and bool(grants(key, asked, True)) and not denies(key, asked, True)
        yield function["Role"], topic, may


def stranger_to_topic(stack, stacks, topic):
    """Whether another role of the account may publish, by the topic's policy."""
    document = _policy(stacks, "AWS::SNS::TopicPolicy", "Topics", topic)
    return not denies(document, Request(Principal("role", f"arn:aws:iam::{stack.account}:role/Other"), "sns:Publish", topic), True)
