"""Accounts and Regions that `template/deploy` runs against, and the faults on its way."""
