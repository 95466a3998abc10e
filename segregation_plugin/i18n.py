"""The user's language for texts and numbers, from one place.

Source texts are English; Swedish ones lie in ``resources/i18n/segregation_sv.qm``, which ``scripts/translations``
makes. Translators are asked directly and none is installed in the application, so that an export can be in
another language than the window it was started from.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QLocale, QTranslator

from .domain.messages import Message, SegregationError
from .domain.wording import Wording

LANGUAGES = ("sv", "en")

_CONTEXT = "segregation"
_FOLDER = Path(__file__).parent.parent / "resources" / "i18n"


class Texts(Wording):
    """Texts and numbers in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._translator = QTranslator()
        if language != "en":
            self._translator.load(str(_FOLDER / f"segregation_{language}.qm"))

    def tr(self, text: str) -> str:
        """Return ``text`` in this language, or as it is where it has no translation."""
        # As bytes: given a str, PyQt refuses every letter beyond ASCII.
        return self._translator.translate(_CONTEXT, text.encode()) or text


def language() -> str:
    """Return the language of QGIS's window, ``sv`` or ``en`` (for every other language too).

    QGIS writes the language it runs in to ``locale/userLocale`` at each start, also when it was given on the
    command line; ``QLocale()`` does not know of it.
    """
    name = QgsSettings().value("locale/userLocale") or QLocale.system().name()
    return "sv" if str(name).lower().startswith("sv") else "en"


def texts(language_code: str | None = None) -> Texts:
    """Return the texts of ``language_code``, by default those of QGIS's window."""
    return _texts(language_code or language())


@cache
def _texts(language_code: str) -> Texts:
    return Texts(language_code)


def tr(text: str) -> str:
    """Return ``text`` in the language of QGIS's window."""
    return texts().tr(text)


def render(message: Message | SegregationError) -> str:
    """Return a message in the language of QGIS's window."""
    return texts().render(message)
