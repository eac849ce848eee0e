"""The DynamoDB of the fault matrix does what its documentation says."""

import time

import pytest

from testkit.faults import expressions
from testkit.faults.table import LARGEST_ITEM, Refused, Table

NAMES = {"#state": "state", "#lease": "lease", "#sent": "sent", "#lane": "lane", "#due": "due"}


def item(**attributes):
    return {"id": {"S": "alert#1"}, **attributes}


@pytest.mark.parametrize(
    "text, holds",
    [
        ("attribute_not_exists(#lease)", True),
        ("attribute_not_exists(#state)", False),
        ("#state = :claimed AND NOT #state IN (:sent, :folded)", True),
        ("#state = :sent OR (#state = :claimed AND attribute_not_exists(#lease))", True),
        ("NOT (#lease >= :one AND #lease <= :ten)", True),
        ("#state < :one", False),  # another type
        ("#lease <> :one", True),  # there is none
        ("begins_with(#state, :c) AND contains(#sent, :a)", True),
        ("size(#state) = :seven", True),
    ],
)
def test_conditions(text, holds):
    values = {
        ":claimed": {"S": "claimed"}, ":sent": {"S": "sent"}, ":folded": {"S": "folded"}, ":one": {"N": "1"},
        ":ten": {"N": "10"}, ":c": {"S": "cl"}, ":a": {"S": "a"}, ":seven": {"N": "7"},
    }
    found = expressions.condition(text)(item(state={"S": "claimed"}, sent={"SS": ["a"]}), NAMES, values)
    assert bool(found) is holds


def test_an_update_sees_the_item_as_it_was():
    after = expressions.updated(
        item(a={"N": "1"}, b={"N": "5"}, s={"SS": ["x"]}),
        "SET a = b, b = if_not_exists(c, :none) + :one REMOVE lane ADD s :more, n :one DELETE t :more",
        {},
        {":none": {"N": "0"}, ":one": {"N": "1"}, ":more": {"SS": ["y"]}},
    )
    assert after == item(a={"N": "5"}, b={"N": "1"}, s={"SS": ["x", "y"]}, n={"N": "1"})


@pytest.mark.parametrize("text", ["#state =", "(#state = :a", "#state = :a extra", "#state ! :a"])
def test_what_is_no_expression_is_refused(text):
    with pytest.raises(expressions.Invalid):
        expressions.condition(text)({}, NAMES, {":a": {"S": ""}})


def put(table, key, **attributes):
    table.handle("PutItem", {"Item": {"id": {"S": key}, **attributes}})


def test_the_index_has_only_what_is_due_in_order():
    table = Table()
    put(table, "alert#1", lane={"S": "critical"}, due={"N": "30"})
    put(table, "alert#2", lane={"S": "critical"}, due={"N": "20"})
    put(table, "alert#3", lane={"S": "others"}, due={"N": "10"})
    put(table, "alert#4")
    asked = {
        "KeyConditionExpression": "#lane = :lane AND #due <= :now",
        "ExpressionAttributeNames": NAMES,
        "ExpressionAttributeValues": {":lane": {"S": "critical"}, ":now": {"N": "30"}},
    }
    found = table.handle("Query", asked)["Items"]
    assert [i["id"]["S"] for i in found] == ["alert#2", "alert#1"]
    first = table.handle("Query", {**asked, "Limit": 1})
    assert first["LastEvaluatedKey"] == first["Items"][-1]
    rest = table.handle("Query", {**asked, "ExclusiveStartKey": first["LastEvaluatedKey"]})
    assert [i["id"]["S"] for i in rest["Items"]] == ["alert#1"]


def test_a_transaction_is_whole_or_nothing():
    table = Table()
    put(table, "a", state={"S": "claimed"})
    update = {
        "TableName": "t", "UpdateExpression": "SET #state = :sent",
        "ConditionExpression": "#state = :claimed",
        "ExpressionAttributeNames": {"#state": "state"},
        "ExpressionAttributeValues": {":sent": {"S": "sent"}, ":claimed": {"S": "claimed"}},
    }
    actions = [{"Update": {**update, "Key": {"id": {"S": key}}}} for key in ("a", "b")]
    with pytest.raises(Refused) as refused:
        table.handle("TransactWriteItems", {"TransactItems": actions})
    assert refused.value.code == "TransactionCanceledException"
    assert table.items["a"]["state"] == {"S": "claimed"}
    table.handle("TransactWriteItems", {"TransactItems": actions[:1]})
    assert table.items["a"]["state"] == {"S": "sent"}


def test_limits():
    table = Table()
    with pytest.raises(Refused):
        put(table, "a", text={"S": "x" * LARGEST_ITEM})
    with pytest.raises(Refused) as refused:
        for _ in range(3_000):
            put(table, "hot", text={"S": "x" * 900})
    assert refused.value.code == "ProvisionedThroughputExceededException"
    put(table, "cold")


def test_time_passes_for_times_only():
    table = Table()
    now = 1_796_000_000
    put(table, "a", lease={"N": str(now)}, tries={"N": "3"}, due={"N": "0"})
    put(table, "b", lease={"N": str(int(time.time()) + 60)})
    table.age(60)
    assert table.items["a"]["tries"] == {"N": "3"} and table.items["a"]["due"] == {"N": "0"}
    assert abs(int(table.items["b"]["lease"]["N"]) - time.time()) < 5
