from __future__ import annotations

import gc
import shutil
import threading
from functools import partial
from itertools import count
from pathlib import Path

import pytest
from hands import at_rest
from inqgis import provided, run
from once import once
from qgis.core import QgsProject, QgsSettings
from qgis.PyQt.QtCore import QObject, Qt, QUrl, pyqtSlot
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QApplication
from quiet_log import quiet_log
from screen import Screen
from shared_screen import SharedScreen

from segregation_plugin.gui import dock_model
from segregation_plugin.gui.inputs_form import DEMO_INPUTS
from segregation_plugin.gui.state import InputState, Source
from segregation_plugin.resources import HELP_SCHEME

__all__ = ["quiet_log"]

# What closed windows have left is looked for after so many tests: after each it would be a tenth of their time.
TESTS_OF_GARBAGE, BEGUN = 20, count()


class Desktop(QObject):
    """Stands in for the user's desktop."""

    def __init__(self):
        super().__init__()
        self.urls = []

    @pyqtSlot(QUrl)
    def open(self, url):
        """Note what is to be opened."""
        self.urls.append(url)


def pytest_collection_modifyitems(items):
    """Let those tests come first that share a window, one study and language after the other: any other closes it."""

    def order(item):
        names, chosen = getattr(item, "fixturenames", ()), getattr(item, "callspec", None)
        language = "sv" if chosen is None else chosen.params.get("language", "sv")
        return "look" not in names, "looked_at_background" in names, language, item.path

    items.sort(key=order)


def pytest_runtest_setup():
    """Leave what has been there out of Python's search for garbage: a dock that is closed takes it back in."""
    if next(BEGUN) % TESTS_OF_GARBAGE == 0:
        gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _home(monkeypatch, tmp_path):
    """Let nothing be written to the user's own folders."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))


@pytest.fixture
def forgetful():
    """Remember no columns from one test to the next."""
    QgsSettings().remove("segregation/columns")
    yield
    QgsSettings().remove("segregation/columns")


@pytest.fixture
def project(shared_screen):
    """The open project, empty before and after, in no other window."""
    shared_screen.close()
    project = QgsProject.instance()
    project.clear()
    yield project
    project.clear()


@pytest.fixture
def speak():
    """Set QGIS's language as its start does, and put it back."""
    settings = QgsSettings()
    before = settings.value("locale/userLocale")
    yield lambda name: settings.setValue("locale/userLocale", name)
    settings.setValue("locale/userLocale", before)


@pytest.fixture
def open_screen(project, speak, tmp_path):
    """Make a window with the dock; QGIS speaks Swedish unless asked otherwise.

    It is closed before the folder goes that a study may be in.
    """
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    screens = []

    def make(language="sv", width=420):
        speak(language)
        screens.append(Screen(width))
        return screens[-1]

    with provided():
        yield make
        for screen in screens:
            screen.close()


@pytest.fixture
def screen(open_screen):
    """A window with the dock, in Swedish."""
    return open_screen()


def made(folder, **others):
    """Make the study of the demo data in Swedish, with its report."""
    QgsSettings().setValue("locale/userLocale", "sv")
    given = {
        "AREAS": DEMO_INPUTS.areas.files[0],
        "INDEX": list(DEMO_INPUTS.index),
        "SCHOOLS": list(DEMO_INPUTS.schools.files),
        "RESULTS": list(DEMO_INPUTS.results),
        "OUTPUT": str(folder / "study.gpkg"),
        "REPORT": str(folder / "study_match_report.html"),
    }
    return run("study", **{**given, **others})


@pytest.fixture(scope="session")
def made_study(qgis_processing, tmp_path_factory):
    """The study of the demo data with its report, without the file of pupils: quick to look at. Nobody writes to it."""
    results = [path for path in DEMO_INPUTS.results if "elever_per_arskurs" not in path]
    return Path(once(tmp_path_factory, "made", lambda folder: made(folder, RESULTS=results))["OUTPUT"])


@pytest.fixture
def study(made_study, tmp_path):
    """A copy of the demo's study without pupils to work with, its report beside it."""
    shutil.copy(made_study.with_name("study_match_report.html"), tmp_path)
    return shutil.copy(made_study, tmp_path / "study.gpkg")


def made_of_county(folder, *results):
    """Make a study of Värmland: what is not about the country is proven by it in half the time."""
    QgsSettings().setValue("locale/userLocale", "sv")
    demo = Path(DEMO_INPUTS.areas.files[0]).parent
    return run(
        "study",
        AREAS=f"{demo / 'areas.gpkg'}|layername=areas|subset=\"regsokod\" LIKE '17%'",
        INDEX=[str(demo / "omradestyp_2022_export.csv"), str(demo / "omradestyp_2023_export.csv")],
        SCHOOLS=[str(demo / "schools.csv")],
        RESULTS=[str(demo / name) for name in ("slutbetyg_ak9_2025.csv", *results)],
        COUNTY="17",
        OUTPUT=str(folder / "study.gpkg"),
    )


