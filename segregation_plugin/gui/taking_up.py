"""Puts what was dropped into the fields of the form."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from qgis.core import QgsProject, QgsVectorLayer

from ..domain.messages import Message, SegregationError, message
from ..layers.dropped import Sorted, sort_layer, version_in
from ..study.sources import AREAS, AREAS_2020, INDEX, POPULATION, RESULTS, SCHOOLS
from .file_fields import paths, show_paths
from .inputs_form import DEMO_INPUTS, InputsForm
from .source_field import SourceField
from .state import Source

_FIELDS = {
    AREAS: message("Areas"),
    INDEX: message("Index"),
    SCHOOLS: message("Schools"),
    RESULTS: message("Results"),
    POPULATION: message("Population"),
    AREAS_2020: message("Areas of 2020"),
}
_OF_DEMO = {*DEMO_INPUTS.index, *DEMO_INPUTS.results}


def version_of_areas(form: InputsForm) -> Callable[[], str]:
    """Return what says the RegSO version of the areas that are chosen, in any thread; empty where it is not known."""
    chosen = form.areas.source()
    if not chosen.layer:
        return lambda: version_in(chosen.files[0]) if chosen.files else ""
    version = ""
    layer = QgsProject.instance().mapLayer(chosen.layer)
    if isinstance(layer, QgsVectorLayer):
        try:
            version = sort_layer(layer).version
        except SegregationError:
            version = ""  # the run says what is wrong with the layer
    return lambda: version


def use_of_unknown(form: InputsForm) -> str:
    """Return where a table of no known kind goes: to the results where the user has chosen schools of their own."""
    chosen = form.schools.source()
    return RESULTS if chosen and chosen != DEMO_INPUTS.schools else SCHOOLS


def choose_layer(form: InputsForm, layer: str, use: str, said: Message) -> list[Message]:
    """Choose a layer of the project (its id) for a use, and return what to say of it."""
    field = form.field(use)
    if isinstance(field, SourceField):
        field.set_source(Source(layer=layer))
    return [message("{field}: {said}", field=_FIELDS[use], said=said)]


def choose_files(form: InputsForm, files: Iterable[Sorted]) -> list[Message]:
    """Choose files, each for its use, and return what to say of each.

    Tables of index, results and population join those that are there, but for the demo's; schools take their place.
    Points come as a layer of the project.
    """
    by_use: dict[str, list[Sorted]] = {}
    for file in files:
        by_use.setdefault(file.use, []).append(file)
    said = []
    for use, of_use in by_use.items():
        field, chosen = form.field(use), tuple(file.path for file in of_use)
        if isinstance(field, SourceField):
            is_points = use == SCHOOLS and any(file.is_layer for file in of_use)
            field.set_source(Source(layer=_added(chosen[0])) if is_points else Source(files=chosen))
        else:
            # The demo's are not mixed with the user's own.
            left_out = set() if _OF_DEMO.issuperset(chosen) else _OF_DEMO
            before = [path for path in paths(field) if path not in left_out]
            show_paths(field, (*before, *(path for path in chosen if path not in before)))
        # What tables were taken for is said below their fields.
        names = message("{files}", files=", ".join(Path(file.path).name for file in of_use if not file.is_layer))
        layers = [one for file in of_use if file.is_layer or file.problem is not None for one in file.said]
        said += [message("{field}: {said}", field=_FIELDS[use], said=one) for one in layers or [names]]
    return said


def _added(path: str) -> str:
    """Add the layer in a file to the project, and return its id."""
    layer = QgsVectorLayer(path, Path(path).stem, "ogr")
    QgsProject.instance().addMapLayer(layer)
    return str(layer.id())
