"""The cells: what goes wrong, and when. Each fault is a function that spoils a cloud before the event comes."""

from testkit.faults.breaking import Crash, Fault, answers_late, fails_after, hangs, loses, refuses
from testkit.faults.hubs import HOME, STANDBY, topic

PEOPLE, CHAT = topic(HOME), topic(HOME, "-chat")
DENIED = refuses("AccessDeniedException")
BUSY = refuses("ProvisionedThroughputExceededException")

# Not a fault, but an order in which things happen: nobody may hear twice.
ORDERS = {
    "nothing": {},
    "home 25 s late": {"late": 25},
    "home 45 s late": {"late": 45},
    "standby first": {"late": 0.5},
    "delivered twice": {"copies": 2},
    "delivered twice at the same moment": {"twins": 2},
    "delivered five times at the same moment": {"twins": 5},
    "delivered three times, minutes apart": {"copies": 3, "apart": 150},
}


def sns(how, target=None, region=HOME, times=None):
    return lambda cloud: cloud.faults.append(Fault(how, "sns", region, target, times=times))


def table(how, region=HOME, times=None, operation=None, target=None):
    return lambda cloud: cloud.faults.append(
        Fault(how, "dynamodb", region, target, times=times, operation=operation)
    )


def dead(*names):
    def spoil(cloud):
        for name in names:
            cloud.functions[name].dead = True

    return spoil


def both(*spoilers):
    def spoil(cloud):
        for one in spoilers:
            one(cloud)

    return spoil


def for_a_while(seconds, spoil):
    """The fault ends after some virtual time."""

    def begin(cloud):
        before = list(cloud.faults)
        spoil(cloud)
        mine = [fault for fault in cloud.faults if fault not in before]
        cloud.at(seconds, lambda: [cloud.faults.remove(fault) for fault in mine])

    return begin


FAULTS = {
    "home's topics refuse": sns(refuses("KMSDisabled")),
    "home's topic for people refuses": sns(refuses("AuthorizationError", 403), PEOPLE + "$"),
    "SNS throttles once": sns(refuses("Throttled", 429), times=2),
    "SNS throttles home for ten minutes": for_a_while(600, sns(refuses("Throttled", 429))),
    "SNS hangs at home": sns(hangs()),
    "one topic hangs": sns(hangs(), CHAT),
    "SNS hangs everywhere for two minutes": for_a_while(120, sns(hangs(), region=None)),
    "one answer of SNS is lost": sns(loses, times=1),
    "answers of home's SNS are lost": sns(loses),
    "answers of SNS are lost everywhere for two minutes": for_a_while(120, sns(loses, region=None)),
    "SNS answers after 12 s": sns(answers_late(12)),
    "SNS fails, and took it": sns(fails_after(), times=2),
    "every topic refuses for ten minutes": for_a_while(600, sns(refuses("KMSDisabled"), region=None)),
    "every topic refuses": sns(refuses("KMSDisabled"), region=None),
    "home's table refuses": table(DENIED),
    "home's table hangs": table(hangs()),
    "home's table throttles": table(BUSY),
    "one answer of the table is lost": table(loses, times=1, operation="UpdateItem"),
    "each first answer of the table is lost": table(loses, times=5),
    "answers of home's table are lost": table(loses),
    "both tables refuse": table(DENIED, region=None),
    "the budget cannot be counted": table(BUSY, target="budget"),
    "home's enricher is dead": dead(f"enricher-{HOME}"),
    "both enrichers are dead": dead(f"enricher-{HOME}", f"enricher-{STANDBY}"),
    "home's publishers are dead": dead(f"publisher-{HOME}", f"critical-{HOME}"),
    "home's critical lane is dead": dead(f"critical-{HOME}"),
    "home's functions are dead": dead(f"enricher-{HOME}", f"publisher-{HOME}", f"critical-{HOME}"),
    "the standby is dead": dead(f"enricher-{STANDBY}", f"publisher-{STANDBY}", f"critical-{STANDBY}"),
    "home's publishers are dead and its table refuses": both(
        dead(f"publisher-{HOME}", f"critical-{HOME}"), table(DENIED)
    ),
    "home's topics refuse and the table hangs": both(sns(refuses("KMSDisabled")), table(hangs())),
    "Lambda takes no invocation from the enricher": lambda cloud: cloud.faults.append(
        Fault(refuses("TooManyRequestsException", 429), "lambda")
    ),
    "the answer of Lambda is lost": lambda cloud: cloud.faults.append(Fault(loses, "lambda")),
    "the queue refuses": lambda cloud: cloud.faults.append(Fault(refuses("AccessDenied"), "sqs")),
}

# Where nothing can be told: the failure queue may have it.
MAY_BE_QUEUED = {"every topic refuses"}


def crashes(calls):
    """kill -9 before and after each call that a healthy run made: (process, number of its call)."""
    found = {}
    for who, number, operation, target in calls:
        for after in (False, True):
            name = f"{who} dies {'after' if after else 'before'} call {number} ({operation} {target[-22:]})"
            found[name] = lambda cloud, w=who, n=number, a=after: cloud.faults.append(Crash(w, n, a))
    return found


def numbered(cloud):
    """Each process's calls, counted as `Crash` counts them."""
    counts, found = {}, []
    for _, call in cloud.calls:
        counts[call.who] = counts.get(call.who, 0) + 1
        found.append((call.who, counts[call.who], call.operation, call.target))
    return found
