"""The lattice against closed forms."""

import numpy as np
import pytest

from audit.analysis.block_time import Passage, last_of, solve_passage
from audit.analysis.lattice import Lattice, lattice_for, limited_expectation
from audit.model import Law, Quantity

UNIFORM = Quantity(low=2, likely=5, high=8, law=Law.UNIFORM)
PERT = Quantity(low=1, likely=2, high=9, law=Law.PERT)
POINT = Quantity.point(3.3)


def exponential(lattice: Lattice, rate: float) -> np.ndarray:
    """Put an exponential law on a lattice the same mean-preserving way."""
    x = np.arange(lattice.size + 1) * lattice.step
    limited = (1 - np.exp(-rate * x)) / rate
    mass = np.empty(lattice.size)
    mass[0] = 1 - limited[1] / lattice.step
    mass[1:] = (2 * limited[1:-1] - limited[:-2] - limited[2:]) / lattice.step
    return mass


@pytest.mark.parametrize("law", [UNIFORM, PERT, POINT])
def test_a_law_keeps_its_mass_and_mean(law: Quantity) -> None:
    """Whatever the step, the lattice loses neither mass nor mean."""
    lattice = Lattice(0.25, 128)
    mass = lattice.mass(law)
    assert mass.sum() == pytest.approx(1)
    assert (mass * lattice.times).sum() == pytest.approx(law.mean)


@pytest.mark.parametrize("law", [UNIFORM, PERT])
def test_a_law_nearly_keeps_its_variance(law: Quantity) -> None:
    """Spreading over two points adds at most a quarter of a squared step."""
    lattice = Lattice(1 / 64, 1024)
    mass = lattice.mass(law)
    variance = (mass * lattice.times**2).sum() - law.mean**2
    assert variance == pytest.approx(law.variance, abs=lattice.step**2 / 4)


@pytest.mark.parametrize("law", [UNIFORM, PERT, POINT])
def test_limited_expectation_is_the_integral_of_survival(law: Quantity) -> None:
    """E[min(X, x)] rises from 0 to the mean with slope one before the law begins."""
    values = limited_expectation(law, np.array([0.0, law.low / 2, law.high, 100.0]))
    assert values == pytest.approx([0.0, law.low / 2, law.mean, law.mean])


def test_rework_of_exponentials_is_exponential() -> None:
    """A geometric sum of Exp(1) with return r is Exp(1 - r)."""
    lattice = Lattice(0.01, 4096)
    step = lattice.transform(exponential(lattice, 1.0))[:, None]
    passage = solve_passage(step, np.array([[0.25]]), np.array([[0.75]]))
    mass = lattice.invert(passage[:, 0, 0])
    upto = mass.cumsum()
    exact = 1 - np.exp(-0.75 * (lattice.times + lattice.step / 2))
    assert (mass * lattice.times).sum() == pytest.approx(4 / 3, abs=1e-4)
    assert np.abs(upto - exact).max() < 1e-5


def test_the_last_of_two_exponentials() -> None:
    """E max(Exp(a), Exp(b)) = 1/a + 1/b - 1/(a + b)."""
    lattice = Lattice(1 / 64, 4096)
    branches = [
        Passage(exponential(lattice, rate), {"x": exponential(lattice, rate)})
        for rate in (1.0, 0.5)
    ]
    mass = last_of(branches).mass
    assert (mass * lattice.times).sum() == pytest.approx(3 - 1 / 1.5, abs=1e-4)


def test_ties_are_shared_evenly() -> None:
    """Three branches of exactly one day each: a third of the day is each one's."""
    lattice = Lattice(1.0, 8)
    day = lattice.mass(Quantity.point(1.0))
    block = last_of([Passage(day, {name: day * lattice.times}) for name in "abc"])
    assert block.mass.tolist() == pytest.approx([0, 1, 0, 0, 0, 0, 0, 0])
    assert [w.sum() for w in block.weighted.values()] == pytest.approx([1 / 3] * 3)


def test_a_lattice_covers_its_law_with_a_power_of_two_of_a_day() -> None:
    """Half days and weeks fall on the grid, and it reaches its horizon."""
    lattice = lattice_for(mean=30.0, horizon=119.0, accuracy=0.01)
    assert lattice.step == 0.25
    assert lattice.step * lattice.size >= 119.0
