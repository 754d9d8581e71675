"""What the app costs, each measure beside the floor below which nobody gets.

`make bench` runs it all and writes docs/kinerja.md; `python -m bench pages` one part.
"""
