"""The items of the state table, read from Swift sources of every form that is in use."""

import pytest

from testkit.sources import state_items
from testkit.sources.swift_text import arguments, calls, functions

SWIFT = '''
extension StateTable {
    /// A comment with key("comment#x").
    public func one(
        _ thing: String, of other: Int, deadline: Deadline
    ) throws(AWS.Failure) -> Int? {
        let id = Link.itemID(of: thing)
        return try run(DynamoDB.getItem(table: name, key: key(id)), deadline: deadline)
    }
}
'''


def test_functions_have_labels_and_bodies():
    (one,) = functions(SWIFT)
    assert (one.name, one.labels) == ("one", ("_", "of", "deadline"))
    assert one.parameters == ("thing", "other", "deadline")
    assert "getItem" in one.body


def test_calls_have_labels_and_expressions():
    found = dict(calls('try table.note(link, of: f(a, "x,y"), replacing: true)'))
    assert found["note"] == [("_", "link"), ("of", 'f(a, "x,y")'), ("replacing", "true")]
    assert arguments('a: [1, 2], "b, c"') == ["a: [1, 2]", '"b, c"']


def of(body, labels=("of",)):
    function = next(functions(f"func f({', '.join(f'{one}: String' for one in labels)}) {{ {body} }}"))
    return state_items._Reading(function, {"StateTable.last": "run#last", "Link.itemID": "link#*"})


@pytest.mark.parametrize(
    "expression, expected",
    [
        (r'key("alert#\(alert)")', {"alert#*"}),
        ("key(Self.last)", {"run#last"}),
        ("key(Link.itemID(of: x))", {"link#*"}),
        ("key(of)", {("parameter", "of")}),
        (r'item.merging(key("closed#1")) { $1 }', {"closed#1"}),
    ],
)
def test_an_id_is_read_from_any_form(expression, expected):
    assert of("").of(expression) == expected


def test_what_is_not_understood_is_an_error():
    for expression in ("key(unknown)", "key(Self.other)", "key(3 + 4)"):
        with pytest.raises((ValueError, KeyError)):
            of("").of(expression)
