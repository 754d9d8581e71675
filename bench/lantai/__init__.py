"""The floors: the least that could be shown with the same tools."""
