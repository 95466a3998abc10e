"""Where the help of the dock's pages is: a section each in the docs, in the language of the window."""

from __future__ import annotations

import re

from ..i18n import Texts
from ..resources import repository


def help_of(title: str, texts: Texts) -> str:
    """Return the address of the section of a page; ``title``: of the page, in the language of the window."""
    language = ".sv" if texts.language == "sv" else ""
    # As GitHub and its like make anchors of headings.
    anchor = re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")
    return f"{repository()}/docs/dock{language}.md#{anchor}"
