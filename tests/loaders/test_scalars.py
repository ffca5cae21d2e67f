"""Every way to write a number means what it says, and nothing else is taken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.loaders import scalars
from audit.loaders.fault import Fault, Faults
from audit.model import Basis, Law, Quantity, StepKind


def fault_of(read: object, value: object) -> list[Fault]:
    """Return what a reader has against a value."""
    with pytest.raises((Fault, Faults)) as caught:
        read(value)  # type: ignore[operator]
    error = caught.value
    return list(error.faults) if isinstance(error, Faults) else [error]


@pytest.mark.parametrize(
    ("words", "low", "likely", "high", "law"),
    [
        ("42", 42, 42, 42, Law.POINT),
        ("0", 0, 0, 0, Law.POINT),
        ("2.5", 2.5, 2.5, 2.5, Law.POINT),
        (".5", 0.5, 0.5, 0.5, Law.POINT),
        ("1e3", 1000, 1000, 1000, Law.POINT),
        ("5-10", 5, 7.5, 10, Law.UNIFORM),
        ("5 to 10", 5, 7.5, 10, Law.UNIFORM),
        ("5 – 10", 5, 7.5, 10, Law.UNIFORM),
        ("7-7", 7, 7, 7, Law.POINT),
        ("up to 8", 0, 4, 8, Law.UNIFORM),
        ("at most 8", 0, 4, 8, Law.UNIFORM),
        ("about 900", 900, 900, 900, Law.POINT),
        ("~ 900", 900, 900, 900, Law.POINT),
    ],
)
def test_counts(words: str, low: float, likely: float, high: float, law: Law) -> None:
    """A written range is uniform, `up to` begins at nought, `about` is a point."""
    read = scalars.count(words)
    assert read == Quantity(low=low, likely=likely, high=high, law=law)


def test_at_least_is_a_lower_bound() -> None:
    """The number stands, marked as one that may be more."""
    read = scalars.count("at least 14")
    assert read == Quantity(low=14, likely=14, high=14, lower_bound=True)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("90 seconds", 90 / 86_400),
        ("30 min", 30 / 1440),
        ("30 mins", 30 / 1440),
        ("1 minute", 1 / 1440),
        ("12 h", 0.5),
        ("12 hours", 0.5),
        ("1 day", 1),
        ("2 d", 2),
        ("2.5 days", 2.5),
        ("1 week", 7),
        ("3 wk", 21),
        ("2 months", 60),
        ("1 year", 365),
        ("a week", 7),
        ("an hour", 1 / 24),
        ("1 h 30 min", 1.5 / 24),
        ("1 week and 2 days", 9),
        ("3 business days", 4.2),
        ("3 working days", 4.2),
        ("3 business-days", 4.2),
        ("3 calendar days", 3),
        ("3 DAYS", 3),
        ("0", 0),
        ("0 days", 0),
        ("5-20 min", 12.5 / 1440),
        ("7-10 business days", 11.9),
        ("3 days-2 weeks", 8.5),
        ("3 days to 2 weeks", 8.5),
        ("a day to a week", 4),
        ("up to 1 week", 3.5),
        ("at least 14 days", 14),
        ("about 3 months", 90),
    ],
)
def test_durations(words: str, days: float) -> None:
    """Units from seconds to years; a range borrows the unit of its second half."""
    read = scalars.calendar_days(words)
    assert read is not None
    assert read.mean == pytest.approx(days)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("5 days", 7),
        ("1 day", 1.4),
        ("5 calendar days", 5),
        ("1 week", 7),
        ("3 h", 1 / 8),
    ],
)
def test_plain_days_of_a_business_clock(words: str, days: float) -> None:
    """With `clock: {days: business}`, days are business days and weeks stay weeks."""
    read = scalars.calendar_days(words, business=True)
    assert read is not None
    assert read.mean == pytest.approx(days)


@pytest.mark.parametrize(
    ("words", "minutes"), [("10 min", 10), ("1 h", 60), ("20-45 min", 32.5), ("0", 0)]
)
def test_work_is_read_in_minutes(words: str, minutes: float) -> None:
    """Effort comes out exactly, not through days and back."""
    read = scalars.minutes(words)
    assert read is not None
    assert read.mean == minutes


@pytest.mark.parametrize(
    ("words", "share"),
    [
        ("70%", 0.7),
        ("70 %", 0.7),
        ("70 per cent", 0.7),
        ("0.7", 0.7),
        ("1", 1),
        ("100%", 1),
        ("0%", 0),
        ("12.5%", 0.125),
        ("60-70%", 0.65),
        ("60%-70%", 0.65),
        ("0.6-0.7", 0.65),
    ],
)
def test_shares(words: str, share: float) -> None:
    """A share is written with its sign or as a part of one."""
    read = scalars.share(words)
    assert read is not None
    assert read.mean == pytest.approx(share)


def test_a_value_may_say_where_it_comes_from() -> None:
    """`{value, basis, source, by, date, n}`: the number with its origin."""
    value = {
        "value": "42",
        "basis": "measured",
        "source": "packet v7",
        "by": "HR lead",
        "date": "2026-10-12",
        "n": "20",
    }
    read = scalars.count(value)
    assert read is not None and read.provenance is not None
    assert read.mean == 42
    origin = read.provenance
    assert origin.basis is Basis.MEASURED
    assert (origin.source, origin.by) == ("packet v7", "HR lead")
    assert (origin.date, origin.n) == ("2026-10-12", 20)


def test_a_range_may_say_where_it_comes_from() -> None:
    """`{low, likely, high}` is PERT, with an origin too; without likely, uniform."""
    pert = scalars.minutes(
        {"low": "2 min", "likely": "6 min", "high": "20 min", "basis": "estimated"}
    )
    assert pert is not None and pert.provenance is not None
    assert (pert.law, pert.mean) == (Law.PERT, pytest.approx(46 / 6))
    assert pert.provenance.basis is Basis.ESTIMATED
    uniform = scalars.count({"low": "2", "high": "4"})
    assert uniform == Quantity(low=2, likely=3, high=4, law=Law.UNIFORM)
    nested = scalars.count({"value": "2-4", "n": "3"})
    assert nested is not None and nested.law is Law.UNIFORM


@pytest.mark.parametrize(
    ("value", "low", "likely", "high", "law"),
    [
        ({"value": "8", "times": "0.5"}, 4, 4, 4, Law.POINT),
        ({"value": "8", "times": "50%"}, 4, 4, 4, Law.POINT),
        ({"value": "8", "times": ["0.5", "0.5"]}, 2, 2, 2, Law.POINT),
        ({"value": "8", "times": "0.25-0.75"}, 2, 4, 6, Law.UNIFORM),
        ({"low": "2", "high": "6", "times": "0"}, 0, 0, 0, Law.POINT),
        ({"value": "4-8", "times": "0.5"}, 2, 3, 4, Law.UNIFORM),
        ({"value": "4-8", "times": "0.5-1"}, 2, 4.25, 8, Law.PERT),
        ({"low": "1", "likely": "2", "high": "9", "times": "1-2"}, 1, 2, 18, Law.PERT),
    ],
)
def test_times_multiplies(
    value: dict[str, object], low: float, likely: float, high: float, law: Law
) -> None:
    """Ends by ends, and the mean of the product is the product of the means."""
    read = scalars.count(value)
    assert read == Quantity(low=low, likely=likely, high=high, law=law)


def test_a_product_is_as_sure_as_its_factor() -> None:
    """Half of a measured number is an estimate where the half is one."""
    measured = {"value": "8 days", "basis": "measured"}
    plain = scalars.calendar_days({**measured, "times": "0.5"})
    told = scalars.calendar_days(
        {**measured, "times": {"value": "0.5", "basis": "estimated"}}
    )
    assert plain is not None and plain.provenance is not None
    assert told is not None and told.provenance is not None
    assert plain.provenance.basis is Basis.MEASURED
    assert told.provenance.basis is Basis.ESTIMATED


@pytest.mark.parametrize(
    ("read", "value", "code"),
    [
        (scalars.factor, "20", "E044"),
        (scalars.factor, "1100%", "E044"),
        (scalars.factor, "3 days", "E030"),
        (scalars.factor, "-1", "E031"),
        (scalars.count, {"value": "1", "times": "11"}, "E044"),
        (scalars.count, {"value": "1", "times": {"low": "1"}}, "E043"),
        (scalars.count, {"times": "2"}, "E043"),
        (scalars.count, "many", "E030"),
        (scalars.count, "", "E030"),
        (scalars.count, "42 pages", "E030"),
        (scalars.count, "$90", "E030"),
        (scalars.count, "1,5", "E028"),
        (scalars.count, "-1", "E031"),
        (scalars.count, "5 - -3", "E030"),
        (scalars.count, ".inf", "E032"),
        (scalars.count, "-.INF", "E032"),
        (scalars.count, "nan", "E032"),
        (scalars.count, "1e400", "E032"),
        (scalars.count, "1e13", "E032"),
        (scalars.count, "10-5", "E039"),
        (scalars.count, ["1"], "E016"),
        (scalars.calendar_days, "", "E033"),
        (scalars.calendar_days, "soon", "E033"),
        (scalars.calendar_days, "3", "E035"),
        (scalars.calendar_days, "3-5", "E035"),
        (scalars.calendar_days, "3 dyas", "E034"),
        (scalars.calendar_days, "3 busy days", "E034"),
        (scalars.calendar_days, "3 business weeks", "E034"),
        (scalars.calendar_days, "-3 days", "E031"),
        (scalars.calendar_days, "1 week-3 days", "E039"),
        (scalars.share, "70", "E037"),
        (scalars.share, "120%", "E038"),
        (scalars.share, "5 of 20", "E036"),
        (scalars.flag, "perhaps", "E041"),
        (scalars.text, {"a": "b"}, "E042"),
        (scalars.text, "a\x1b[31m", "E014"),
        (scalars.count, {"low": "1"}, "E043"),
        (scalars.count, {"value": "1", "low": "1", "high": "2"}, "E043"),
        (scalars.count, {}, "E043"),
        (scalars.count, {"low": "3", "likely": "2", "high": "4"}, "E039"),
        (scalars.count, {"low": "1", "likely": "5", "high": "4"}, "E039"),
        (scalars.count, {"value": ["1"]}, "E016"),
    ],
)
def test_what_is_no_value(read: object, value: object, code: str) -> None:
    """Each wrong value has the code that explains it."""
    assert [fault.code for fault in fault_of(read, value)] == [code]


def test_all_that_is_wrong_inside_a_value_is_told() -> None:
    """A misspelt key, a wrong word and a bad number at once, each at its own key."""
    value = {
        "value": "x",
        "bassis": "measured",
        "n": "-1",
        "times": ["1", "-1", {"value": "11"}],
    }
    faults = fault_of(scalars.count, value)
    assert [(f.code, f.path) for f in faults] == [
        ("E002", ("bassis",)),
        ("E030", ("value",)),
        ("E031", ("times", 1)),
        ("E044", ("times", 2, "value")),
        ("E031", ("n",)),
    ]
    assert faults[0].hint == "did you mean 'basis'?"


@pytest.mark.parametrize(
    ("read", "value", "hint"),
    [
        (scalars.calendar_days, "3 dyas", "did you mean 'days'?"),
        (scalars.calendar_days, "4 workdays", "write 4 business days"),
        (scalars.calendar_days, "1 workday", "write 1 business day"),
        (scalars.calendar_days, "a workday", "write a business day"),
        (scalars.calendar_days, "4 weekdays", "write 4 business days"),
        (scalars.calendar_days, "4 week days", "write 4 business days"),
        (scalars.calendar_days, "4 bd", "write 4 business days"),
        (scalars.calendar_days, "4bd", "write 4 business days"),
        (scalars.calendar_days, "4 Werktage", "write 4 business days"),
        (
            scalars.calendar_days,
            "in 4 Werktagen",
            "write for example 30 min, 2 h, 5 days, 2-3 weeks, 3 business days",
        ),
        (scalars.calendar_days, "3-4 workdays", "write 3-4 business days"),
        (scalars.calendar_days, "up to 4 workdays", "write up to 4 business days"),
        (scalars.calendar_days, "1 week 2 workdays", "write 1 week 2 business days"),
        (
            scalars.minutes,
            "2 workdays",
            "effort is hands-on time: write hours, for example 16 h",
        ),
        (scalars.calendar_days, "1h30", "write 1 h 30 min"),
        (scalars.calendar_days, "1h30-2h", "write 1 h 30 min"),
        (scalars.minutes, "2 hours 15", "write 2 hours 15 min"),
        (scalars.calendar_days, "1 week 2", "write 1 week 2 days"),
        (scalars.calendar_days, "3", "write for example 3 min or 3 days"),
        (scalars.calendar_days, "1", "write for example 1 min or 1 day"),
        (scalars.daily_share, "1% per week", "the share is per day: write 0.143%"),
        (scalars.daily_share, "5 % a month", "the share is per day: write 0.171%"),
        (scalars.daily_share, "1.5%/day", "the share is per day: write 1.5%"),
        (
            scalars.daily_share,
            "1-2% per week",
            "the share is per day: write for example 1.5%",
        ),
        (
            scalars.daily_share,
            "1% weekly",
            "the share is per day: write for example 1.5%",
        ),
        (scalars.daily_share, "70", "write 70% or 0.7"),
        (scalars.calendar_days, "5 m", "write min for minutes, months for months"),
        (scalars.share, "70", "write 70% or 0.7"),
        (scalars.count, "$90", "write the number alone: 90"),
        (scalars.count, "$1,210", "write the number alone: 1210"),
        (scalars.count, "$5,000", "write the number alone: 5000"),
        (scalars.count, "€ 1.210,50", "write the number alone: 1210.5"),
        (scalars.count, "5k", "write the number alone: 5000"),
        (scalars.count, "1.2k", "write the number alone: 1200"),
        (scalars.count, "$1.2m", "write the number alone: 1200000"),
        (scalars.count, "5 000", "write the number alone: 5000"),
        (scalars.count, "1234567 dollars", "write the number alone: 1234567"),
        (scalars.count, "5 kinds", "write the number alone: 5"),
        (scalars.count, "many", ""),
        (scalars.count, "12,5", "write 12.5"),
        (scalars.count, "1,5k", "write 1500"),
        (
            scalars.count,
            "1,200",
            "write 1200, or 1.2 if the comma is a decimal one",
        ),
        (scalars.count, "1,2,3", "write the number without a comma"),
    ],
)
def test_hints_say_what_to_write(read: object, value: object, hint: str) -> None:
    """A wrong unit, sign or number comes with what was probably meant."""
    assert fault_of(read, value)[0].hint == hint


@pytest.mark.parametrize(
    "words", ["4 workdays", "1 workday", "a weekday", "3-4bd", "up to 2 Arbeitstage"]
)
def test_working_days_written_as_told_are_no_calendar_days(words: str) -> None:
    """Whoever follows the hint gets seven days of the calendar for five of work."""
    hint = fault_of(scalars.calendar_days, words)[0].hint.removeprefix("write ")
    number = scalars.count(words.rstrip("abcdefghijklmnopqrstuvwxyzA ") or "1")
    read = scalars.calendar_days(hint)
    assert read is not None and number is not None
    assert read.mean == pytest.approx(number.mean * 7 / 5)


@pytest.mark.parametrize(
    ("words", "share"), [("1.5%", 0.015), ("1-2%", 0.015), ("2 per cent", 0.02)]
)
def test_a_share_of_a_day_is_a_share(words: str, share: float) -> None:
    """What takes a share a day reads what every share is read from."""
    read = scalars.daily_share(words)
    assert read is not None
    assert read.mean == pytest.approx(share)


@given(st.integers(1, 90))
def test_a_share_of_a_week_is_told_by_the_day(per_cent: int) -> None:
    """Whoever leaves day by day as told has left after a week as was written."""
    hint = fault_of(scalars.daily_share, f"{per_cent}% per week")[0].hint
    read = scalars.daily_share(hint.rpartition("write ")[2])
    assert read is not None
    assert 1 - (1 - read.mean) ** 7 == pytest.approx(per_cent / 100, rel=0.01)


def test_a_wrong_unit_of_a_range_is_shown_with_the_whole_of_it() -> None:
    """The half that borrows the unit holds none, so it alone would puzzle."""
    fault = fault_of(scalars.calendar_days, "10–20 Tage")[0]
    assert fault.message == "unknown unit 'Tage' in '10–20 Tage'"


@pytest.mark.parametrize("word", ["true", "yes", "on", "True", "YES"])
def test_yes_in_every_reader(word: str) -> None:
    """No key's meaning depends on the version of YAML."""
    assert scalars.flag(word) is True
    assert scalars.flag({"true": "false", "yes": "no"}.get(word, "off")) is False


