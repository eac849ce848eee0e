"""Defects of an identity provider with an API of its own, and what the checks report."""

import dataclasses
import inspect
import json


@dataclasses.dataclass
class Defect:
    """One defect.

    plant    a function that plants it; its parameters name what it needs from the test
    drifted  the checks that find it
    unread   the checks that report notChecked because of it
    word     a word of their findings
    """

    plant: object
    drifted: set
    unread: set
    word: str

    def planted(self, **parts):
        self.plant(**{name: parts[name] for name in inspect.signature(self.plant).parameters})

    def found(self, report):
        """Fails unless exactly these checks report it."""
        for status, wanted in [("drifted", self.drifted), ("notChecked", self.unread)]:
            said = {name: report.facts(name) for name in report.having(status)}
            assert set(said) == wanted, (status, said)
        assert report.status == (1 if self.drifted else 2)
        said = {name: report.facts(name) for name in self.drifted | self.unread}
        assert self.word in json.dumps(said), said


class Catalog(dict):
    """Defects by their names."""

    def planted(self, *drifted, unread=(), word):
        """Registers a defect by the name of its function."""

        def register(plant):
            self[plant.__name__] = Defect(plant, set(drifted), set(unread), word)
            return plant

        return register
