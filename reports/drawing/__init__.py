"""Blocks of a slide as SVG text: plain, so that a browser and a typesetter agree.

No style sheets, no outside references, no foreign objects: every colour is an attribute
and every word a `<text>`. What a mark says stands in its `<title>`.
"""
