"""Lampiran 4.22, the official half-yearly recap: read, and written from groups."""
