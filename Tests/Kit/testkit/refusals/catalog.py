"""Every refusal: AWS's error code and words, and where they were seen.

`wording` says how much is known: "seen" when a public thread or page quotes AWS, "documented" when AWS's
documentation states the limit and nothing quotes the message, "unknown" when only the fact is known. Tests and
deployment must not depend on words that are not "seen".
"""

import dataclasses

USER_GUIDE = "https://docs.aws.amazon.com/eventbridge/latest/userguide"
CLOUDFORMATION = "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide"
ISSUES = "https://github.com"


@dataclasses.dataclass(frozen=True)
class Kind:
    """One way in which AWS refuses. `message` has places for `str.format`."""

    name: str
    code: str
    message: str
    wording: str
    sources: tuple
    status: int = 400

    def __call__(self, where="", **values):
        return Refusal(self, where, self.message.format(**values))


@dataclasses.dataclass(frozen=True)
class Refusal:
    """AWS refuses `where`: a resource's logical id, or an operation."""

    kind: Kind
    where: str
    message: str

    def __str__(self):
        return f"{self.where}: {self.kind.code}: {self.message}"

    def reason(self):
        """The reason in a stack's events, as resource handlers write it."""
        return f'Resource handler returned message: "{self.message} ({self.kind.code})"'


