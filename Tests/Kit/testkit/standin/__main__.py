"""Serves the stand-in until standard input ends, then prints what it was asked.

    python -m testkit.standin --accounts 100 --regions 17 --latency-ms 50

Prints its address first. At the end, a JSON object: calls, the most that waited at a time, and calls by operation.
"""

import argparse
import json
import sys

from testkit.standin.cloud import Cloud, account, regions


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--accounts", type=int, default=1, help="1 is without an organization")
    parser.add_argument("--regions", type=int, default=20)
    parser.add_argument("--latency-ms", type=float, default=50)
    parser.add_argument("--polls", type=int, default=2, help="how often an operation is asked for before it is done")
    parser.add_argument("--port", type=int, default=0)
    options = parser.parse_args()
    members = [account(number) for number in range(1, options.accounts)]
    with Cloud(
        regions(options.regions), members=members, polls=options.polls, latency=options.latency_ms / 1000,
        port=options.port,
    ) as cloud:  # fmt: skip
        print(cloud.url, flush=True)
        for line in sys.stdin:
            # A measurement begins anew.
            if line.strip() == "report":
                print(json.dumps(cloud.report()), flush=True)


if __name__ == "__main__":
    main()
