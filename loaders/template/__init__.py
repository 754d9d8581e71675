"""Writes the forms that officers fill in."""
