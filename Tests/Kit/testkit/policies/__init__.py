"""IAM policies, evaluated without IAM."""
