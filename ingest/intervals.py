"""Intervals of decimals: what a printed number may stand for, and sums and ratios of such."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed interval from `bawah` to `atas`."""

    bawah: Decimal
    atas: Decimal

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(self.bawah + other.bawah, self.atas + other.atas)

    def __sub__(self, other: "Interval") -> "Interval":
        return Interval(self.bawah - other.atas, self.atas - other.bawah)

    def times(self, factor: Decimal) -> "Interval":
        """Scaled by a factor of 0 or more."""
        return Interval(self.bawah * factor, self.atas * factor)

    def over(self, other: "Interval") -> "Interval | None":
        """Ratio of two intervals of numbers 0 or more; None where the divisor may be 0."""
        if other.bawah <= 0:
            return None
        return Interval(self.bawah / other.atas, self.atas / other.bawah)

    def meets(self, other: "Interval") -> bool:
        """Whether the two have a number in common."""
        return self.bawah <= other.atas and other.bawah <= self.atas


def exact(value: Decimal | int) -> Interval:
    """An interval of one number: people, units and rupiah are counted, not rounded."""
    return Interval(Decimal(value), Decimal(value))


def printed(value: Decimal, places: int, unit: Decimal = Decimal(1)) -> Interval:
    """What a number printed with `places` decimals in steps of `unit` may have been before."""
    half = HALF.scaleb(-places) * unit
    return Interval(value - half, value + half)


def truncated(value: Decimal, places: int) -> Interval:
    """What it may have been if the further digits were cut off or rounded up."""
    step = Decimal(1).scaleb(-places)
    return Interval(value - step, value + step)


def total(parts: Iterable[Interval]) -> Interval:
    """Sum of intervals; 0 for none."""
    result = exact(0)
    for part in parts:
        result = result + part
    return result
