"""A stand-in for AWS: moto, the proxy that checks every request, and answers for operations that moto lacks."""
