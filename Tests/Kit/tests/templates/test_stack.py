"""Functions, conditions and parameters behave as CloudFormation's reference says."""

import pytest

from testkit.templates.stack import Stack

TEMPLATE = {
    "Parameters": {
        "Users": {"Type": "CommaDelimitedList", "Default": "ana, ben", "AllowedPattern": "[a-z]+"},
        "Mode": {"Type": "String", "Default": "on", "AllowedValues": ["on", "off"]},
        "Days": {"Type": "Number", "Default": 30},
    },
    "Mappings": {"Sizes": {"on": {"Large": 10}, "off": {"Large": 1}}},
    "Conditions": {
        "IsOn": {"Fn::Equals": [{"Ref": "Mode"}, "on"]},
        "IsOff": {"Fn::Not": [{"Condition": "IsOn"}]},
        "Both": {"Fn::And": [{"Condition": "IsOn"}, {"Condition": "IsOff"}]},
        "Either": {"Fn::Or": [{"Condition": "IsOn"}, {"Condition": "IsOff"}]},
    },
    "Resources": {
        "Topic": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": "alerts"}},
        "Role": {"Type": "AWS::IAM::Role", "Properties": {
            "RoleName": {"Fn::Sub": "${AWS::StackName}-role"}, "Path": {"Ref": "AWS::NoValue"}}},
        "Queue": {"Type": "AWS::SQS::Queue", "Condition": "IsOff", "Properties": {}},
    },
}  # fmt: skip


def resolve(node, **parameters):
    return Stack(TEMPLATE, parameters).resolve(node)


@pytest.mark.parametrize(
    "node, expected",
    [
        ({"Ref": "AWS::AccountId"}, "123456789012"),
        ({"Ref": "Days"}, "30"),
        ({"Ref": "Users"}, ["ana", "ben"]),
        ({"Ref": "Topic"}, "arn:aws:sns:eu-west-1:123456789012:alerts"),
        ({"Ref": "Role"}, "breakglass-role"),
        ({"Fn::GetAtt": ["Role", "Arn"]}, "arn:aws:iam::123456789012:role/breakglass-role"),
        ({"Fn::GetAtt": ["Topic", "TopicName"]}, "alerts"),
        ({"Fn::Join": [":", ["a", {"Ref": "Mode"}]]}, "a:on"),
        ({"Fn::Split": ["/", "a/b"]}, ["a", "b"]),
        ({"Fn::Select": ["1", {"Ref": "Users"}]}, "ben"),
        ({"Fn::FindInMap": ["Sizes", {"Ref": "Mode"}, "Large"]}, 10),
        ({"Fn::Sub": "${Topic.Arn}/${!Literal}/${Mode}"},
         "arn:aws:sns:eu-west-1:123456789012:alerts/${Literal}/on"),
        ({"Fn::Sub": ["${X}-${Mode}", {"X": {"Ref": "Days"}}]}, "30-on"),
        ({"Fn::If": ["IsOn", {"Ref": "Mode"}, "never"]}, "on"),
        ({"a": {"Ref": "AWS::NoValue"}, "b": [{"Ref": "AWS::NoValue"}, 1]}, {"b": [1]}),
        ({"Ref": "Topic", "Condition": "not a function"},
         {"Ref": "Topic", "Condition": "not a function"}),
    ],
)  # fmt: skip
def test_functions(node, expected):
    assert resolve(node) == expected


@pytest.mark.parametrize("mode, expected", [("on", (True, False)), ("off", (False, True))])
def test_conditions(mode, expected):
    stack = Stack(TEMPLATE, {"Mode": mode})
    assert (stack.condition("IsOn"), stack.condition("IsOff")) == expected
    assert stack.condition("Either") and not stack.condition("Both")


def test_only_resources_whose_condition_holds_are_made():
    assert set(Stack(TEMPLATE).resources()) == {"Topic", "Role"}
    assert set(Stack(TEMPLATE, {"Mode": "off"}).resources()) == {"Topic", "Role", "Queue"}
    assert Stack(TEMPLATE).resources("AWS::IAM::Role") == {"Role": {"RoleName": "breakglass-role"}}


def test_what_is_given_comes_before_what_is_made_up():
    stack = Stack(TEMPLATE, attributes={("Topic", "Ref"): "arn:x"})
    assert stack.resolve({"Ref": "Topic"}) == "arn:x"


@pytest.mark.parametrize(
    "parameters, message",
    [({"Nobody": "x"}, "Nobody"), ({"Mode": "maybe"}, "Mode"), ({"Users": "ana,B1"}, "Users")],
)
def test_a_parameter_that_cloudformation_refuses_is_refused(parameters, message):
    with pytest.raises(AssertionError, match=message):
        Stack(TEMPLATE, parameters)


def test_a_parameter_without_a_value_is_refused():
    with pytest.raises(AssertionError, match="Name has no value"):
        Stack({"Parameters": {"Name": {"Type": "String"}}, "Resources": {}})


def test_an_unknown_resource_is_an_error():
    with pytest.raises(KeyError):
        resolve({"Ref": "Nobody"})
