"""One defect at a time: how to plant it, and which check must find it."""
