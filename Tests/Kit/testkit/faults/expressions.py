"""DynamoDB's expressions: conditions, updates and key conditions, as functions of an item.

Source: Amazon DynamoDB Developer Guide, "Condition and filter expressions", "Update expressions".
"""

import functools
import re

TOKEN = re.compile(r"\s*(<>|<=|>=|[=<>(),+\-]|[#:]?[A-Za-z0-9_.]+)")
FUNCTIONS = {"attribute_exists", "attribute_not_exists", "begins_with", "contains", "size", "if_not_exists"}
CLAUSES = ("SET", "REMOVE", "ADD", "DELETE")


class Invalid(Exception):
    """The expression is none; the message is DynamoDB's reason."""


class Reader:
    def __init__(self, text):
        self.tokens, position = [], 0
        while text[position:].strip():
            match = TOKEN.match(text, position)
            if not match:
                raise Invalid(f"Syntax error near {text[position:]!r}")
            self.tokens.append(match[1])
            position = match.end()
        self.at = 0

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def take(self, expected=None):
        token = self.peek()
        if not token or (expected and token.upper() != expected):
            raise Invalid(f"Syntax error at {token!r}, expected {expected}")
        self.at += 1
        return token

    def is_word(self, word):
        return self.peek().upper() == word

    # Each of these returns a function of (item, names, values).

    def condition(self):
        left = self.all_of()
        while self.is_word("OR"):
            self.take()
            left = (lambda a, b: lambda *w: a(*w) or b(*w))(left, self.all_of())
        return left

    def all_of(self):
        left = self.term()
        while self.is_word("AND"):
            self.take()
            left = (lambda a, b: lambda *w: a(*w) and b(*w))(left, self.term())
        return left

    def term(self):
        if self.is_word("NOT"):
            self.take()
            inner = self.term()
            return lambda *w: not inner(*w)
        if self.peek() == "(":
            self.take()
            inner = self.condition()
            self.take(")")
            return inner
        left = self.operand()
        if self.is_word("BETWEEN"):
            self.take()
            low = self.operand()
            self.take("AND")
            high = self.operand()
            return lambda *w: compare(">=", left(*w), low(*w)) and compare("<=", left(*w), high(*w))
        if self.is_word("IN"):
            self.take()
            options = self.arguments()
            return lambda *w: left(*w) is not None and any(left(*w) == o(*w) for o in options)
        if self.peek() in ("=", "<>", "<", ">", "<=", ">="):
            sign, right = self.take(), self.operand()
            return lambda *w: compare(sign, left(*w), right(*w))
        return left

    def arguments(self):
        self.take("(")
        found = [self.operand()]
        while self.peek() == ",":
            self.take()
            found.append(self.operand())
        self.take(")")
        return found

    def operand(self):
        token = self.take()
        if token in FUNCTIONS and self.peek() == "(":
            return call(token, self.arguments())
        if token.startswith(":"):
            return lambda item, names, values: values[token]
        return lambda item, names, values: item.get(names.get(token, token))

    def sum(self):
        left = self.operand()
        while self.peek() in ("+", "-"):
            sign = 1 if self.take() == "+" else -1
            left = (lambda a, b, s: lambda *w: add(a(*w), b(*w), s))(left, self.operand(), sign)
        return left

    def update(self):
        steps = []
        while self.peek():
            clause = self.take().upper()
            if clause not in CLAUSES:
                raise Invalid(f"Syntax error at {clause}")
            while True:
                path = self.take()
                if clause == "SET":
                    self.take("=")
                    steps.append((clause, path, self.sum()))
                else:
                    steps.append((clause, path, None if clause == "REMOVE" else self.operand()))
                if self.peek() != ",":
                    break
                self.take()
        return steps


def call(name, arguments):
    first = arguments[0]
    second = arguments[1] if len(arguments) > 1 else None
    return {
        "attribute_exists": lambda *w: first(*w) is not None,
        "attribute_not_exists": lambda *w: first(*w) is None,
        "begins_with": lambda *w: plain(first(*w) or {"S": ""}).startswith(plain(second(*w))),
        "contains": lambda *w: plain(second(*w)) in plain(first(*w) or {"SS": []}),
        "size": lambda *w: {"N": str(len(plain(first(*w) or {"S": ""})))},
        "if_not_exists": lambda *w: second(*w) if first(*w) is None else first(*w),
    }[name]


def plain(value):
    kind, content = next(iter(value.items()))
    return float(content) if kind == "N" else content


def compare(sign, left, right):
    if left is None or right is None:
        return sign == "<>"
    if next(iter(left)) != next(iter(right)):
        return sign == "<>"
    left, right = plain(left), plain(right)
    return {
        "=": left == right,
        "<>": left != right,
        "<": left < right,
        "<=": left <= right,
        ">": left > right,
        ">=": left >= right,
    }[sign]


def add(left, right, sign=1):
    if left is None or right is None or "N" not in left or "N" not in right:
        raise Invalid("An operand in the update expression has an incorrect data type")
    total = float(left["N"]) + sign * float(right["N"])
    return {"N": str(int(total)) if total == int(total) else str(total)}


@functools.lru_cache(maxsize=4096)
def condition(text):
    reader = Reader(text)
    found = reader.condition()
    if reader.peek():
        raise Invalid(f"Syntax error at {reader.peek()!r}")
    return found


@functools.lru_cache(maxsize=4096)
def update(text):
    return Reader(text).update()


def updated(item, text, names, values):
    """The item after the update. Every operand sees the item as it was."""
    after = dict(item)
    for clause, path, value in update(text):
        name = names.get(path, path)
        given = value(item, names, values) if value else None
        if clause == "SET":
            if given is None:
                raise Invalid("The provided expression refers to an attribute that does not exist in the item")
            after[name] = given
        elif clause == "REMOVE":
            after.pop(name, None)
        elif "N" in given:
            after[name] = add(item.get(name, {"N": "0"}), given)
        else:
            kind = next(iter(given))
            if name in item and kind not in item[name]:
                raise Invalid("An operand in the update expression has an incorrect data type")
            have, more = set(item.get(name, {}).get(kind, [])), set(given[kind])
            have = have | more if clause == "ADD" else have - more
            after.pop(name, None)
            if have:
                after[name] = {kind: sorted(have)}
    return after
