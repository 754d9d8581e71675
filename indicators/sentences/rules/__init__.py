"""One rule a file: each module says `ATURAN = Aturan(…)`."""
