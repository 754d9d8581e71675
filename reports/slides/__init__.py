"""The slides of a presentation, one a file, found by file."""
