"""General servers on the loopback interface."""
