"""Servers, engines and program runners for the Python tests and the demonstration.

Each subpackage has one job; Tests/README.md lists them. No module starts anything when it is imported.
"""
