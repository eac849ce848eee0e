"""A DynamoDB table in memory, with its limits: 400 KB an item, 1,000 write units a second and key, and an
index whose writes cost units, too.

Time passes when the test says so: `age` moves every stored time back instead of moving the clocks of the
functions, which are real processes, forward.
"""

import collections
import json
import threading
import time

from testkit.faults import expressions

INDEX = ("lane", "due")
UNITS_A_KEY = 1000
LARGEST_ITEM = 400 * 1024


class Refused(Exception):
    """DynamoDB's refusal: the code, and further members of the answer."""

    def __init__(self, code, message="", **more):
        super().__init__(code)
        self.code, self.body = code, {"message": message, **more}


class Table:
    def __init__(self):
        self.items, self.lock = {}, threading.RLock()
        self.units = collections.Counter()
        self.calls = collections.Counter()
        self._spent = {}

    def handle(self, operation, request):
        with self.lock:
            self.calls[operation] += 1
            try:
                return getattr(self, operation)(request)
            except expressions.Invalid as invalid:
                raise Refused("ValidationException", str(invalid)) from None

    def age(self, seconds):
        """Moves every stored time, in seconds since 1970, into the past."""
        now = time.time()
        with self.lock:
            for item in self.items.values():
                for name, value in item.items():
                    if "N" in value and abs(float(value["N"]) - now) < 40 * 86400:
                        item[name] = {"N": str(int(float(value["N"]) - seconds))}

    def GetItem(self, request):
        item = self.items.get(request["Key"]["id"]["S"])
        return {"Item": item} if item is not None else {}

    def BatchGetItem(self, request):
        ((name, wanted),) = request["RequestItems"].items()
        if len(wanted["Keys"]) > 100:
            raise Refused("ValidationException", "Too many items requested for the BatchGetItem call")
        found = [self.items.get(key["id"]["S"]) for key in wanted["Keys"]]
        return {"Responses": {name: [item for item in found if item is not None]}, "UnprocessedKeys": {}}

    def Query(self, request):
        names, values = self._words(request)
        meets = expressions.condition(request["KeyConditionExpression"])
        found = [
            item
            for item in self.items.values()
            if all(part in item for part in INDEX) and meets(item, names, values)
        ]
        found.sort(key=lambda item: (float(item["due"]["N"]), item["id"]["S"]))
        start = request.get("ExclusiveStartKey", {}).get("id", {}).get("S")
        if start:
            place = [item["id"]["S"] for item in found]
            found = found[place.index(start) + 1 :] if start in place else []
        limit = request.get("Limit", 1000)
        answer = {"Items": [{k: i[k] for k in ("id", *INDEX)} for i in found[:limit]]}
        if len(found) > limit:
            answer["LastEvaluatedKey"] = answer["Items"][-1]
        return {**answer, "Count": len(answer["Items"])}

    def PutItem(self, request):
        key = request["Item"]["id"]["S"]
        self._check(key, request)
        self._store(key, request["Item"])
        return {}

    def UpdateItem(self, request):
        key = request["Key"]["id"]["S"]
        self._check(key, request)
        after = self._changed(key, request)
        self._store(key, after)
        return {"Attributes": after} if request.get("ReturnValues") == "ALL_NEW" else {}

    def DeleteItem(self, request):
        key = request["Key"]["id"]["S"]
        self._check(key, request)
        if key in self.items:
            self._spend(key, self.items[key], self.items.pop(key))
        return {}

    def TransactWriteItems(self, request):
        actions = [next(iter(action.items())) for action in request["TransactItems"]]
        if len(actions) > 100:
            raise Refused("ValidationException", "Member must have length less than or equal to 100")
        reasons = []
        for kind, action in actions:
            key = (action.get("Key") or action.get("Item"))["id"]["S"]
            met = self._meets(key, action)
            reasons.append({"Code": "None" if met else "ConditionalCheckFailed"})
        if any(reason["Code"] != "None" for reason in reasons):
            raise Refused("TransactionCanceledException", "cancelled", CancellationReasons=reasons)
        for kind, action in actions:
            key = (action.get("Key") or action.get("Item"))["id"]["S"]
            if kind == "Update":
                self._store(key, self._changed(key, action), factor=2)
            elif kind == "Put":
                self._store(key, action["Item"], factor=2)
            elif kind == "Delete":
                self.items.pop(key, None)
        return {}

    def _words(self, request):
        return request.get("ExpressionAttributeNames", {}), request.get("ExpressionAttributeValues", {})

    def _meets(self, key, request):
        text = request.get("ConditionExpression")
        return not text or expressions.condition(text)(self.items.get(key, {}), *self._words(request))

    def _check(self, key, request):
        self._limit(key)
        if not self._meets(key, request):
            self.units[self._kind(key)] += 1
            old = self.items.get(key)
            returns = request.get("ReturnValuesOnConditionCheckFailure") == "ALL_OLD" and old is not None
            raise Refused(
                "ConditionalCheckFailedException",
                "The conditional request failed",
                **({"Item": old} if returns else {}),
            )

    def _changed(self, key, request):
        before = self.items.get(key, {"id": {"S": key}})
        return expressions.updated(before, request["UpdateExpression"], *self._words(request))

    def _store(self, key, item, factor=1):
        if size(item) > LARGEST_ITEM:
            raise Refused("ValidationException", "Item size has exceeded the maximum allowed size")
        before = self.items.get(key)
        self.items[key] = item
        self._spend(key, before, item, factor)

    def _spend(self, key, before, after, factor=1):
        units = factor * max(1, -(-max(size(before or {}), size(after)) // 1024))
        places = [tuple(str(i[p]) for p in INDEX) if i and all(p in i for p in INDEX) else None
                  for i in (before, after)]
        if places[0] != places[1]:
            # An entry that moves is deleted and written again.
            units += sum(place is not None for place in places)
        self.units[self._kind(key)] += units
        second = int(time.time())
        if self._spent.get(key, (0, 0))[0] != second:
            self._spent[key] = (second, 0)
        self._spent[key] = (second, self._spent[key][1] + units)

    def _limit(self, key):
        second, units = self._spent.get(key, (0, 0))
        if second == int(time.time()) and units >= UNITS_A_KEY:
            raise Refused("ProvisionedThroughputExceededException", "The level of throughput was exceeded")

    @staticmethod
    def _kind(key):
        return key.partition("#")[0]


def size(item):
    """About what DynamoDB counts: names and values as UTF-8."""
    return len(json.dumps(item, separators=(",", ":")).encode()) - 6 * len(item) if item else 0
