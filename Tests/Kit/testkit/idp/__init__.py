"""Identity providers: servers that enforce descriptions of their APIs, and two real ones."""
