"""S3: buckets of stacks, objects with versions and checksums."""

import base64
import dataclasses
import hashlib
import json

from testkit.standin.stack import NOW
from testkit.standin.wire import Refused
from testkit.standin.world import answers, page

STAMP = "Mon, 30 Nov 2026 06:00:00 GMT"


@dataclasses.dataclass
class Version:
    """A version of an object; a marker has no body."""

    version: str
    body: bytes
    checksum: str = None

    @property
    def headers(self):
        return {
            "x-amz-version-id": self.version, "ETag": f'"{hashlib.md5(self.body).hexdigest()}"',
            "Last-Modified": STAMP, "Content-Type": "binary/octet-stream",
        }  # fmt: skip


def mine(world, who, name):
    found = world.bucket(name)
    if found.account != who.account:
        raise Refused("AccessDenied", "Access Denied", 403)
    return found


@answers("s3:ListBuckets")
def list_buckets(world, who, given):
    names = sorted(world.mine(who, "AWS::S3::Bucket"))
    return {"Buckets": [{"Name": one, "CreationDate": NOW} for one in names]}


@answers("s3:HeadBucket")
def head_bucket(world, who, given):
    found = mine(world, who, given["Bucket"])
    return 200, {"x-amz-bucket-region": found.region}, b""


def next_version(world, bucket, key):
    """An id that is the same in every run that puts the same."""
    return hashlib.sha256(f"{bucket}/{key}/{len(world.objects[bucket].get(key, []))}".encode()).hexdigest()[:32]


@answers("s3:PutObject")
def put_object(world, who, given):
    mine(world, who, given["Bucket"])
    body = given.get("Body", b"")
    checksum = base64.b64encode(hashlib.sha256(body).digest()).decode()
    if given.get("ChecksumSHA256", checksum) != checksum:
        raise Refused("BadDigest", "The SHA256 you specified did not match the calculated checksum.")
    version = Version(next_version(world, given["Bucket"], given["Key"]), body, checksum if "ChecksumSHA256" in given else None)
    world.objects[given["Bucket"]].setdefault(given["Key"], []).append(version)
    kept = {"x-amz-checksum-sha256": checksum} if version.checksum else {}
    return 200, {key: version.headers[key] for key in ("x-amz-version-id", "ETag")} | kept, b""


def version_of(world, who, given):
    mine(world, who, given["Bucket"])
    versions = world.objects[given["Bucket"]].get(given["Key"], [])
    wanted = given.get("VersionId")
    found = [one for one in versions if wanted in (None, one.version)]
    if not found or found[-1].body is None:
        raise Refused("NoSuchVersion" if wanted else "NoSuchKey", "The specified key does not exist.", 404)
    return found[-1]


def checksum(found, given):
    if given.get("ChecksumMode") == "ENABLED" and found.checksum:
        return {"x-amz-checksum-sha256": found.checksum, "x-amz-checksum-type": "FULL_OBJECT"}
    return {}


@answers("s3:GetObject")
def get_object(world, who, given):
    found = version_of(world, who, given)
    return 200, found.headers | checksum(found, given), found.body


@answers("s3:HeadObject")
def head_object(world, who, given):
    try:
        found = version_of(world, who, given)
    except Refused as error:
        return error.status, {}, b""
    length = {"Content-Length": str(len(found.body))}
    return 200, found.headers | checksum(found, given) | length, b""


@answers("s3:ListObjectsV2")
def list_objects(world, who, given):
    mine(world, who, given["Bucket"])
    found = [
        {"Key": key, "Size": len(versions[-1].body), "LastModified": NOW}
        for key, versions in sorted(world.objects[given["Bucket"]].items())
        if versions and versions[-1].body is not None and key.startswith(given.get("Prefix", ""))
    ]
    return {"Name": given["Bucket"], "Contents": found, "KeyCount": len(found), "IsTruncated": False}


@answers("s3:ListObjectVersions")
def list_versions(world, who, given):
    mine(world, who, given["Bucket"])
    every = [(key, one) for key, versions in sorted(world.objects[given["Bucket"]].items()) for one in versions]
    shown = page(every, given, given.get("MaxKeys", 1000), "found", "KeyMarker", "NextKeyMarker")
    rows = {True: [], False: []}
    for key, one in shown.pop("found"):
        rows[one.body is None].append({"Key": key, "VersionId": one.version, "LastModified": NOW, "IsLatest": False})
    return shown | {
        "Name": given["Bucket"], "Versions": rows[False], "DeleteMarkers": rows[True],
        "IsTruncated": "NextKeyMarker" in shown, "NextVersionIdMarker": "x",
    }  # fmt: skip


def remove(world, bucket, key, version):
    versions = world.objects[bucket].get(key, [])
    if version is None:
        versions.append(Version(next_version(world, bucket, key), None))
        return
    versions[:] = [one for one in versions if one.version != version]
    if not versions:
        world.objects[bucket].pop(key, None)


@answers("s3:DeleteObject")
def delete_object(world, who, given):
    mine(world, who, given["Bucket"])
    remove(world, given["Bucket"], given["Key"], given.get("VersionId"))
    return 204, {}, b""


@answers("s3:DeleteObjects")
def delete_objects(world, who, given):
    mine(world, who, given["Bucket"])
    for one in given["Delete"]["Objects"]:
        remove(world, given["Bucket"], one["Key"], one.get("VersionId"))
    return {}


@answers("s3:DeleteBucket")
def delete_bucket(world, who, given):
    found = mine(world, who, given["Bucket"])
    if any(world.objects[given["Bucket"]].values()):
        raise Refused("BucketNotEmpty", "The bucket you tried to delete is not empty", 409)
    world.take(found)
    return 204, {}, b""


@answers("s3:GetBucketPolicy")
def bucket_policy(world, who, given):
    mine(world, who, given["Bucket"])
    found = world.mine(who, "AWS::S3::BucketPolicy").get(given["Bucket"])
    if found is None:
        raise Refused("NoSuchBucketPolicy", "The bucket policy does not exist", 404)
    return 200, {"Content-Type": "application/json"}, json.dumps(found.values["PolicyDocument"]).encode()


@answers("s3:GetBucketVersioning")
def versioning(world, who, given):
    mine(world, who, given["Bucket"])
    return {"Status": "Enabled"}
