"""Lists that are no report: read by their forms' files, and written to fill in."""
