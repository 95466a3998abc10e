"""The plugin's texts without Qt: Swedish ones from the translation file that the compiled one is made of."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

from segregation_plugin.domain.wording import Wording

_SOURCE = Path(__file__).parents[1] / "resources" / "i18n" / "segregation_sv.ts"


class FromSource(Wording):
    """Texts in ``language``, ``sv`` or ``en``."""

    def __init__(self, language):
        self.language = language

    def tr(self, text):
        """Return a text in this language, or as it is where it has no translation."""
        return _swedish().get(text, text) if self.language == "sv" else text


@cache
def _swedish():
    return {
        message.findtext("source"): message.findtext("translation") for message in ET.parse(_SOURCE).iter("message")
    }


SWEDISH, ENGLISH = FromSource("sv"), FromSource("en")
