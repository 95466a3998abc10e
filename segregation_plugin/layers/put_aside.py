"""All schools of a layer put aside and checked as a whole, though memory holds some thousands of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import QgsCoordinateTransformContext, QgsFeedback, QgsProcessingFeatureSource, QgsVectorLayer

from ..analysis.locating import require_not_exchanged
from ..domain.letters import garbled
from ..domain.measures import PUPILS
from ..domain.written_numbers import NO_MARKS, Marks
from .layer_names import mending
from .number_columns import marks_in
from .school_tables import empty, possible_numbers, require_municipality_codes, school_blocks, twice

if TYPE_CHECKING:
    import pandas as pd

    from .school_spool import SchoolSpool

_CODES = 10**8  # of school units: eight digits


def put_aside(
    source: QgsProcessingFeatureSource,
    context: QgsCoordinateTransformContext,
    feedback: QgsFeedback,
    spool: SchoolSpool,
    show: Callable[[float], None],
    whole: QgsVectorLayer | None = None,
) -> Marks:
    """Put the schools of a layer aside in ``spool``; return the marks in their numbers of pupils.

    Letters of names are mended. Raises InputError as ``schools_table`` and ``place_schools`` do; of several faults it
    is that which comes first in the layer. ``show`` takes how much is done, 0 to 1, and may raise. ``whole``: see
    ``school_blocks``.
    """
    layer, expected = source.sourceName(), max(source.featureCount(), 1)
    once, marks, koordinat, wrong_letters = Once(layer), NO_MARKS, Counter[str](), False
    in_words = False
    for block in school_blocks(source, context, feedback, {}, whole):
        require_municipality_codes(block, layer)
        once.require(block)
        koordinat.update(block["koordinat"].value_counts().to_dict())
        in_words = in_words or str in set(map(type, block[PUPILS]))
        if not in_words:
            possible_numbers(block, PUPILS, layer)
        more = marks_in(block[PUPILS])
        marks = Marks(marks.decimals | more.decimals, marks.thousands | more.thousands)
        wrong_letters = wrong_letters or bool(garbled("\n".join(block["namn"])))
        spool.add(block)
        show(min(0.8 * spool.count / expected, 0.8))
    if not spool.count:
        raise empty(layer)
    if wrong_letters:
        # What encoding is the right one shows in all names together.
        def names() -> Iterator[list[str]]:
            for some in spool.names():
                show(0.8)
                yield some

        mend = mending(names, layer, feedback)
        if mend is not None:
            spool.rename(map(mend, names()))
    if in_words:
        # What a point or a comma means shows in all numbers together.
        for block in spool.blocks(("skolenhetskod", PUPILS)):
            possible_numbers(block, PUPILS, layer, marks)
            show(0.8 + 0.2 * block["place"].iloc[-1] / spool.count)
    require_not_exchanged(koordinat)
    return marks


class Once:
    """Sees that no school unit code comes twice, whatever their number: a bit for each that there can be."""

    def __init__(self, layer: str) -> None:
        self._layer = layer
        self._seen = np.zeros(_CODES // 8, dtype=np.uint8)

    def require(self, schools: pd.DataFrame) -> None:
        """Raise InputError for the first school whose code has been there before."""
        codes = schools["skolenhetskod"].to_numpy(dtype=object).astype(np.int64)
        byte, bit = codes // 8, np.left_shift(1, codes % 8).astype(np.uint8)
        again = (self._seen[byte] & bit).astype(bool) | schools["skolenhetskod"].duplicated().to_numpy()
        for code in schools["skolenhetskod"][again]:
            raise twice(code, self._layer)
        np.bitwise_or.at(self._seen, byte, bit)
