"""In which order CloudFormation creates the resources of a stack.

Two resources are created at the same time unless one needs the other: by DependsOn, Ref, Fn::GetAtt or Fn::Sub.
Only the branch of Fn::If that is taken counts. Everything that is not ordered may happen in the worse order.

Source: CloudFormation User Guide, "DependsOn attribute".
"""

import re


def _references(stack, node):
    if isinstance(node, list):
        for item in node:
            yield from _references(stack, item)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key == "Ref" and isinstance(value, str):
                yield value
            elif key == "Fn::GetAtt":
                yield value[0] if isinstance(value, list) else value.partition(".")[0]
            elif key == "Fn::Sub":
                text, extra = value if isinstance(value, list) else (value, {})
                yield from (name.partition(".")[0] for name in re.findall(r"\$\{([^!}][^}]*)\}", text))
                yield from _references(stack, extra)
            elif key == "Fn::If":
                yield from _references(stack, value[1] if stack.condition(value[0]) else value[2])
            else:
                yield from _references(stack, value)


def needs(stack):
    """For each resource that is created: the resources that exist before it, directly or not."""
    made = set(stack.resources())
    direct = {}
    for name in made:
        resource = stack.template["Resources"][name]
        named = resource.get("DependsOn", [])
        named = set([named] if isinstance(named, str) else named)
        named |= set(_references(stack, resource.get("Properties", {})))
        direct[name] = (named & made) - {name}
    reached = {}

    def before(name):
        if name not in reached:
            reached[name] = set()
            for other in direct[name]:
                reached[name] |= {other} | before(other)
        return reached[name]

    for name in made:
        before(name)
    return reached
