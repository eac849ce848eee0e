"""AWS as programs meet it: moto, the proxy that checks every request, and answers for what moto lacks."""