def test_nothing_stated_is_nothing() -> None:
    """An empty key is not nought: the file does not say."""
    for read in (scalars.count, scalars.share, scalars.minutes, scalars.text):
        assert read(None) is None
    assert scalars.flag(None) is None
    assert scalars.word_of(StepKind, None) is None


@given(st.floats(0, 1e6), st.floats(0, 1e6))
def test_a_range_holds_its_mean(one: float, other: float) -> None:
    """Whatever two numbers: low to high, and the mean between them."""
    low, high = sorted((one, other))
    read = scalars.count(f"{low!r} to {high!r}")
    assert read is not None
    assert (read.low, read.high) == (low, high)
    assert read.low <= read.mean <= read.high


@given(st.tuples(*[st.floats(0, 1e6)] * 3), st.tuples(*[st.floats(0, 10)] * 3))
def test_a_product_lies_between_its_ends(
    number: tuple[float, ...], factor: tuple[float, ...]
) -> None:
    """Whatever the shapes of number and factor, the range rises and holds its mean."""

    def written(values: tuple[float, ...]) -> dict[str, object]:
        ends = dict(zip(("low", "likely", "high"), sorted(values), strict=True))
        return {key: repr(value) for key, value in ends.items()}

    read = scalars.count({**written(number), "times": written(factor)})
    assert read is not None
    assert read.low <= read.likely <= read.high
    assert read.low == sorted(number)[0] * sorted(factor)[0]
    assert read.high == sorted(number)[2] * sorted(factor)[2]
