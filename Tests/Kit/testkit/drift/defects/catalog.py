"""What goes wrong, how it is planted, and which check has to find it."""

import contextlib
import dataclasses
import importlib

# Modules of this package that register what goes wrong in the accounts or at Okta.
MODULES = (
    "alert_path", "app", "bus", "credential", "function", "group", "okta", "queue", "role", "rule",
    "sign_on", "topic", "trail", "trust",
)  # fmt: skip
_registered = {}


@dataclasses.dataclass
class Defect:
    """A generator that breaks something, yields and mends it; its check; a word of what that says."""

    check: str
    word: str
    plant: object

    @contextlib.contextmanager
    def planted(self, world, answers, okta):
        """As long as the context lasts; mended whatever happens in it."""
        planting = self.plant(world, answers, okta)
        next(planting)
        try:
            yield
        finally:
            assert next(planting, None) is None


def defect(check, word=""):
    """Registers a defect by the name of its generator."""

    def register(plant):
        _registered[plant.__name__] = Defect(check, word, plant)
        return plant

    return register


def defects():
    """Every defect that these modules register, by name."""
    for name in MODULES:
        importlib.import_module(f"{__package__}.{name}")
    return _registered
