"""Reads CloudFormation templates and expands the short forms of functions."""

import json
import pathlib

import yaml


class _Loader(yaml.CSafeLoader):
    """YAML with CloudFormation's short forms. A date is a string, e.g. `2012-10-17`."""


def _short_form(loader, suffix, node):
    if isinstance(node, yaml.ScalarNode):
        value = loader.construct_scalar(node)
    elif isinstance(node, yaml.SequenceNode):
        value = loader.construct_sequence(node, deep=True)
    else:
        value = loader.construct_mapping(node, deep=True)
    if suffix == "GetAtt" and isinstance(value, str):
        value = value.split(".", 1)
    return {suffix if suffix in ("Ref", "Condition") else f"Fn::{suffix}": value}


_Loader.add_multi_constructor("!", _short_form)
_Loader.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def load(path):
    """Reads a template (YAML or JSON) as a dictionary with expanded short forms."""
    return parse(pathlib.Path(path).read_text())


def parse(text):
    """A template's text (YAML or JSON) as a dictionary with expanded short forms."""
    return json.loads(text) if text.lstrip().startswith("{") else yaml.load(text, _Loader)
