"""Layers of two areas beside each other and of schools in and around them, as small as tests need them."""

from __future__ import annotations

from inqgis import memory_layer

FIELDS = {"skolenhetskod": "string", "namn": "string", "kommunkod": "string", "elever": "string"}
POINTS = [
    ("Point (414700 6583500)", "1780"),  # inside
    ("Point (415000 6583500)", "1780"),  # on the border of both
    ("Point (415500 6583500)", "0180"),  # registered elsewhere
    ("Point (500000 6583500)", "1780"),  # outside
    ("Point (6583500 414700)", "1780"),  # exchanged
    (None, "1780"),
    ("Point (415600 6583600)", "1780"),  # an office: two municipalities
    ("Point (415600.5 6583600)", "0180"),
]
GARBLED, RIGHT = "KroppkŠrr", "Kroppkärr"


def square(west):
    return f"Polygon (({west} 6583000, {west + 1000} 6583000, {west + 1000} 6584000, {west} 6584000, {west} 6583000))"


def two_areas():
    """Return a layer of the two areas; a layer in memory is of no use without QGIS."""
    given = [(square(414000), {"regsokod": "1780R001"}), (square(415000), {"regsokod": "1780R002"})]
    return memory_layer("Polygon", "EPSG:3006", {"regsokod": "string"}, given, "areas")


def schools(count=8, **other):
    given = [
        (point, {"skolenhetskod": f"{12345670 + number}", "namn": GARBLED, "kommunkod": code})
        for number, (point, code) in enumerate(POINTS * (count // len(POINTS)))
    ]
    for number, attributes in other.items():
        given[int(number[1:])][1].update(attributes)
    return memory_layer("Point", "EPSG:3006", FIELDS, given, "schools")
