"""The collector's calls, by boto3 with a thread pool. Prints time and memory as JSON.

    reference.py ACCOUNTS

boto3 is given every advantage that keeps the calls the same: one session whose models are loaded
once, one client for all accounts of a Region with as many connections as threads, and no retries.
"""

import json
import resource
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import boto3
from botocore.config import Config

ACCOUNTS = int(sys.argv[1])
THREADS = 256

config = Config(max_pool_connections=THREADS, retries={"max_attempts": 1})
session = boto3.session.Session()
clients = {}


def client(service, region):
    """One client for a service in a Region, created before the pool starts."""
    if (service, region) not in clients:
        clients[service, region] = session.client(service, region_name=region, config=config)
    return clients[service, region]


def region_calls(region):
    events = client("events", region)
    for rule in events.list_rules(NamePrefix="breakglass-")["Rules"]:
        events.list_targets_by_rule(Rule=rule["Name"])
    return 0


def account_calls(account):
    sts = client("sts", "eu-west-1")
    sts.assume_role(RoleArn=f"arn:aws:iam::{account}:role/BreakGlassAudit", RoleSessionName="check")
    sts.get_caller_identity()
    client("account", "us-east-1").get_alternate_contact(AlternateContactType="SECURITY")
    return [r["RegionName"] for r in client("account", "us-east-1").list_regions()["Regions"]]


for region in account_calls(100_000_000_000):
    client("events", region)

start = time.monotonic()
with ThreadPoolExecutor(THREADS) as pool:
    accounts = range(100_000_000_000, 100_000_000_000 + ACCOUNTS)
    lists = list(pool.map(account_calls, accounts))
    list(pool.map(region_calls, [region for regions in lists for region in regions]))
seconds = time.monotonic() - start

usage = resource.getrusage(resource.RUSAGE_SELF)
print(
    json.dumps(
        {
            "seconds": seconds,
            "processor": usage.ru_utime + usage.ru_stime,
            "peakMB": usage.ru_maxrss / 1024,
        }
    )
)
