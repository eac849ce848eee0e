"""The CloudFormation templates, resolved without CloudFormation."""
