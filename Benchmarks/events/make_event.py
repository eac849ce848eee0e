"""Writes a break-glass AssumeRole event of about SIZE bytes; its request is longer than usual.

usage: make_event.py SIZE
"""

import json
import sys

ROOT = __file__.rsplit("/Benchmarks/", 1)[0]


def main():
    size = int(sys.argv[1])
    with open(f"{ROOT}/Tests/Fixtures/events/assume-role-caller.json") as file:
        event = json.load(file)
    detail = event["detail"]
    detail["tlsDetails"] = {
        "tlsVersion": "TLSv1.3",
        "cipherSuite": "TLS_AES_128_GCM_SHA256",
        "clientProvidedHostHeader": "sts.eu-west-1.amazonaws.com",
    }
    policy = {
        "Sid": "Statement",
        "Effect": "Allow",
        "Action": ["s3:GetObject", "s3:ListBucket"],
        "Resource": "arn:aws:s3:::example-bucket/*",
    }
    tags, statements = [], []
    detail["requestParameters"]["tags"] = tags
    while len(json.dumps(event, separators=(",", ":"))) < size:
        number = len(tags)
        tags.append({"key": f"team-{number}", "value": f"night shift \u00e9 {number}"})
        statements.append(dict(policy, Sid=f"Statement{number}"))
        detail["requestParameters"]["policy"] = json.dumps({"Statement": statements})
    print(json.dumps(event, separators=(",", ":"), ensure_ascii=False), end="")


if __name__ == "__main__":
    main()
