"""What each function's code calls in AWS, and what AWS does with the function's role beside that."""

from testkit.repository import ROOT
from testkit.sources import checker_operations, state_items

SOURCES = ROOT / "Sources"

# The files that run in each function and call AWS. The state table's file of the command line is none.
FILES = {
    "event-enricher": ["event-enricher/*.swift", "AlertPath/Enricher*.swift", "AlertPath/Stories/TableStories.swift"],
    "sns-publisher": [
        "sns-publisher/*.swift", "AlertPath/Publish*.swift", "AlertPath/Sending/*.swift",
        "AlertPath/Stories/StoryTeller.swift",
        *(f"AlertPath/{name}.swift" for name in ("Budget", "Pace", "Run")),
    ],
    "drift-checker": ["drift-checker/*.swift", "Checker/*.swift"],
}

# What IAM calls an operation whose name differs from its action's.
ACTIONS = {"lambda:Invoke": "lambda:InvokeFunction"}

# SNS encrypts with the key of its topic in the name of who publishes. Source: SNS Developer Guide, "Key
# management", "Configuring AWS KMS permissions".
THROUGH_SNS = {"kms:Decrypt", "kms:GenerateDataKey"}

# Source: Lambda Developer Guide, "Sending Lambda function logs to CloudWatch Logs" and "Capturing records
# of Lambda asynchronous invocations".
LOG = {"logs:CreateLogStream", "logs:PutLogEvents"}
# Source: Lambda Developer Guide, "Using Lambda with Amazon SQS", "Execution role permissions".
_POLLING = {"sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"}
# What both code and Lambda do, each with resources of its own: what the code does it with.
OF_CODE = {
    "sns-publisher": ("sqs:SendMessage", "breakglass-waiting"),
    "event-enricher": ("lambda:InvokeFunction", "breakglass-sns-publisher-critical"),
}
_DESTINATIONS = {
    "lambda": "lambda:InvokeFunction", "sqs": "sqs:SendMessage", "sns": "sns:Publish",
    "events": "events:PutEvents", "s3": "s3:PutObject",
}  # fmt: skip


def files(function):
    return [path for pattern in FILES[function] for path in sorted(SOURCES.glob(pattern))]


def state(function):
    """{(action, pattern of the item's id)} in the state table."""
    return state_items.used_by(files(function))


def by_code(function):
    """The actions that the function's code needs a permission for."""
    if function == "drift-checker":
        return set(checker_operations.by_role()["function"])
    used = {ACTIONS.get(action, action) for action in checker_operations.used(files(function))}
    return used | {action for action, _ in state(function)}


def by_lambda(stack, function):
    """The actions that Lambda itself takes in the function's name, as a resolved stack sets it up."""
    name = f"breakglass-{function}"
    (about,) = [
        f for f in stack.resources("AWS::Lambda::Function").values() if f["FunctionName"] == name
    ]
    # Each of these needs a permission that is not listed here.
    assert not {"DeadLetterConfig", "TracingConfig", "VpcConfig", "FileSystemConfigs"} & set(about)
    assert about["LoggingConfig"]["LogGroup"] == f"/aws/lambda/{name}"
    destinations = [
        target["Destination"]
        for invoke in stack.resources("AWS::Lambda::EventInvokeConfig").values()
        if invoke["FunctionName"] == name
        for target in invoke["DestinationConfig"].values()
    ]
    polls = [
        mapping for mapping in stack.resources("AWS::Lambda::EventSourceMapping").values() if mapping["FunctionName"] == name
    ]
    assert all(mapping["EventSourceArn"].split(":")[2] == "sqs" for mapping in polls)
    return LOG | {_DESTINATIONS[arn.split(":")[2]] for arn in destinations} | (_POLLING if polls else set())
