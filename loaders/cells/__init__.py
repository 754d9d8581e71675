"""What people write in cells: numbers, dates, choices, texts."""
