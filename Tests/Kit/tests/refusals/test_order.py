"""What exists before what, by DependsOn and by references."""

from testkit.refusals.order import needs
from testkit.templates.stack import Stack


def stack(**resources):
    return Stack(
        {"Conditions": {"No": {"Fn::Equals": ["a", "b"]}}, "Resources": {
            name: {"Type": "AWS::SNS::Topic"} | more for name, more in resources.items()
        }}
    )  # fmt: skip


def test_dependencies_are_followed_through():
    found = needs(stack(
        A={}, B={"DependsOn": "A"}, C={"DependsOn": ["B"]},
        D={"Properties": {"DisplayName": {"Fn::Sub": "${C.TopicArn}-${!A}-${AWS::Region}"}}},
        E={"Properties": {"DisplayName": {"Fn::GetAtt": ["A", "TopicArn"]}}},
        F={"Properties": {"DisplayName": {"Fn::Sub": ["${X}", {"X": {"Ref": "E"}}]}}},
    ))  # fmt: skip
    assert found["D"] == {"A", "B", "C"} and found["F"] == {"A", "E"} and found["A"] == set()


def test_only_what_is_made_counts():
    choice = {"Fn::If": ["No", {"Ref": "A"}, {"Ref": "B"}]}
    found = needs(stack(
        A={}, B={}, C={"Properties": {"DisplayName": choice}}, D={"Condition": "No"}, E={"DependsOn": "D"}
    ))  # fmt: skip
    assert found == {"A": set(), "B": set(), "C": {"B"}, "E": set()}
