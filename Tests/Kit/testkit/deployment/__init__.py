"""Accounts and Regions for `template/deploy`, and planned faults."""
