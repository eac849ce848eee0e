"""The registry of defects, and how a test plants one."""

import contextlib
import dataclasses
import importlib

# Modules of this package that register what goes wrong in the accounts or at Okta.
MODULES = (
    "alert_path", "app", "bus", "credential", "function", "group", "ledger", "okta", "queue", "role", "rule",
    "sign_on", "topic", "trail", "trust",
)  # fmt: skip
_registered = {}


@dataclasses.dataclass
class Defect:
    """A generator that breaks something, yields and repairs it; the check that finds it; a word of the finding."""

    check: str
    word: str
    plant: object

    @contextlib.contextmanager
    def planted(self, world, answers, okta):
        """Plants the defect, and repairs it even if the test fails."""
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
