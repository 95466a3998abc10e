"""How long ``segregation:study`` takes on the demo data, beside the same job done with QGIS's own algorithms.

The time is that of the work inside a running QGIS, from its parameters to the finished file, best of several, both in
turn: a machine that does other things as well only ever makes it longer. User time is what the processor spent on it,
which waits for nobody. The ratios say more than the seconds, which are this machine's. What the chain of QGIS's own
algorithms does, and what not, is said in ``qgis_chain``.

A year is shown by summing up by its types and by making its layer; opening the dock reads the study file.
"""

from __future__ import annotations

import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
)

from benchmarks import qgis_chain
from segregation_plugin.algorithms.importschools import ImportSchools
from segregation_plugin.algorithms.locateschools import LocateSchools
from segregation_plugin.algorithms.make_study import StudyAlgorithm
from segregation_plugin.domain import palettes
from segregation_plugin.i18n import texts
from segregation_plugin.layers.study_layers import load_layers
from segregation_plugin.layers.study_reading import read_study
from segregation_plugin.resources import DEMO
from segregation_plugin.study.years import at

ROUNDS = 7
AREAS = f"{DEMO / 'areas.gpkg'}|layername=areas"
STUDY = {
    "AREAS": AREAS,
    "YEAR": 2023,
    "INDEX": [str(DEMO / f"omradestyp_{year}_export.csv") for year in (2022, 2023)]
    + [str(DEMO / "karlstad_tab6586_2024.csv")],
    "SCHOOLS": [str(DEMO / "schools.csv")],
    "RESULTS": [
        str(DEMO / "slutbetyg_ak9_2025.csv"),
        str(DEMO / "statistics_gr_2024_25.json"),
        str(DEMO / "elever_per_arskurs_2025_26.csv"),
    ],
}
OTHER_YEAR = 2022


class Took(NamedTuple):
    """Seconds by the clock, and those of the processor."""

    wall: float
    user: float


def best(*works: Callable[[], object]) -> list[Took]:
    """Return the shortest of several runs of each, run in turn; first ones are not counted, they load libraries."""
    for work in works:
        work()
    rounds = [[_took(work) for work in works] for _ in range(ROUNDS)]
    return [Took(min(one.wall for one in of_work), min(one.user for one in of_work)) for of_work in zip(*rounds)]


def _took(work: Callable[[], object]) -> Took:
    start, user = time.perf_counter(), _user()
    work()
    return Took(time.perf_counter() - start, _user() - user)


def _user() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime


def run(algorithm: QgsProcessingAlgorithm, parameters: dict[str, object]) -> dict[str, object]:
    """Run an algorithm as QGIS does; a failure is an error."""
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    context.setProject(QgsProject.instance())
    results, ok = algorithm.run(parameters, context, feedback)
    if not ok:
        raise SystemExit(feedback.textLog())
    return results


def say(name: str, took: Took) -> None:
    """Print a figure."""
    print(f"{name}: {took.wall:.2f} s")
    print(f"{name}, user time: {took.user:.2f} s")


def say_ratio(name: str, one: Took, other: Took) -> None:
    """Print how many times as long as the other one took."""
    print(f"{name}: {one.wall / other.wall:.2f} times")
    print(f"{name}, user time: {one.user / other.user:.2f} times")


def time_study(folder: Path) -> Path:
    """Print the figures of whole studies; return one's file."""
    target = folder / "study.gpkg"

    def make() -> None:
        run(StudyAlgorithm(), {**STUDY, "OUTPUT": str(target)})

    def make_new() -> None:
        target.unlink(missing_ok=True)
        make()

    new, chain = best(make_new, lambda: qgis_chain.run_chain(folder / "chain.gpkg"))
    say("study, new file", new)
    say("QGIS's own algorithms", chain)
    say_ratio("study / QGIS's own algorithms", new, chain)
    (replaced,) = best(make)
    say("study, file replaced", replaced)
    return target


def time_reading(study_file: Path) -> None:
    """Print how long it takes to read a study and to show another of its years."""
    study = read_study(study_file)

    def show_year() -> None:
        at(study, OTHER_YEAR)
        load_layers(str(study_file), texts(), palettes.SEQUENTIAL, year=OTHER_YEAR)

    reading, showing = best(lambda: read_study(study_file), show_year)
    say("time to read a study", reading)
    say("time to show a year", showing)


def time_locating(folder: Path) -> None:
    """Print how long schools take to locate, alone."""
    points = str(folder / "schools.gpkg")
    imported = run(ImportSchools(), {"INPUT": STUDY["SCHOOLS"], "OUTPUT": str(folder / "all.gpkg")})["OUTPUT"]
    # The peer stumbles over schools without a point.
    run(native("removenullgeometries"), {"INPUT": imported, "REMOVE_EMPTY": True, "OUTPUT": points})
    ours: dict[str, object] = {"AREAS": AREAS, "SCHOOLS": points, "OUTPUT": str(folder / "ours.gpkg")}
    join: dict[str, object] = {
        "INPUT": points,
        "JOIN": AREAS,
        "PREDICATE": [0],
        "METHOD": 1,
        "OUTPUT": str(folder / "peer.gpkg"),
    }
    located, joined = best(lambda: run(LocateSchools(), ours), lambda: run(native("joinattributesbylocation"), join))
    say("locateschools", located)
    say("QGIS's join by location", joined)
    say_ratio("locateschools / QGIS's join by location", located, joined)


def native(name: str) -> QgsProcessingAlgorithm:
    """Return one of QGIS's own algorithms."""
    return QgsApplication.processingRegistry().createAlgorithmById(f"native:{name}")


def main() -> None:
    """Print the figures."""
    qgis_chain.start()
    with tempfile.TemporaryDirectory() as folder:
        study_file = time_study(Path(folder))
        time_reading(study_file)
        time_locating(Path(folder))


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    main()
