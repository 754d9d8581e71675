"""Who is looking. The only place to change when sign-in comes."""

from reference import peran as lingkungan
from reference.peran import Peran


def peran() -> Peran:
    """The role of the reader; outside sign-in that of the environment."""
    return lingkungan.peran()


def boleh_mengirim() -> bool:
    """Whether the reader may hand in reports."""
    return peran() in ("petugas", "koordinator")


def boleh_mengatur() -> bool:
    """Whether the reader may close periods and start an empty store."""
    return peran() == "koordinator"
