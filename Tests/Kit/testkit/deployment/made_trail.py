"""The trail that the stack breakglass-trail makes: moto makes the bucket alone."""

import re
import threading
from urllib.parse import parse_qsl

import boto3

NAME = "breakglass-trail"
ALL_EVENTS = [{"ReadWriteType": "All", "IncludeManagementEvents": True}]


class MadeTrails:
    """Notes each creation of the stack, and makes the trail before moto is asked for trails, with the
    credentials and in the Region of whoever made the stack.
    """

    def __init__(self, proxy):
        self.proxy, self.lock = proxy, threading.Lock()
        self.wanted, self.fails = [], False

    def see(self, operation, request):
        if operation == "cloudformation:CreateStack":
            form = dict(parse_qsl(request.body.decode()))
            if form["StackName"] == NAME:
                values = {v: form[k.replace("Key", "Value")] for k, v in form.items() if k.endswith("ParameterKey")}
                key, region = re.search(r"Credential=([^/]+)/\d+/([^/]+)/", request.header("authorization")).groups()
                with self.lock:
                    self.wanted.append((key, region, values.get("OrganizationTrail") == "yes"))
        elif operation.startswith("cloudtrail:"):
            with self.lock:
                wanted, self.wanted = self.wanted, []
                for made in wanted:
                    self.make(*made)

    def make(self, key, region, is_organization):
        secret, token = self.proxy.secrets[key]
        session = boto3.Session(key, secret, token, region_name=region)
        url = "http://%s:%s" % self.proxy.upstream
        account = session.client("sts", endpoint_url=url).get_caller_identity()["Account"]
        trail = session.client("cloudtrail", endpoint_url=url)
        bucket = f"{NAME}-{account}"
        if bucket not in [b["Name"] for b in session.client("s3", endpoint_url=url).list_buckets()["Buckets"]]:
            return  # the creation failed
        trail.create_trail(
            Name=NAME, S3BucketName=bucket, IsMultiRegionTrail=True, IsOrganizationTrail=is_organization
        )
        trail.put_event_selectors(TrailName=NAME, EventSelectors=ALL_EVENTS)
        trail.start_logging(Name=NAME)
