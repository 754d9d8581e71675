"""Pure rules about rows: each runs, explains itself, and knows nothing of files."""
