"""The commands of `python -m planning`, one a file, found by file."""
