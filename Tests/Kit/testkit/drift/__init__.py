"""A correct set-up for `breakglass check`, its defects, and faults while it is read."""
