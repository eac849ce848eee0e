"""CloudTrail events in many variants, and the rules that match them."""
