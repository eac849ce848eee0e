"""One defect at a time: how it is planted, and which check has to find it."""
