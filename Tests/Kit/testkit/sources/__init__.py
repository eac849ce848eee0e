"""What the Swift sources say, read from their text."""
