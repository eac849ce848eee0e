"""Operations that change something, from AWS's own models of the services that we watch."""

import functools

import botocore.loaders

# The model by the first word of CloudTrail's `eventSource`.
MODELS = {
    "iam": "iam", "events": "events", "sns": "sns", "kms": "kms", "lambda": "lambda", "sqs": "sqs",
    "dynamodb": "dynamodb", "logs": "logs", "s3": "s3", "scheduler": "scheduler",
    "monitoring": "cloudwatch", "cloudformation": "cloudformation", "cloudtrail": "cloudtrail",
}  # fmt: skip
_READS = ("Get", "List", "Describe", "Head", "Lookup", "Search", "BatchGet", "Test", "Simulate",
          "Generate", "Validate", "Estimate", "Detect", "Encrypt", "Decrypt", "ReEncrypt", "Verify",
          "Sign", "Select", "Scan", "Query", "Filter", "StartQuery", "Receive", "Derive",
          "Check", "Poll", "Encapsulate", "Decapsulate")  # fmt: skip
# Recorded, if at all, as access to contents.
_DATA = {
    "dynamodb": ("Batch", "DeleteItem", "Execute", "PutItem", "Transact", "UpdateItem"),
    "sns": ("Publish",), "sqs": ("Send", "DeleteMessage", "ChangeMessage"), "lambda": ("Invoke",),
    "s3": ("Abort", "Complete", "Copy", "CreateMultipart", "CreateSession", "DeleteObject", "PutObject",
           "RenameObject", "RestoreObject", "Upload", "UpdateObject", "Write"),
    "events": ("PutEvents",), "monitoring": ("PutMetricData",), "logs": ("PutLogEvents",),
}  # fmt: skip


@functools.cache
def model(service):
    return botocore.loaders.Loader().load_service_model(MODELS[service], "service-2")


def operations(service):
    """Names and input members of the operations that change something, by AWS's own model."""
    shapes = model(service)["shapes"]
    for name, about in model(service)["operations"].items():
        if name.startswith(_READS) or name.startswith(_DATA.get(service, ())):
            continue
        members = shapes[about["input"]["shape"]]["members"] if "input" in about else {}
        yield name, {
            member: shapes[target["shape"]]["type"] for member, target in members.items()
        }
