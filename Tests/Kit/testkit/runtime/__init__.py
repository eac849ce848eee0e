"""Lambda's Runtime API, and a function that talks to it."""
