"""Values to figures: pure, one figure a file, each with alt text and its table."""
