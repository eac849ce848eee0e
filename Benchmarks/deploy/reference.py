"""The calls of a run once more: by boto3, with a pool of threads, against a server that answers nothing but {}."""

import concurrent.futures
import resource
import threading
import time

import boto3
from botocore import xform_name
from botocore.config import Config
from botocore.exceptions import ClientError

from testkit.standin.cloud import NAMES, Cloud


def repeat(calls, width, latency):
    """Seconds and seconds of the processor for (service, operation, Region, parameters), `width` at a time."""
    config = Config(
        retries={"max_attempts": 1, "mode": "standard"}, max_pool_connections=width,
        parameter_validation=False, request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
    )  # fmt: skip
    clients, lock = {}, threading.Lock()
    with Cloud(NAMES, latency=latency) as cloud:
        cloud.world.before = lambda call, who: {}
        session = boto3.Session(aws_access_key_id="AKIAIOSFODNN7EXAMPLE", aws_secret_access_key="secret")

        def client(service, region):
            with lock:
                if (service, region) not in clients:
                    clients[service, region] = session.client(
                        service, region_name=region, endpoint_url=cloud.url, config=config
                    )
                return clients[service, region]

        def send(call):
            service, operation, region, given = call
            try:
                getattr(client(service, region), xform_name(operation))(**given)
            except ClientError:
                pass

        for service, region in sorted({(call[0], call[2]) for call in calls}):
            client(service, region)
        before, started = used(), time.monotonic()
        with concurrent.futures.ThreadPoolExecutor(width) as pool:
            list(pool.map(send, calls))
        return time.monotonic() - started, used() - before


def used():
    """This process's time of the processor, the server's included."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime
