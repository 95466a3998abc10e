"""What nobody foresaw: its traceback is in QGIS's log, and the user gets one sentence that says so."""

from __future__ import annotations

import pytest
from inqgis import Listener, refusal, run
from logged import logged
from qgis.core import QgsProcessingContext

from segregation_plugin.algorithms import base
from segregation_plugin.algorithms.make_study import StudyAlgorithm
from segregation_plugin.domain.messages import Message
from segregation_plugin.readers import recognise
from segregation_plugin.unexpected import Attempt

__all__ = ["logged"]


def fail(*_anything, **_named):
    raise ZeroDivisionError("nobody foresaw this")


@pytest.fixture
def broken(monkeypatch):
    monkeypatch.setattr(recognise, "read_index", fail)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("sv", "Något oväntat gick fel: detaljerna finns i"),
        ("en", "Something unexpected went wrong: the details are in"),
    ],
)
def test_an_algorithm_that_fails_says_where_the_details_are(
    qgis_processing, demo, speak, broken, logged, language, sentence
):
    speak(language)
    listener = Listener()

    said = refusal("importindex", listener, INPUT=[str(demo / "omradestyp_2022_export.csv")], OUTPUT="memory:")

    assert sentence in said
    assert "nobody foresaw" not in said
    (text,) = logged
    assert text.startswith("Traceback (most recent call last):")
    assert "importindex.py" in text
    assert text.endswith("ZeroDivisionError: nobody foresaw this\n")


def test_what_was_foreseen_is_not_logged(qgis_processing, tmp_path, quiet_log):
    (tmp_path / "empty.csv").write_text("")
    assert "unexpected" not in refusal("importindex", INPUT=[str(tmp_path / "empty.csv")], OUTPUT="memory:")
    assert quiet_log == []


def test_parameters_that_cannot_be_looked_at_are_refused(qgis_processing, demo, monkeypatch, logged):
    monkeypatch.setattr(base, "stand_ins", fail)
    with pytest.raises(Exception, match="Something unexpected went wrong"):
        run("importindex", INPUT=[str(demo / "omradestyp_2022_export.csv")], OUTPUT="memory:")
    assert "ZeroDivisionError" in logged[0]


def test_a_run_that_cannot_be_prepared_says_why(qgis_processing, tmp_path, monkeypatch, logged):
    monkeypatch.setattr(base, "Edits", fail)
    listener = Listener()
    algorithm = StudyAlgorithm()
    algorithm.initAlgorithm()
    parameters = {"OUTPUT": str(tmp_path / "study.gpkg")}
    assert not algorithm.prepareAlgorithm(parameters, QgsProcessingContext(), listener)
    assert listener.errors[0].startswith("Something unexpected went wrong")
    assert "ZeroDivisionError" in logged[0]


def test_an_attempt_keeps_no_exception_and_lets_an_interruption_through(logged):
    with Attempt() as attempt:
        fail()
    assert isinstance(attempt.problem, Message)
    assert "test_unexpected.py" in logged[0]
    with pytest.raises(KeyboardInterrupt), Attempt():
        raise KeyboardInterrupt
