"""What the Python tests and the demonstration run against: servers, engines and programs.

Each subpackage has one job; Tests/README.md lists them. No module starts anything when it is imported.
"""
