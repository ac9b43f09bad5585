"""Lengths of time as TIMEX3 writes them."""

from fractions import Fraction
from typing import Final

_SCALES: Final[dict[str, tuple[str, int]]] = {
    "FN": ("W", 2),
    "DE": ("Y", 10),
    "CE": ("Y", 100),
    "NI": ("D", 1),
    "WE": ("D", 2),
}
"""Units that are written in another, and how many of it they are."""
_CLOCK_UNITS: Final = {"H": "H", "MIN": "M", "S": "S"}
_SMALLER: Final[dict[str, tuple[str, int]]] = {
    "Y": ("M", 12),
    "H": ("M", 60),
    "MIN": ("S", 60),
    "D": ("H", 24),
    "W": ("D", 7),
}
_VAGUE: Final = {
    "H": "PTXH",
    "MIN": "PTXM",
    "S": "PTXS",
    "FN": "PXW",
    "NI": "PXD",
    "WE": "PXD",
    "DE": "PXDE",
    "CE": "PXCE",
}


def length_value(count: Fraction, unit: str) -> str:
    """The value of a number of units: P26Y, PT3H, P2Y6M, P14M for a year and two months; quarters are P1Q."""
    if unit in _SCALES:
        name, scale = _SCALES[unit]
        return length_value(count * scale, name)
    whole, rest = divmod(count, 1)
    clock = unit in _CLOCK_UNITS
    prefix, sign = ("PT", _CLOCK_UNITS[unit]) if clock else ("P", unit)
    if not rest:
        return f"{prefix}{whole}{sign}"
    smaller = _SMALLER.get(unit)
    if smaller is None:
        return f"{prefix}{_decimal(count)}{sign}"
    name, scale = smaller
    amount = rest * scale
    if amount.denominator != 1 or (unit in ("D", "W")):
        return f"{prefix}{_decimal(count)}{sign}"
    head = f"{whole}{sign}" if whole else ""
    return f"{prefix}{head}{amount}{name}"


def _decimal(count: Fraction) -> str:
    return f"{float(count):.2f}".rstrip("0").rstrip(".")


def vague_length(unit: str) -> str:
    """The value of an unknown number of units: PXD, PTXH."""
    return _VAGUE.get(unit, f"PX{unit}")
