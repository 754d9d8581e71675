"""From sheets to a reading: which sheet and column is what, and what is wrong."""
