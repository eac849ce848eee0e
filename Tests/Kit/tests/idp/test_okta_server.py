"""Okta's rate limits, pages and faults."""

import json
import re
import urllib.error
import urllib.request

from testkit.servers.web_server import Fault

HEADERS = {"Authorization": "SSWS ssws-token-of-the-tests"}


def ask(url):
    """Status, header fields and document."""
    try:
        answer = urllib.request.urlopen(urllib.request.Request(url, headers=HEADERS), timeout=60)
    except urllib.error.HTTPError as error:
        answer = error
    with answer:
        return answer.status, answer.headers, json.loads(answer.read())


def test_the_app_in_order_is_inactive_and_has_its_policy(okta):
    status, _, app = ask(f"{okta.url}/api/v1/apps/0oa1")
    assert (status, app["status"]) == (200, "INACTIVE")
    assert app["_links"]["accessPolicy"]["href"].startswith(okta.url)
    assert ask(f"{okta.url}/api/v1/apps/another")[0] == 404


def test_a_list_comes_in_pages_and_each_names_the_next(okta):
    organization = okta.organization
    organization.members["00g1"] = [organization.user(f"u{n}", f"{n}@example.com") for n in range(5)]
    organization.page["/api/v1/groups/00g1/users"] = 2
    url, found, pages = f"{okta.url}/api/v1/groups/00g1/users", [], 0
    while url:
        _, headers, page = ask(url)
        found, pages = found + [user["id"] for user in page], pages + 1
        following = re.search(r'<([^>]+)>; rel="next"', headers["Link"])
        url = following and following[1]
    assert (found, pages) == ([f"u{n}" for n in range(5)], 3)


def test_a_rate_limit_counts_down_and_refuses(okta):
    okta.limits["groups"] = 2
    said = [ask(f"{okta.url}/api/v1/groups/00g1") for _ in range(3)]
    assert [status for status, *_ in said] == [200, 200, 429]
    assert [headers["X-Rate-Limit-Remaining"] for _, headers, _ in said] == ["1", "0", "0"]
    assert ask(f"{okta.url}/api/v1/users/jane@example.com")[0] == 200


def test_a_planned_fault_comes_first(okta):
    okta.plan("/api/v1/groups/.*", Fault(500, {"errorCode": "E0000009"}), None)
    assert [ask(f"{okta.url}/api/v1/groups/00g1")[0] for _ in range(2)] == [500, 200]
