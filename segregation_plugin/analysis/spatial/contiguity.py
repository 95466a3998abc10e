"""Which areas touch: pairs of polygons with an edge in common (rook), or an edge or a corner (queen).

The polygons of a coverage share their edges vertex by vertex, so that sorting all edges brings those of neighbours
together. Where the vertices of neighbours differ (one side has a vertex more, or coordinates were rounded on the way),
the edges left over are first cut at each other's vertices.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray

from ...domain.arrays import Integers, Numbers
from ...domain.connected import lowest_linked

# Metres: a vertex nearer than this to another's border lies on it. SCB's coordinates are in millimetres.
TOLERANCE = 0.05


class Contiguity(NamedTuple):
    """The pairs of areas that touch, each once.

    ``areas``: how many there are. ``first`` < ``second``: positions of the two areas of a pair, sorted. ``metres``: of
    their common border, 0 where they meet in corners only.
    """

    areas: int
    first: Integers
    second: Integers
    metres: Numbers

    @property
    def neighbours(self) -> Integers:
        """The number of neighbours of each area."""
        return np.bincount(np.concatenate([self.first, self.second]), minlength=self.areas)

    @property
    def islands(self) -> Integers:
        """The areas without neighbours."""
        return np.flatnonzero(self.neighbours == 0)

    @property
    def components(self) -> Integers:
        """For each area a number of the connected whole that it is a part of, from 0 in the order of the areas."""
        lowest = lowest_linked(self.areas, self.first, self.second)
        return np.unique(lowest, return_inverse=True)[1].astype(np.int64)

    def among(self, kept: NDArray[np.bool_]) -> Contiguity:
        """Return the pairs of areas that are both kept, with their positions among the kept ones."""
        both = kept[self.first] & kept[self.second]
        place = np.cumsum(kept) - 1
        return Contiguity(int(kept.sum()), place[self.first[both]], place[self.second[both]], self.metres[both])


class _Edges(NamedTuple):
    """Edges between numbered vertices, ``start`` < ``end``, and the area that each is a part of."""

    start: Integers
    end: Integers
    area: Integers

    def only(self, which: NDArray[np.bool_]) -> _Edges:
        return _Edges(self.start[which], self.end[which], self.area[which])

    @property
    def keys(self) -> Integers:
        """A number that is the same for edges between the same vertices."""
        return self.start * (self.end.max(initial=0) + 1) + self.end


def contiguity(polygons: NDArray[np.object_], corners: bool = False) -> Contiguity:
    """Return which of the polygons (of one coverage, in a CRS in metres) touch.

    ``corners``: whether areas that meet in a corner alone are neighbours as well (queen), else not (rook). A polygon
    that is missing or empty has no neighbours. Polygons that overlap or have a gap between them are no neighbours,
    but for edges that they have in common: ``overlapping`` detects such layers.
    """
    count = len(polygons)
    vertices, edges = _edges_of(polygons)
    edges = _noded(edges, vertices)
    pairs, shared = _in_common(edges.keys, edges.area, count)
    metres = np.abs(vertices[edges.end[shared]] - vertices[edges.start[shared]])
    if corners:
        in_corners, _ = _in_common(*_vertices_by_area(edges, count), count)
        pairs, metres = np.concatenate([pairs, in_corners]), np.concatenate([metres, np.zeros(len(in_corners))])
    found, number = np.unique(pairs, return_inverse=True)
    lengths = np.bincount(number, metres, minlength=len(found)).astype(np.float64)
    return Contiguity(count, found // count, found % count, lengths)


def overlapping(polygons: NDArray[np.object_], links: Contiguity) -> int:
    """Return how many pairs of (valid) polygons overlap without a border in common among ``links``.

    None in a coverage; very many where the borders of neighbours were simplified one by one and fit no more.
    """
    one, other = shapely.STRtree(polygons).query(polygons, predicate="intersects")
    each = (one < other) & ~np.isin(one * links.areas + other, links.first * links.areas + links.second)
    return int(shapely.relate_pattern(polygons[one[each]], polygons[other[each]], "T********").sum())


def outline(polygons: NDArray[np.object_]) -> NDArray[np.object_]:
    """Return the edges of a coverage that only one polygon has, as lines: where it ends, and around gaps in it."""
    vertices, edges = _edges_of(polygons)
    edges = _noded(edges, vertices)
    return _lines(edges.only(_alone(edges)), vertices)


def _edges_of(polygons: NDArray[np.object_]) -> tuple[NDArray[np.complex128], _Edges]:
    """Return all different vertices, as x + yi, and the edges of the rings of all polygons."""
    parts, area_of_part = shapely.get_parts(polygons, return_index=True)
    rings, part_of_ring = shapely.get_rings(parts, return_index=True)
    coordinates, ring = shapely.get_coordinates(rings, return_index=True)
    vertices, number = np.unique(coordinates.view(np.complex128).ravel(), return_inverse=True)
    number = number.astype(np.int64)
    same_ring = ring[1:] == ring[:-1]
    area = area_of_part[part_of_ring[ring[1:][same_ring]]].astype(np.int64)
    return vertices, _between(number[:-1][same_ring], number[1:][same_ring], area)


def _between(one: Integers, other: Integers, area: Integers) -> _Edges:
    """Return edges between vertices; those from a vertex to itself are none."""
    some = one != other
    return _Edges(np.minimum(one, other)[some], np.maximum(one, other)[some], area[some])


def _in_common(keys: Integers, area: Integers, count: int) -> tuple[Integers, Integers]:
    """Return the pairs of different areas with the same key, as first x count + second, and where in ``keys``."""
    order = np.argsort(keys, kind="stable")
    keys, area = keys[order], area[order]
    pairs, places = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
    for apart in range(1, len(keys)):
        one = np.flatnonzero(keys[apart:] == keys[:-apart])
        if not len(one):
            break
        one = one[area[one] != area[one + apart]]
        pair = area[one], area[one + apart]
        pairs.append(np.minimum(*pair) * count + np.maximum(*pair))
        places.append(order[one])
    return np.concatenate(pairs), np.concatenate(places)


def _vertices_by_area(edges: _Edges, count: int) -> tuple[Integers, Integers]:
    """Return each vertex of each area once, and the area."""
    both = np.concatenate([edges.start, edges.end]) * count + np.concatenate([edges.area, edges.area])
    different = np.unique(both)
    return different // count, different % count


def _noded(edges: _Edges, vertices: NDArray[np.complex128]) -> _Edges:
    """Return the edges so that the borders of neighbours consist of the same ones.

    Of a clean coverage only the edges towards the outside are looked at, and stay as they are.
    """
    alone = edges.only(_alone(edges))
    ends = np.unique(np.concatenate([alone.start, alone.end]))
    near, nearer = shapely.STRtree(_points(vertices[ends])).query(
        _points(vertices[ends]), predicate="dwithin", distance=TOLERANCE
    )
    merged = lowest_linked(len(vertices), ends[near], ends[nearer])
    edges = _between(merged[edges.start], merged[edges.end], edges.area)
    is_alone = _alone(edges)
    cut = _cut(edges.only(is_alone), vertices)
    return _Edges(*(np.concatenate(both) for both in zip(edges.only(~is_alone), cut)))


def _alone(edges: _Edges) -> NDArray[np.bool_]:
    """Return whether each edge is found once."""
    _, number, times = np.unique(edges.keys, return_inverse=True, return_counts=True)
    return times[number] == 1


def _cut(edges: _Edges, vertices: NDArray[np.complex128]) -> _Edges:
    """Return edges in pieces, cut at the ends of others that lie on them."""
    ends = np.unique(np.concatenate([edges.start, edges.end]))
    tree = shapely.STRtree(_lines(edges, vertices))
    end, edge = tree.query(_points(vertices[ends]), predicate="dwithin", distance=TOLERANCE)
    vertex = ends[end]
    inside = (vertex != edges.start[edge]) & (vertex != edges.end[edge])
    vertex, edge = vertex[inside], edge[inside]
    # In the order along each edge: its start, the vertices on it, its end.
    every = np.arange(len(edges.start))
    along = np.abs(vertices[vertex] - vertices[edges.start[edge]])
    edge = np.concatenate([every, edge, every])
    vertex = np.concatenate([edges.start, vertex, edges.end])
    order = np.lexsort([np.concatenate([np.full(len(every), -1.0), along, np.full(len(every), np.inf)]), edge])
    edge, vertex = edge[order], vertex[order]
    piece = edge[1:] == edge[:-1]
    return _between(vertex[:-1][piece], vertex[1:][piece], edges.area[edge[1:][piece]])


def _coordinates(places: NDArray[np.complex128]) -> Numbers:
    return np.stack([places.real, places.imag], axis=-1)


def _lines(edges: _Edges, vertices: NDArray[np.complex128]) -> NDArray[np.object_]:
    places = np.stack([vertices[edges.start], vertices[edges.end]], axis=1)
    return np.asarray(shapely.linestrings(_coordinates(places)))


def _points(places: NDArray[np.complex128]) -> NDArray[np.object_]:
    return np.asarray(shapely.points(_coordinates(places)))