@pytest.fixture(scope="session")
def made_county(qgis_processing, tmp_path_factory):
    """A study of Värmland with results. Nobody writes to it."""
    return Path(once(tmp_path_factory, "county", made_of_county)["OUTPUT"])


@pytest.fixture(scope="session")
def made_background(qgis_processing, tmp_path_factory):
    """A study of Värmland with results, and with pupils by grade and their background. Nobody writes to it."""

    def make(folder):
        return made_of_county(folder, "elever_per_arskurs_2025_26.csv")

    return Path(once(tmp_path_factory, "background", make)["OUTPUT"])


@pytest.fixture(scope="session")
def karlstad(qgis_processing, tmp_path_factory):
    """Inputs for runs that are not about what comes out of them: Karlstad's areas with the demo's area types."""

    def make(folder):
        # QGIS's start puts it in the path; what only hands tests out to other processes starts none.
        import processing

        return processing.run(
            "native:extractbyexpression",
            {
                "INPUT": f"{DEMO_INPUTS.areas.files[0]}|layername=areas",
                "EXPRESSION": "\"regsokod\" LIKE '1780%'",
                "OUTPUT": str(folder / "areas.gpkg"),
            },
        )

    areas = once(tmp_path_factory, "karlstad", make)["OUTPUT"]
    return InputState(areas=Source(files=(areas,)), index=DEMO_INPUTS.index)


@pytest.fixture
def county_study(made_county, tmp_path):
    """A copy of the study of Värmland to work with."""
    return shutil.copy(made_county, tmp_path / "study.gpkg")


@pytest.fixture
def background_study(made_background, tmp_path):
    """A copy of the study of Värmland with pupils' background, to work with."""
    return shutil.copy(made_background, tmp_path / "study.gpkg")


@pytest.fixture
def opened():
    """What the plugin asks the desktop to open."""
    desktop = Desktop()
    for scheme in ("file", "https", HELP_SCHEME):
        QDesktopServices.setUrlHandler(scheme, desktop, "open")
    yield desktop.urls
    for scheme in ("file", "https", HELP_SCHEME):
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.fixture
def shown(screen, study):
    """The dock with the demo's study without pupils opened by the user."""
    screen.open(study)
    assert screen.panel.results.isVisible()
    return screen


@pytest.fixture
def shown_county(screen, county_study):
    """The dock with the study of Värmland opened by the user."""
    screen.open(county_study)
    assert screen.panel.results.isVisible()
    return screen


@pytest.fixture(scope="session")
def shared_screen(qgis_processing):
    """The window of ``looked_at``, which any test that wants a project of its own closes."""
    shared = SharedScreen(partial(Screen, 420))
    yield shared
    shared.close()


def to_look_at(made, folder):
    """Return a copy of a study in a folder, with the report beside it, in which only reports are written."""
    for path in (made, made.with_name("study_match_report.html")):
        if path.exists():
            shutil.copy(path, folder)
    return folder / made.name


@pytest.fixture(scope="session")
def study_to_look_at(made_study, tmp_path_factory):
    """A copy of the demo's study without pupils."""
    return to_look_at(made_study, tmp_path_factory.mktemp("looked_at"))


@pytest.fixture(scope="session")
def background_to_look_at(made_background, tmp_path_factory):
    """A copy of the study of Värmland with pupils' background."""
    return to_look_at(made_background, tmp_path_factory.mktemp("background_looked_at"))


@pytest.fixture
def look(shared_screen, speak):
    """Open a study, in a language, in a window that tests share which only look at it, and choose how."""
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)

    def look(study, language="sv"):
        speak(language)
        return shared_screen.screen(study, language)

    yield look
    shared_screen.put_back()


@pytest.fixture
def looked_at(look, study_to_look_at):
    """As ``shown``, in a window that tests share."""
    return look(study_to_look_at)


@pytest.fixture
def looked_at_in(look, study_to_look_at):
    """The same in a language."""
    return partial(look, study_to_look_at)


@pytest.fixture
def looked_at_background(look, background_to_look_at):
    """The same of the study of Värmland with pupils' background."""
    return look(background_to_look_at)


@pytest.fixture
def go_on(monkeypatch):
    """Parts of a study are worked out, but none before this is set."""
    event, parts = threading.Event(), dock_model.parts_looked_at

    def later(*asked):
        event.wait(20)
        return parts(*asked)

    monkeypatch.setattr(dock_model, "parts_looked_at", later)
    yield event
    event.set()
    at_rest()
