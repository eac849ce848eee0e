"""What stands in all accounts, and how the accounts are set up, as far as refusals depend on it."""

import dataclasses

# Where archives are missing depends on the day. A Region that no test uses for a hub stands for them.
WITHOUT_ARCHIVES = {"ap-southeast-7"}
FEW_RULES = {"af-south-1": 100, "eu-south-1": 100}
NEW_ACCOUNT_CONCURRENCY = 10


@dataclasses.dataclass
class Organization:
    """The organization of all accounts.

    policies  service control policies that bind an account: (ARN, document) by account id
    """

    id: str = "o-exampleorg1"
    management: str = "123456789012"
    trusts_cloudtrail: bool = False
    trusts_account: bool = False
    has_trail_role: bool = False
    policies: dict = dataclasses.field(default_factory=dict)


@dataclasses.dataclass
class Standing:
    """A stack: (type, properties) by logical id.

    It is complete when whoever asked for it has seen that it is; until then what was there `before` stands.
    """

    resources: dict
    complete: bool = True
    before: dict = dataclasses.field(default_factory=dict)

    def of(self, kind):
        return {name: values for name, (type_, values) in self.resources.items() if type_ == kind}


class State:
    """All stacks by (account, Region, name), and the set-up of the accounts.

    enabled      enabled Regions by account; every Region where an account is not named
    concurrency  executions at once that Lambda allows an account
    verified     telephone numbers that are verified, by (account, Region)
    out_of_sandbox  accounts that may send to every number
    tried        ARNs of roles that were refused once for being new
    new_roles    ARNs of roles that a call made, not a stack
    delegates    ids of delegated administrators by service principal
    direct       bus statements that a call made, by the bus's ARN
    under_way    ARNs of buses whose policy is being changed by a call
    """

    def __init__(self):
        self.stacks = {}
        self.organization = None
        self.enabled, self.concurrency, self.verified = {}, {}, {}
        self.out_of_sandbox, self.tried = set(), set()
        self.without_archives = set(WITHOUT_ARCHIVES)
        self.delegates, self.direct, self.new_roles, self.under_way = {}, {}, set(), set()

    def stand(self, stack, complete=True):
        """Records what a stack made."""
        self.stacks[stack.account, stack.region, stack.name] = Standing(made(stack), complete)

    def fall(self, account, region, name):
        self.stacks.pop((account, region, name), None)

    def here(self, account, region, but=None, certain=False):
        """The stacks of one account and Region; `certain` leaves out what a stack under way may not have made."""
        for (its_account, its_region, name), stack in self.stacks.items():
            if (its_account, its_region) == (account, region) and name != but:
                yield name, Standing(stack.before) if certain and not stack.complete else stack

    def limit(self, account):
        return self.concurrency.get(account, NEW_ACCOUNT_CONCURRENCY)

    def is_enabled(self, account, region):
        return account not in self.enabled or region in self.enabled[account]

    def bus_statements(self, arn):
        """The statements of a bus's policy that certainly stand, by statement id."""
        _, _, _, region, account, name = arn.split(":", 5)
        found = dict(self.direct.get(arn, {}))
        for stack_name, stack in self.here(account, region, certain=True):
            for logical_id, values in stack.of("AWS::Events::EventBusPolicy").items():
                if bus_arn(values.get("EventBusName"), account, region, arn.split(":")[1]) == arn:
                    found[values["StatementId"]] = statement_of(values, arn)
            for values in stack.of("AWS::Events::EventBus").values():
                if f"event-bus/{values['Name']}" == name:
                    for number, one in enumerate(_statements(values.get("Policy"))):
                        found[f"{stack_name}-{number}"] = one
        return found

    def resource_policy(self, arn):
        """The policy of a topic or queue that a stack made; None if no stack did."""
        _, _, service, region, account, name = arn.split(":", 5)
        kind, key = {
            "sns": ("AWS::SNS::TopicPolicy", "Topics"),
            "sqs": ("AWS::SQS::QueuePolicy", "Queues"),
        }[service]
        for _, stack in self.here(account, region):
            for values in stack.of(kind).values():
                if any(one.replace("/", ":").rpartition(":")[2] == name for one in values[key]):
                    return values["PolicyDocument"]
        return None


def made(stack):
    """(type, properties) of everything that a stack makes, by logical id."""
    return {
        name: (stack.template["Resources"][name]["Type"], values)
        for name, values in stack.resources().items()
    }


def bus_arn(name, account, region, partition="aws"):
    """The ARN of a bus that a template names by its name, by its ARN or not at all."""
    if name and name.startswith("arn:"):
        return name
    return f"arn:{partition}:events:{region}:{account}:event-bus/{name or 'default'}"


def _statements(document):
    found = (document or {}).get("Statement", [])
    return found if isinstance(found, list) else [found]


def statement_of(values, bus):
    """The policy statement of an EventBusPolicy or of PutPermission."""
    if "Statement" in values:
        return values["Statement"]
    statement = {
        "Sid": values["StatementId"],
        "Effect": "Allow",
        "Principal": "*" if values["Principal"] == "*" else {"AWS": values["Principal"]},
        "Action": values.get("Action", "events:PutEvents"),
        "Resource": bus,
    }
    if condition := values.get("Condition"):
        statement["Condition"] = {condition["Type"]: {condition["Key"]: condition["Value"]}}
    return statement
