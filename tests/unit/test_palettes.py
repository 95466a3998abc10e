"""The colours of the map, as numbers: what any eye and a greyscale print can tell apart."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from segregation_plugin.domain import palettes

# Machado, Oliveira and Fernandes 2009, "A Physiologically-based Model for Simulation of Color Vision Deficiency",
# IEEE Transactions on Visualization and Computer Graphics 15(6), severity 1.0; they apply to linear RGB.
VISIONS = {
    "usual": np.eye(3),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
    # The luminance of ITU-R BT.709 in every channel: what a black-and-white printer keeps.
    "greyscale": np.tile([0.2126, 0.7152, 0.0722], (3, 1)),
}
# Linear sRGB to CIE XYZ, and the white of D65 (IEC 61966-2-1).
TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
WHITE = TO_XYZ.sum(axis=1)
PAPER = "#ffffff"
# Differences of CIE76: 2.3 is just noticeable side by side, several times that across a map.
APART = 10.0


def lab(colour: str, vision: str = "usual") -> np.ndarray:
    """Return the CIE L*a*b* of a colour as it is seen."""
    channels = np.array([int(colour[start : start + 2], 16) for start in (1, 3, 5)]) / 255
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    xyz = TO_XYZ @ np.clip(VISIONS[vision] @ linear, 0, 1) / WHITE
    f = np.where(xyz > (6 / 29) ** 3, np.cbrt(xyz), xyz / (3 * (6 / 29) ** 2) + 4 / 29)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def difference(first: str, second: str, vision: str = "usual") -> float:
    return float(np.linalg.norm(lab(first, vision) - lab(second, vision)))


def test_the_measure_itself():
    assert lab("#ffffff") == pytest.approx([100, 0, 0], abs=0.01)
    assert lab("#000000") == pytest.approx([0, 0, 0], abs=0.01)
    assert lab("#ff0000") == pytest.approx([53.24, 80.09, 67.20], abs=0.01)
    assert all(lab("#808080", vision)[0] == pytest.approx(53.585, abs=0.1) for vision in VISIONS)


@pytest.mark.parametrize("vision", VISIONS)
def test_lightness_climbs_from_type_1_to_type_5(vision):
    lightness = [lab(colour, vision)[0] for colour in palettes.PALETTES[palettes.SEQUENTIAL]]

    assert np.diff(lightness).min() >= 8


@pytest.mark.parametrize("vision", VISIONS)
def test_no_type_looks_like_water_paper_land_or_no_value(vision):
    for colour in palettes.PALETTES[palettes.SEQUENTIAL]:
        for other in (palettes.WATER_FILL, PAPER, palettes.LAND_FILL, palettes.NO_VALUE_FILL):
            assert difference(colour, other, vision) >= 6, (colour, other)


def test_type_5_is_darker_than_water_and_paper():
    lightest = lab(palettes.PALETTES[palettes.SEQUENTIAL][-1])[0]

    assert lab(palettes.WATER_FILL)[0] - lightest >= 8
    assert lab(PAPER)[0] - lightest >= 8


@pytest.mark.parametrize("palette", palettes.PALETTES)
@pytest.mark.parametrize("vision", ["usual", "deuteranopia", "protanopia", "tritanopia"])
def test_any_two_types_are_told_apart(palette, vision):
    for first, second in itertools.combinations(palettes.PALETTES[palette], 2):
        assert difference(first, second, vision) >= APART, (first, second)


def test_neighbours_of_the_diverging_palette_differ_in_grey_too():
    lightness = [lab(colour, "greyscale")[0] for colour in palettes.PALETTES[palettes.DIVERGING]]

    assert np.abs(np.diff(lightness)).min() >= 8
    assert np.argmax(lightness) == 2


def test_a_school_stands_out_from_every_type():
    for palette in palettes.PALETTES.values():
        for colour in palette:
            # Its ring is white, so one of the two is far from any ground.
            apart = [abs(lab(colour)[0] - lab(other)[0]) for other in (palettes.SCHOOL, palettes.SCHOOL_RING)]
            assert max(apart) >= 40
