"""Identity providers: servers that enforce a description of the API, and two real products."""
