"""Lambda's Runtime API, and functions that use it."""
