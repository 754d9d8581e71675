"""One indicator a file: each module says `INDICATOR = Indicator(…)`."""
