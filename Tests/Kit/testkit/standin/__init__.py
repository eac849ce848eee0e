"""A stand-in for AWS as a deployment sees it: fast, in memory, one process.

It makes what a stack's template asks for, with the names that CloudFormation gives, and the services list exactly
that. It checks no signature and no permission, and refuses only what a deployment can run into: testkit.refusals,
in front of moto, knows more refusals. Each call is answered after a fixed time.
"""
