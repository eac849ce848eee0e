"""A set-up in order, for `breakglass check`, and everything that can go wrong in it."""
