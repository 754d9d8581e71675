"""Other people's words inside our sentences: shown as typed, never as markup."""

import re

_TANDA = re.compile(r"([!-/:-@\[-`{-~])")


def plain(teks: str) -> str:
    r"""A text that Markdown shows as it is: no link, picture, colour or formula.

    >>> print(plain("Melati *01* ![](http://x)"))
    Melati \*01\* \!\[\]\(http\:\/\/x\)
    """
    return _TANDA.sub(r"\\\1", " ".join(teks.split()))
