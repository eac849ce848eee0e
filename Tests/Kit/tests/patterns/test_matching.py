"""The pattern matcher behaves as EventBridge's documentation says, and so does the second one."""

import re

import pytest

from testkit.patterns import second_matcher
from testkit.patterns.matching import matches
from testkit.patterns.syntax import alternatives

EVENT = {
    "source": "aws.iam",
    "account": "111122223333",
    "resources": [],
    "detail": {
        "eventName": "CreateUser",
        "readOnly": False,
        "count": 3,
        "empty": "",
        "nothing": None,
        "names": ["one", "Two"],
        "ip": "198.51.100.7",
        "resources": [{"ARN": "a", "type": "x"}, {"ARN": "b", "type": "y"}],
    },
}


@pytest.mark.parametrize(
    "detail, expected",
    [
        ({"eventName": ["CreateUser", "DeleteUser"]}, True),
        ({"eventName": ["createuser"]}, False),
        ({"eventName": [{"equals-ignore-case": "createUSER"}]}, True),
        ({"eventName": [{"prefix": "Create"}]}, True),
        ({"eventName": [{"prefix": {"equals-ignore-case": "CREATE"}}]}, True),
        ({"eventName": [{"suffix": "User"}]}, True),
        ({"eventName": [{"suffix": {"equals-ignore-case": "USER"}}]}, True),
        ({"eventName": [{"suffix": "Role"}]}, False),
        ({"eventName": [{"wildcard": "*eUs*"}]}, True),
        ({"eventName": [{"wildcard": "eUs*"}]}, False),
        ({"eventName": [{"anything-but": ["CreateUser"]}]}, False),
        ({"eventName": [{"anything-but": ["DeleteUser"]}]}, True),
        ({"eventName": [{"anything-but": {"prefix": "Create"}}]}, False),
        ({"eventName": [{"anything-but": {"wildcard": "*User"}}]}, False),
        ({"missing": [{"anything-but": ["x"]}]}, False),
        ({"missing": [{"exists": False}]}, True),
        ({"eventName": [{"exists": False}]}, False),
        ({"eventName": [{"exists": True}]}, True),
        ({"readOnly": [False]}, True),
        ({"readOnly": ["false"]}, False),
        ({"readOnly": [0]}, False),
        ({"count": [3]}, True),
        ({"count": ["3"]}, False),
        ({"count": [{"numeric": [">", 1, "<=", 3]}]}, True),
        ({"empty": [""]}, True),
        ({"nothing": [None]}, True),
        ({"nothing": [{"exists": True}]}, True),
        ({"missing": [None]}, False),
        ({"names": ["Two"]}, True),
        ({"names": ["three"]}, False),
        ({"ip": [{"cidr": "198.51.100.0/24"}]}, True),
        ({"resources": {"ARN": ["a"], "type": ["x"]}}, True),
        # One element of an array must fulfil all that is asked of it.
        ({"resources": {"ARN": ["a"], "type": ["y"]}}, False),
        ({"$or": [{"count": [4]}, {"eventName": ["CreateUser"]}]}, True),
        ({"$or": [{"count": [4]}, {"count": [5]}]}, False),
        ({"$or": [{"count": [3]}, {"count": [5]}], "eventName": ["DeleteUser"]}, False),
    ],
)
def test_operators(detail, expected):
    pattern = {"source": ["aws.iam"], "detail": detail}
    assert matches(pattern, EVENT) is expected
    # No rule of ours compares numbers or addresses.
    if not {"numeric", "cidr"} & set(re.findall(r"\w+", str(detail))):
        assert second_matcher.matcher(pattern)(EVENT) is expected


def test_fields_are_joined_by_and_across_two_ors():
    pattern = {
        "$or": [{"source": ["aws.sts"]}, {"account": ["111122223333"]}],
        "detail": {"$or": [{"count": [9]}, {"readOnly": [False]}]},
    }
    assert matches(pattern, EVENT) and second_matcher.matcher(pattern)(EVENT)
    assert len(alternatives(pattern)) == 4
