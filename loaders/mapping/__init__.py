"""Sheets of no known form: our guess of what each column is, and what was confirmed."""
