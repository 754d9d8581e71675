"""The command line of reports, one command a file; alone opens the store."""


class NothingToShowError(Exception):
    """What was asked for has no data; the message is a sentence for people."""


class WrongUseError(Exception):
    """What was asked for cannot be done; the message is a sentence for people."""
