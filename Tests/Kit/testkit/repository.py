"""Paths in this repository."""

import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[3]
FIXTURES = ROOT / "Tests/Fixtures"
TEMPLATES = ROOT / "template"
DIST = ROOT / "dist"
