"""Which step of the after is which step of the before."""

from __future__ import annotations

from dataclasses import replace

from audit.comparison import align
from audit.model import Process
from tests.builders import block, process, step


def ids(*names: str, **was: str) -> Process:
    """Return a process of steps with these ids; `was` names the earlier id of some."""
    return process(*(step(name, was=was.get(name)) for name in names))


def test_steps_match_by_id() -> None:
    """A step that kept its id is the same step, wherever it stands now."""
    alignment = align(ids("a", "b", "c"), ids("c", "a", "d"))
    assert alignment.pairs == {"c": "c", "a": "a"}
    assert list(alignment.pairs) == ["c", "a"], "in the order of the after"
    assert alignment.added == ("d",)
    assert alignment.removed == ("b",)


def test_a_renamed_step_matches_by_its_earlier_id() -> None:
    """Giving a step a better id must not look like taking it out."""
    alignment = align(ids("portal_form"), ids("apply", apply="portal_form"))
    assert alignment.pairs == {"portal_form": "apply"}
    assert alignment.added == alignment.removed == ()


def test_of_two_steps_with_one_earlier_id_the_first_is_that_step() -> None:
    """A step split in two is one step kept and one new, never two of the same."""
    alignment = align(
        ids("packet"), ids("forms", "uploads", forms="packet", uploads="packet")
    )
    assert alignment.pairs == {"packet": "forms"}
    assert alignment.added == ("uploads",)


def test_a_step_that_kept_its_id_is_not_claimed_by_another() -> None:
    """The id comes first, whichever stands first in the file."""
    for order in (("a", "b"), ("b", "a")):
        alignment = align(ids("a"), ids(*order, b="a"))
        assert alignment.pairs == {"a": "a"}
        assert alignment.added == ("b",)


def test_an_earlier_id_left_over_from_an_older_change_does_no_harm() -> None:
    """Files are copied from one another; `was` names a file that is not compared."""
    alignment = align(ids("apply"), ids("apply", "other", apply="form", other="gone"))
    assert alignment.pairs == {"apply": "apply"}
    assert alignment.added == ("other",)


def test_blocks_match_blocks_and_steps_match_steps() -> None:
    """A step that became a block of the same id is another thing."""
    inside = [step("x")], [step("y")]
    before = process(block("checks", *inside), step("offer"))
    after = process(step("checks"), block("offer", *inside))
    alignment = align(before, after)
    assert alignment.blocks == {}
    assert alignment.pairs == {"x": "x", "y": "y"}
    assert (alignment.added, alignment.removed) == (("checks",), ("offer",))
    assert align(before, before).blocks == {"checks": "checks"}


def test_nothing_is_guessed_where_everything_matches() -> None:
    """A guess is for steps that stand alone; pairs are never questioned."""
    assert align(ids("a", "b"), ids("b", "a")).guesses == ()


def test_a_guess_is_offered_and_never_used() -> None:
    """Two steps that look alike stay one removed and one added."""
    before = process(replace(step("one", pages_read=3), name="Sign the packet"))
    after = process(replace(step("two", pages_read=3), name="Sign the packet"))
    alignment = align(before, after)
    assert alignment.pairs == {}
    assert (alignment.added, alignment.removed) == (("two",), ("one",))
    (guess,) = alignment.guesses
    assert (guess.before, guess.after, guess.likeness) == ("one", "two", 1.0)
