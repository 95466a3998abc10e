"""Letters in one form: composed (NFC), without invisible marks, and repaired where a wrong encoding decoded them.

The encoding of a text shows in its words: of the encodings that spreadsheet programs have used in Sweden, the right one
gives Swedish letters, a wrong one symbols and capitals inside words (``KroppkŠrrsskolan``).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator

# Windows, old Macintosh, and DOS, in the order in which they are tried.
ENCODINGS = ("cp1252", "mac_roman", "cp850")

# Invisible marks of writing direction and width, from copying: no code or number has them.
# A soft hyphen in a word says where it may be broken; beside a digit, in a code, it stays, and is named.
_LEFT_OUT = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|(?<!\\d)\u00ad(?!\\d)")

_UNSEEN = frozenset(map(chr, (0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF)))

_LOWER = "a-zåäöé"
_LETTER = r"[^\W\d_]"
LOST = "\ufffd"
# UTF-8 that was read as Windows-1252 or ISO 8859-1, as Mac Roman, and as DOS.
_UTF8_READ_WRONG = (
    "[ÃÂ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2022\u2026\u2030\u2039"
    "\u203a\u20ac\u2122]|√[•§∂ÖÑñ©]|[├┬][^\\s\\w]?"
)
# No word has them inside; an apostrophe, a dash or a middle dot it may have.
_SYMBOLS = (
    "\u00a1-\u00a7\u00a9\u00ab\u00ac\u00ae-\u00b1\u00b6\u00bb-\u00bf\u00d7\u00f7\u0192\u02c6\u02dc\u201a\u201e"
    "\u2020-\u2022\u2030\u2039\u203a\u20ac\u2122\u2202-\u22ff\u2500-\u257f\u25ca"
)
_GARBLED = re.compile(
    f"{LOST}|[\u0080-\u009f]|{_UTF8_READ_WRONG}"
    f"|(?<={_LETTER})[{_SYMBOLS}](?={_LETTER})|(?<!\\w)[™€](?=[{_LOWER}]{{3}})"
    # Capitals that are not Swedish, after a small letter.
    f"|(?<=[{_LOWER}])(?![ÅÄÖÉ])[À-ÖØ-ÞŒŠŽŸ](?=[{_LOWER}])|(?<=[{_LOWER}])[ŒŠŽŸ](?!\\w)"
)
# Where one of these may begin, which is quick to find.
_SUSPECT = re.compile(f"[{LOST}\u0080-\u009f\u00c0-\u00c3\u00c6-\u00c8\u00ca-\u00d5\u00d8-\u00deŒŠŽŸ{_SYMBOLS}]")
# Odd, but not wrong: a capital or a symbol after a small letter, as in a name in two parts, or a trade mark.
_ODD = re.compile(f"(?<=[{_LOWER}])[À-ÖØ-ÞŒŠŽŸ{_SYMBOLS}]")
_SWEDISH = re.compile("[åäöÅÄÖ]")
_COMMON = frozenset("åäöÅÄÖéÉèÈêÊëËüÜæÆøØáÁàÀâÂíÍïÏîÎñÑóÓôÔúÚûÛçÇßðÐþÞ")
_BESIDE = 30  # characters of a garbled word that are shown on either side at most


def normal_text(text: str) -> str:
    """Return a text with composed letters (NFC), without invisible marks."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", _LEFT_OUT.sub("", text) if _UNSEEN.intersection(text) else text)


def garbled(text: str) -> str:
    """Return the first word with letters that were decoded wrongly, or are lost; empty if none."""
    found = next(_all_garbled(text), None)
    if found is None:
        return ""
    start = found.start()
    before = re.search(rf"[^\s,;\"]{{0,{_BESIDE}}}\Z", text[:start])
    after = re.match(rf"[^\s,;\"]{{0,{_BESIDE}}}", text[start:])
    return (before[0] if before else "") + (after[0] if after else "")


def _all_garbled(text: str) -> Iterator[re.Match[str]]:
    suspects = () if text.isascii() else _SUSPECT.finditer(text)
    tried = (_GARBLED.match(text, suspect.start()) for suspect in suspects)
    return (found for found in tried if found is not None)


def mostly_garbled(text: str) -> bool:
    """Return whether more letters are garbled than are Swedish and right."""
    return mostly_garbled_in([text])


def mostly_garbled_in(parts: Iterable[str]) -> bool:
    """Return the same of a text in parts, between which a word ends."""
    wrong, swedish = _sums(parts)
    return wrong > 0 and wrong > swedish


def _sums(parts: Iterable[str]) -> tuple[int, int]:
    """Return how many letters are garbled, and how many are Swedish."""
    wrong = swedish = 0
    for part in parts:
        wrong += _wrong(part)
        swedish += _swedish(part)
    return wrong, swedish


def _wrong(text: str) -> int:
    return sum(1 for _ in _all_garbled(text))


def decoded(data: bytes) -> str:
    """Return bytes that are not UTF-8 decoded in the encoding whose words look best; U+FFFD for unknown letters."""
    return max((data.decode(encoding, errors="replace") for encoding in ENCODINGS), key=_looks)


def mended(text: str) -> str:
    """Return a text with wrongly decoded letters repaired, unchanged where that is not possible.

    The whole text must become right at once: letters of which some are lost already stay as they are, and so does a
    text in which more letters are right.
    """
    found = encodings_of(lambda: [text])
    return read_again(text, *found) if found else text


def encodings_of(parts: Callable[[], Iterable[str]]) -> tuple[str, str] | None:
    """Return the encoding in which a text was read, and the right one; None where nothing mends it, or need be mended.

    ``parts`` gives the text anew each time, in parts between which a word ends. The whole text becomes right at once.
    """
    if not any(map(garbled, parts())):
        return None
    wrong, swedish = _sums(parts())
    # Text is hardly ever UTF-8 by chance; in the other encodings every letter changes, also right ones.
    for rights in (("utf-8",), ENCODINGS if wrong > swedish else ()):
        best = _best([(read, right) for read in (*ENCODINGS, "latin-1") for right in rights], parts)
        if best and ("utf-8" in rights or sum(_swedish(read_again(part, *best)) for part in parts()) > swedish):
            return best
    return None


def _best(tried: list[tuple[str, str]], parts: Callable[[], Iterable[str]]) -> tuple[str, str] | None:
    """Return the encodings that leave nothing wrong in any part, and of these the one whose words look best."""
    looks = dict.fromkeys(tried, 0.0)
    for part in parts():
        for encodings in list(looks):
            again = read_again(part, *encodings)
            if garbled(again) or (part and not again):
                del looks[encodings]
            else:
                looks[encodings] += _looks(again)
    return max(looks, key=lambda encodings: looks[encodings], default=None)


def _swedish(text: str) -> int:
    return len(_SWEDISH.findall(text))


def read_again(text: str, wrong: str, right: str) -> str:
    """Return a text that was read in a wrong encoding, as the right one has it; empty where that cannot be."""
    try:
        return text.encode(wrong).decode(right)
    except UnicodeError:
        return ""


def _looks(text: str) -> float:
    """Return how much a text looks like Swedish: its letters, less those inside words that no word has."""
    beyond = [letter for letter in text if letter > "\x7f"]
    rare = sum(letter.isalpha() and letter not in _COMMON for letter in beyond) + len(_ODD.findall(text))
    lost = beyond.count(LOST)
    wrong = _wrong(text) - lost
    return _swedish(text) - 2 * wrong - rare - lost
