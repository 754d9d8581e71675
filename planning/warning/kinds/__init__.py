"""One kind of sign a file: each module says `JENIS = Jenis(…)`."""
