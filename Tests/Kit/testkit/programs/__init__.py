"""Our own programs, built when a test first runs one, and what they print."""
