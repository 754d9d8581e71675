"""Rules and assumptions as a workbook: written, read, held against what counts."""
