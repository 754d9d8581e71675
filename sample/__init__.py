"""The synthetic city: real filled forms, so that every page can be seen at work.

Nothing here describes a real group; every form and store made from it says CONTOH.
"""
