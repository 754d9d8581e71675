"""What everybody may know: places, words, periods, steps, settings and boundaries.

Reads `data/reference/` into frozen objects and imports nothing else of the project.
"""
