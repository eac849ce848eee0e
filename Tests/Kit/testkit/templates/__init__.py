"""CloudFormation templates, resolved without CloudFormation."""
