"""What a study is made from."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from ..analysis.areas import names
from ..domain.measures import Measure


@dataclass(frozen=True)
class Reference:
    """What the plugin itself ships: names of places, RegSO names of 2020, SCB's list of changes.

    ``municipalities``: ``kommunkod kommunnamn lanskod``; ``regso_names``: ``regsokod kommunnamn
    regsonamn``; ``changes``: SCB's columns; ``deso_key``: as ``readers.regso_key`` reads it. All text.
    """

    municipalities: pd.DataFrame
    regso_names: pd.DataFrame
    changes: pd.DataFrame
    deso_key: pd.DataFrame | None = None

    @cached_property
    def names_of_every_time(self) -> list[names.NameSet]:
        """The names of RegSO at every time, oldest first; worked out once."""
        return names.name_sets(self.regso_names, self.changes)


@dataclass(frozen=True)
class Inputs:
    """The tables a study starts from, as the readers and ``layers.source_tables`` make them.

    ``areas``: ``regsokod regsonamn geometry`` (EPSG:3006), ``version`` where known, ``desokod`` where they are DeSO.
    ``index``: long table of ``readers.recognise.read_index`` and its ``key``. ``schools``: ``SCHOOLS_READ`` and
    ``elever_egna``. ``results``: one table a file. ``measures``: what of it the user declared. ``units``: what the
    places are called, in the plural; empty for schools. ``areas_2020``: areas of RegSO 2020 as ``areas``, to draw types
    of years up to 2023, the study's own too, on the borders of their time. ``population``: of ``readers.population``.
    """

    areas: pd.DataFrame
    index: pd.DataFrame
    key: pd.DataFrame | None = None
    schools: pd.DataFrame | None = None
    results: list[pd.DataFrame] = field(default_factory=list)
    measures: tuple[Measure, ...] = ()
    units: str = ""
    areas_2020: pd.DataFrame | None = None
    population: pd.DataFrame | None = None
