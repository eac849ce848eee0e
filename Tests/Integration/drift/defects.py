"""What goes wrong, how it is planted, and which check has to find it."""

import contextlib
import dataclasses

ALL = {}


@dataclasses.dataclass
class Defect:
    """A generator that breaks something, yields and mends it; its check; a word of what that says."""

    check: str
    word: str
    plant: object

    def planted(self, world, answers, okta):
        return contextlib.contextmanager(self.plant)(world, answers, okta)


def defect(check, word=""):
    """Registers a defect by the name of its generator."""

    def register(plant):
        ALL[plant.__name__] = Defect(check, word, plant)
        return plant

    return register
