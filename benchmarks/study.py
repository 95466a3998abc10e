"""How long ``segregation:study`` takes on the demo data, beside what QGIS's own algorithms take for a part of it.

The own time is that of the algorithm inside a running QGIS, from its parameters to the finished file, best of several:
a machine that does other things as well only ever makes it longer. The peer joins the same schools to the same areas
with ``native:joinattributesbylocation``; the ratio says more than the seconds, which are this machine's.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from qgis.analysis import QgsNativeAlgorithms
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
)

from segregation_plugin.algorithms.importschools import ImportSchools
from segregation_plugin.algorithms.locateschools import LocateSchools
from segregation_plugin.algorithms.make_study import StudyAlgorithm
from segregation_plugin.resources import DEMO

ROUNDS = 7
AREAS = f"{DEMO / 'areas.gpkg'}|layername=areas"
STUDY = {
    "AREAS": AREAS,
    "YEAR": 2023,
    "INDEX": [str(DEMO / f"omradestyp_{year}_export.csv") for year in (2022, 2023)]
    + [str(DEMO / "karlstad_tab6586_2024.csv")],
    "SCHOOLS": [str(DEMO / "schools.csv")],
    "RESULTS": [str(DEMO / "slutbetyg_ak9_2025.csv"), str(DEMO / "statistics_gr_2024_25.json")],
}


def best(work: Callable[[], object]) -> float:
    """Return the shortest of several runs in seconds; a first one is not counted, it loads libraries."""
    work()
    seconds = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def run(algorithm: QgsProcessingAlgorithm, parameters: dict[str, object]) -> dict[str, object]:
    """Run an algorithm as QGIS does; a failure is an error."""
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    context.setProject(QgsProject.instance())
    results, ok = algorithm.run(parameters, context, feedback)
    if not ok:
        raise SystemExit(feedback.textLog())
    return results


def main() -> None:
    """Print the figures."""
    QgsApplication.processingRegistry().addProvider(QgsNativeAlgorithms(QgsApplication.processingRegistry()))
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "study.gpkg"

        def new_file() -> None:
            target.unlink(missing_ok=True)
            run(StudyAlgorithm(), {**STUDY, "OUTPUT": str(target)})

        print(f"study, new file            {best(new_file):6.2f} s")
        replace = best(lambda: run(StudyAlgorithm(), {**STUDY, "OUTPUT": str(target)}))
        print(f"study, file replaced       {replace:6.2f} s")

        points = str(Path(folder) / "schools.gpkg")
        imported = run(ImportSchools(), {"INPUT": STUDY["SCHOOLS"], "OUTPUT": f"{folder}/all.gpkg"})["OUTPUT"]
        # The peer stumbles over schools without a point.
        run(native("removenullgeometries"), {"INPUT": imported, "REMOVE_EMPTY": True, "OUTPUT": points})
        ours = best(lambda: run(LocateSchools(), {"AREAS": AREAS, "SCHOOLS": points, "OUTPUT": f"{folder}/ours.gpkg"}))
        join = {"INPUT": points, "JOIN": AREAS, "PREDICATE": [0], "METHOD": 1, "OUTPUT": f"{folder}/peer.gpkg"}
        peer = best(lambda: run(native("joinattributesbylocation"), join))
        print(f"locateschools              {ours:6.2f} s")
        print(f"QGIS's join by location    {peer:6.2f} s, {peer / ours:.1f} times as long")


def native(name: str) -> QgsProcessingAlgorithm:
    """Return one of QGIS's own algorithms."""
    return QgsApplication.processingRegistry().createAlgorithmById(f"native:{name}")


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    main()
