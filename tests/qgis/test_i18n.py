from __future__ import annotations

import pytest
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QLocale

from segregation_plugin import i18n
from segregation_plugin.domain.messages import message


@pytest.fixture
def user_locale():
    """Set QGIS's language as its start does, and put it back."""
    settings = QgsSettings()
    before = settings.value("locale/userLocale")
    yield lambda name: settings.setValue("locale/userLocale", name)
    settings.setValue("locale/userLocale", before)


@pytest.mark.parametrize(("locale", "language"), [("sv", "sv"), ("sv_SE", "sv"), ("en_US", "en"), ("de", "en")])
def test_the_language_is_that_of_the_qgis_window(user_locale, locale, language):
    user_locale(locale)

    assert i18n.language() == language


def test_without_a_setting_the_language_is_that_of_the_system(user_locale, monkeypatch):
    user_locale("")
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("sv_SE"))

    assert i18n.language() == "sv"


def test_texts_follow_the_language_asked_for_whatever_the_window_speaks(user_locale):
    user_locale("en")

    assert i18n.tr("Segregation by area type") == "Segregation by area type"
    assert i18n.texts("sv").tr("Segregation by area type") == "Segregation efter områdestyp"


def test_a_text_without_translation_stays_as_it_is():
    assert i18n.texts("sv").tr("4711") == "4711"


def test_messages_and_numbers_are_in_the_language():
    several = message("{count} areas", count=1780)

    assert i18n.texts("en").render(several) == "1,780 areas"
    assert i18n.texts("sv").number(1780) == "1\N{NO-BREAK SPACE}780"
