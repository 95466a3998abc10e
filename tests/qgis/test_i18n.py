from __future__ import annotations

import pytest
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QLocale

from segregation_plugin import i18n
from segregation_plugin.domain.messages import InputError, message

NBSP = "\N{NO-BREAK SPACE}"


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


def test_messages_are_filled_in_after_translation_and_within_each_other():
    error = InputError("{remedy} ({file})", remedy=message("Install {packages}", packages="x"), file="a.csv")

    assert i18n.texts("en").render(error) == "Install x (a.csv)"


@pytest.mark.parametrize(
    ("value", "decimals", "swedish", "english"),
    [
        (1780, 0, f"1{NBSP}780", "1,780"),
        (228.46, 1, "228,5", "228.5"),
        (-1234567.5, 2, f"-1{NBSP}234{NBSP}567,50", "-1,234,567.50"),
        (0, 0, "0", "0"),
        (None, 1, "", ""),
        (float("nan"), 1, "", ""),
    ],
)
def test_numbers_are_written_as_the_language_does(value, decimals, swedish, english):
    assert i18n.texts("sv").number(value, decimals) == swedish
    assert i18n.texts("en").number(value, decimals) == english


def test_pandas_missing_value_is_empty():
    pandas = pytest.importorskip("pandas")

    assert i18n.texts("en").number(pandas.NA) == ""


@pytest.mark.parametrize("language", ["sv", "en"])
def test_what_rounds_to_zero_has_no_sign(language):
    said = i18n.texts(language)
    assert [said.number(-0.0), said.number(-0.4), said.number(-0.04, 1).replace(",", ".")] == ["0", "0", "0.0"]