TOO_COMPLEX = Kind(
    "rule-too-complex", "InvalidEventPatternException",
    "Event pattern is not valid. Reason: Rule is too complex - try using fewer wildcard characters or fewer "
    "repeating character sequences after a wildcard character", "seen",
    (f"{USER_GUIDE}/eb-create-pattern-operators.html", f"{ISSUES}/vals-ai/Valkyrie/pull/278",
     f"{ISSUES}/aws/aws-cdk/pull/32063"),
)  # fmt: skip
PATTERN_TOO_LONG = Kind(
    "pattern-too-long", "InvalidEventPatternException",
    "Event pattern is not valid. Reason: the pattern is longer than {most} characters", "documented",
    (f"{USER_GUIDE}/eb-quota.html",),
)  # fmt: skip
PATTERN_INVALID = Kind(
    "pattern-invalid", "InvalidEventPatternException", "Event pattern is not valid. Reason: {reason}", "seen",
    (f"{ISSUES}/buildkite/docs/pull/896",),
)  # fmt: skip
MANY_WILDCARD_RULES = Kind(
    "many-wildcard-rules", "LimitExceededException",
    "The requested resource exceeds the maximum number allowed.", "documented", (f"{USER_GUIDE}/eb-quota.html",),
)  # fmt: skip
MANY_RULES = Kind(
    "many-rules", "LimitExceededException", "The requested resource exceeds the maximum number allowed.", "seen",
    (f"{USER_GUIDE}/eb-quota.html", f"{ISSUES}/tmobile/pacbot/issues/253"),
)  # fmt: skip
MANY_TARGETS = Kind(
    "many-targets", "LimitExceededException", "The requested resource exceeds the maximum number allowed.", "seen",
    (f"{USER_GUIDE}/eb-quota.html", f"{ISSUES}/aws-cloudformation/cfn-lint/issues/306"),
)  # fmt: skip
BUS_POLICY_TOO_LONG = Kind(
    "bus-policy-too-long", "PolicyLengthExceededException", "The event bus policy is too long.", "documented",
    (f"{USER_GUIDE}/eb-quota.html",),
)  # fmt: skip
BUS_DENIES_TARGET = Kind(
    "bus-denies-target", "AccessDeniedException",
    "User is not authorized to perform: events:PutEvents on resource: {bus} because no resource-based policy "
    "allows the events:PutEvents action", "unknown",
    (f"{ISSUES}/ministryofjustice/modernisation-platform-environments/pull/19002",
     f"{ISSUES}/aws/aws-cdk/pull/3323"),
)  # fmt: skip
BUS_POLICIES_AT_ONCE = Kind(
    "bus-policies-at-once", "ConcurrentModificationException",
    "There is concurrent modification on a rule, target, archive, or replay.", "documented",
    ("https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutPermission.html",
     # Where AWS did not refuse, the later call erased the earlier one and both answered 200.
     f"{ISSUES}/aws-solutions/quota-monitor-for-aws/pull/18",
     f"{ISSUES}/hashicorp/terraform-provider-aws/issues/4031"),
)  # fmt: skip
STATEMENT_TAKEN = Kind(
    "statement-taken", "AlreadyExists", "{statement} already exists in stack {stack}", "seen",
    (f"{ISSUES}/aws/aws-cdk/pull/38655", f"{ISSUES}/aws/aws-cdk/issues/29627"),
)  # fmt: skip
ARCHIVE_ELSEWHERE = Kind(
    "no-archives-here", "UnknownOperationException", "Operation is disabled in this region.", "seen",
    (f"{ISSUES}/hashicorp/terraform-provider-aws/pull/20613",),
)  # fmt: skip
ROLE_NEW_TO_EVENTS = Kind(
    "role-new-to-events", "ValidationException",
    "Provided role '{role}' cannot be assumed by principal 'events.amazonaws.com'.", "seen",
    (f"{ISSUES}/Miserlou/Zappa/issues/381", f"{ISSUES}/ansible/ansible-modules-extras/pull/2101"),
)  # fmt: skip
ROLE_NEW_TO_LAMBDA = Kind(
    "role-new-to-lambda", "InvalidParameterValueException",
    "The role defined for the function cannot be assumed by Lambda.", "seen",
    (f"{ISSUES}/apex/up/issues/189", f"{ISSUES}/aws/aws-sdk-js/issues/3498"),
)  # fmt: skip
ROLE_NEW_TO_SCHEDULER = Kind(
    "role-new-to-scheduler", "ValidationException",
    "The execution role you provide must allow AWS EventBridge Scheduler to assume the role.", "unknown",
    ("https://docs.aws.amazon.com/scheduler/latest/UserGuide/setting-up.html",),
)  # fmt: skip
NO_TRUSTED_ACCESS = Kind(
    "no-trusted-access", "CloudTrailAccessNotEnabledException",
    "The request could not be processed because your organization hasn't enabled CloudTrail service access. "
    "Enable service access for CloudTrail, and then try again.", "seen",
    (f"{ISSUES}/hashicorp/terraform-provider-aws/issues/31401",),
)  # fmt: skip
NO_TRAIL_ROLE = Kind(
    "no-trail-role", "InsufficientDependencyServiceAccessPermissionException",
    "AWS CloudTrail cannot create resources for your organization because access to one or more required APIs "
    "has been denied.", "seen", (f"{ISSUES}/natsukium/dotfiles/pull/716",),
)  # fmt: skip
NOT_THE_ORGANIZATIONS = Kind(
    "not-the-organizations", "NotOrganizationMasterAccountException",
    "The request could not be processed because the account is not the management account of the organization.",
    "documented", ("https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_CreateTrail.html",),
)  # fmt: skip
DENIED_BY_POLICY = Kind(
    "denied-by-policy", "AccessDenied",
    "User: {who} is not authorized to perform: {action} on resource: {resource} with an explicit deny in a "
    "service control policy: {policy}", "seen",
    ("https://docs.aws.amazon.com/controltower/latest/userguide/region-deny.html",
     f"{ISSUES}/aws-samples/aws-secure-environment-accelerator/issues/1186"), 403,
)  # fmt: skip
DENIED_BY_RESOURCE = Kind(
    "denied-by-resource", "AccessDeniedException",
    "User: {who} is not authorized to perform: {action} on resource: {resource} with an explicit deny in a "
    "resource-based policy", "seen",
    ("https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html",), 403,
)  # fmt: skip
REGION_NOT_ENABLED = Kind(
    "region-not-enabled", "AccessDenied", "Region {region} is not enabled in account {account}", "unknown",
    (f"{CLOUDFORMATION}/stacksets-opt-in-regions.html",), 403,
)  # fmt: skip
NOT_AN_ADMINISTRATOR = Kind(
    "not-an-administrator", "AccessDeniedException", "You don't have permissions to access this resource.", "seen",
    ("https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListChildren.html",), 400,
)  # fmt: skip
NO_ACCOUNT_ACCESS = Kind(
    "no-account-access", "AccessDeniedException",
    "Trusted access for AWS Account Management is not enabled in the organization", "unknown",
    ("https://docs.aws.amazon.com/accounts/latest/reference/using-orgs-trusted-access.html",), 403,
)  # fmt: skip
LITTLE_CONCURRENCY = Kind(
    "little-concurrency", "InvalidRequest",
    "Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below "
    "its minimum value of [{least}].", "seen",
    ("https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html",
     f"{ISSUES}/aws-samples/one-observability-demo/issues/278"),
)  # fmt: skip
SMS_SANDBOX = Kind(
    # The page says that a message can be sent to verified numbers alone. What Publish answers is not quoted
    # anywhere: a message may also vanish after a MessageId (https://github.com/aws/aws-sdk-js/issues/3843).
    "sms-sandbox", "InvalidParameter", "Invalid parameter: {number} is not verified in the SMS sandbox", "unknown",
    ("https://docs.aws.amazon.com/sns/latest/dg/sns-sms-sandbox.html",),
)  # fmt: skip
TEMPLATE_TOO_LONG = Kind(
    "template-too-long", "ValidationError",
    "1 validation error detected: Value at 'templateBody' failed to satisfy constraint: Member must have length "
    "less than or equal to 51200", "seen", (f"{ISSUES}/mbailey/bash-my-aws/pull/100",),
)  # fmt: skip
STORED_TEMPLATE_TOO_LONG = Kind(
    "stored-template-too-long", "ValidationError", "Template may not exceed {most} bytes in size.", "seen",
    (f"{CLOUDFORMATION}/cloudformation-limits.html", f"{ISSUES}/amazon-archives/aws-security-benchmark/issues/2"),
)  # fmt: skip
PARAMETER_TOO_LONG = Kind(
    "parameter-too-long", "ValidationError",
    "1 validation error detected: Value of parameter {parameter} must have length less than or equal to 4096",
    "documented", (f"{CLOUDFORMATION}/cloudformation-limits.html",),
)  # fmt: skip
PARAMETER_WRONG = Kind(
    # AWS's words name the parameter as well: "Parameters: [NAME] must have values".
    "parameter-wrong", "ValidationError", "Parameters: {reason}", "documented",
    (f"{CLOUDFORMATION}/parameters-section-structure.html",),
)  # fmt: skip
MANY_RESOURCES = Kind(
    "many-resources", "ValidationError",
    "Template format error: Number of resources, {count}, is greater than maximum allowed, 500", "seen",
    (f"{CLOUDFORMATION}/cloudformation-limits.html",),
)  # fmt: skip
TWO_TOPICS = Kind(
    # Whether SNS refuses a statement that names another topic than its own is open; the message is SNS's for a
    # statement out of its scope (https://github.com/hashicorp/terraform/issues/12740).
    "two-topics", "InvalidParameter", "Invalid parameter: Policy statement resource out of service scope!",
    "unknown", ("https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-language-api-permissions-reference.html",),
)  # fmt: skip

KINDS = [value for value in list(globals().values()) if isinstance(value, Kind)]
