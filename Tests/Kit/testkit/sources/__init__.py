"""Facts that are read from the text of the Swift sources."""
