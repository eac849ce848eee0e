"""Everything that exists, in a form in which two runs of the same plan can be compared."""

import hashlib
import json

from testkit.standin.making import NUMBERED
from testkit.standin.stack import UPDATABLE


def inventory(world):
    """{place: {kind: what}}; ids that differ from run to run are left out."""
    for one in world.sets.values():
        for place in [*one.instances, *one.stacks]:
            world.arrive(*place)
    keys = {}
    for (account, region, kind), found in sorted(world.resources.items()):
        if kind in NUMBERED:
            standing = [one for one in found.values() if not one.more.get("pending")]
            keys |= {one.id: f"{kind} of {account} {region}" for one in standing}
    found = {}

    def note(place, kind, what):
        text = json.dumps(what, sort_keys=True, default=str)
        for key, name in keys.items():
            text = text.replace(key, name)
        found.setdefault(place, {}).setdefault(kind, []).append(text)

    for (account, region, kind), resources in world.resources.items():
        for one in resources.values():
            if not one.more.get("pending"):
                note(f"{account} {region}", kind, [one.id, one.values, one.stack, changed(one)])
    for (account, region, name), stack in world.stacks.items():
        what = [name, "settled" if stack.status in UPDATABLE else stack.status, stack.template and stack.template.parameters]
        note(f"{account} {region}", "stacks", [*what, stack.template and digest(stack.template.text)])
    for name, one in world.sets.items():
        note("stack sets", name, [digest(one.text), one.given, sorted(map(str, one.instances.items()))])
    for bucket, objects in world.objects.items():
        for key, versions in objects.items():
            note(f"s3 {bucket}", key, [digest(one.body) for one in versions])
    return {place: {kind: sorted(texts) for kind, texts in kinds.items()} for place, kinds in sorted(found.items())}


def digest(content):
    content = content.encode() if isinstance(content, str) else content or b""
    return hashlib.sha256(content).hexdigest()[:16]


def changed(one):
    """What calls have added: subscriptions, items of a table. Messages come and go."""
    subscriptions = [sorted(map(str, about.items())) for about in one.more.get("subscriptions", {}).values()]
    # Canaries are heard at some time.
    items = {key: item for key, item in one.more.get("items", {}).items() if not key.startswith("canary#")}
    kept = {key: value for key, value in one.more.items() if key in ("logging", "selectors", "settings", "State")}
    return [sorted(subscriptions), items, kept, digest(one.more.get("code"))]


def differences(one, other):
    """What differs, a line each."""
    lines = []
    for place in sorted({*one, *other}):
        here, there = one.get(place, {}), other.get(place, {})
        for kind in sorted({*here, *there}):
            gone = [text for text in here.get(kind, []) if text not in there.get(kind, [])]
            new = [text for text in there.get(kind, []) if text not in here.get(kind, [])]
            lines += [f"{place} {kind}: - {text[:300]}" for text in gone]
            lines += [f"{place} {kind}: + {text[:300]}" for text in new]
    return lines
