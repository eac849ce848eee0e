"""Servers on the loopback interface that know nothing of AWS or of an identity provider."""
