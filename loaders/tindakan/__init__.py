"""The register of actions (Daftar Tindakan Pembinaan): read, and written to fill in."""
