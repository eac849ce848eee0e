"""EventBridge's event patterns, evaluated without EventBridge."""
