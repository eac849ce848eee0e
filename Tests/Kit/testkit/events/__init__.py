"""CloudTrail events in the shapes that AWS writes, and the rules that pick them up."""
