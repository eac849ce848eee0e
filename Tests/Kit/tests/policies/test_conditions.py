"""Condition operators behave as IAM's documentation says."""

import pytest

from testkit.policies.conditions import PolicyError, arn_glob, glob, holds, variables


@pytest.mark.parametrize(
    "operator, wanted, value, expected",
    [
        ("StringEquals", "a", "a", True),
        ("StringEquals", "a", "A", False),
        ("StringEquals", ["a", "b"], "b", True),
        ("StringEquals", "a", None, False),
        ("StringEqualsIfExists", "a", None, True),
        ("StringNotEquals", "a", None, True),
        ("StringNotEquals", ["a", "b"], "b", False),
        ("StringEqualsIgnoreCase", "a", "A", True),
        ("StringLike", "sns.*.amazonaws.com", "sns.eu-west-1.amazonaws.com", True),
        ("StringNotLike", "a*", "abc", False),
        ("Bool", "true", "True", True),
        ("Bool", "true", None, False),
        ("BoolIfExists", "false", None, True),
        ("BoolIfExists", "false", "true", False),
        ("NumericLessThanEquals", 300, "300", True),
        ("NumericLessThanEquals", 300, "301", False),
        ("NumericLessThanEquals", 300, None, False),
        ("Null", "true", None, True),
        ("Null", "true", "x", False),
        ("Null", "false", "x", True),
        ("ArnEquals", "arn:aws:iam::1:role/*", "arn:aws:iam::1:role/a/b", True),
        ("ArnLike", "arn:aws:iam::*:role/x", "arn:aws:iam::1:role/x", True),
        ("ArnLike", "arn:*:role/x", "arn:aws:iam::1:role/x", False),
        ("ArnNotLike", "arn:aws:iam::1:role/x", None, True),
        ("ArnNotEquals", ["arn:aws:iam::1:role/x", "arn:aws:iam::1:role/y"],
         "arn:aws:iam::1:role/y", False),
        ("ForAnyValue:StringEquals", "a", ["b", "a"], True),
        ("ForAnyValue:StringEquals", "a", None, False),
        ("ForAllValues:StringEquals", ["a", "b"], ["a", "c"], False),
        ("ForAllValues:StringEquals", "a", None, True),
        ("ForAnyValue:StringNotEquals", "a", ["a", "b"], True),
    ],
)  # fmt: skip
def test_operators(operator, wanted, value, expected):
    context = {} if value is None else {"Key": value}
    assert holds({operator: {"key": wanted}}, context) is expected


def test_all_keys_and_operators_must_hold():
    asked = {"StringEquals": {"a": "1", "b": "2"}, "Bool": {"c": "true"}}
    assert holds(asked, {"a": "1", "b": "2", "c": "true"})
    assert not holds(asked, {"a": "1", "b": "3", "c": "true"})
    assert not holds(asked, {"a": "1", "b": "2"})


@pytest.mark.parametrize("operator", ["StringMatches", "ForNoValue:StringEquals", "Boolean"])
def test_an_unknown_operator_is_an_error(operator):
    with pytest.raises(PolicyError, match=operator.split(":")[0]):
        holds({operator: {"a": "1"}}, {"a": "1"})


def test_several_values_need_a_set_operator():
    with pytest.raises(PolicyError, match="several values"):
        holds({"StringEquals": {"a": "1"}}, {"a": ["1"]})


def test_variables_and_wildcards():
    assert variables("user/${aws:username}${*}", {"aws:username": "dana"}) == "user/dana*"
    assert variables("user/${aws:username}", {}) is None
    assert glob("iam:Get?ser*", "iam:getuserpolicy", ignoring_case=True)
    assert not arn_glob("arn:aws:iam::1*", "arn:aws:iam::1:role/x")
