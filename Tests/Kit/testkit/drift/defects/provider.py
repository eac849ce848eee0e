"""What goes wrong at an identity provider that is asked by its own API, and what each check says to it."""

import dataclasses
import inspect
import json


@dataclasses.dataclass
class Defect:
    """One thing that goes wrong.

    plant    breaks it; takes what it needs of what a test has, by name
    drifted  the checks that find it
    unread   the checks that cannot say any more whether all is well
    word     of what they say
    """

    plant: object
    drifted: set
    unread: set
    word: str

    def planted(self, **parts):
        self.plant(**{name: parts[name] for name in inspect.signature(self.plant).parameters})

    def found(self, report):
        """Fails unless these checks, and no others, say so."""
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
