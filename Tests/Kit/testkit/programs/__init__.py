"""Our own programs: building them on first use, running them, and reading their output."""
