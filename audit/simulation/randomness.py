"""Random numbers that belong to a person and a step, not to the order of events.

A number is the hash of (seed, case, step, visit, purpose), so a candidate keeps the
same luck in two variants of a process whatever else changes, even when steps are added:
common random numbers without bookkeeping. Keys of 64 bits name cases and steps; the
numbers of one case at one step are a splitmix64 stream from the sum of both keys.

Steele, Lea & Flood 2014, Fast splittable pseudorandom number generators, OOPSLA,
figure 17 (the finaliser is mix13 of D. Stafford); Acklam 2003 for the normal quantile
(relative error below 1.2e-9).
"""

from __future__ import annotations

import hashlib
import math
from typing import Any

import numpy as np

from audit.simulation.compiling import WORD, compiled, inlined, word

GAMMA = word(0x9E37_79B9_7F4A_7C15)
"""2^64 divided by the golden ratio: the step of the stream."""
_FIRST = word(0xBF58_476D_1CE4_E5B9)
_SECOND = word(0x94D0_49BB_1331_11EB)
_BY_27 = word(27)
_BY_30 = word(30)
_BY_31 = word(31)
_BY_12 = word(12)

_CELL = 2.0**-52

PURPOSES = 8
"""Numbers set aside for one visit of a step."""
FOR_WORK, FOR_DELAY, FOR_FLOW, FOR_PATIENCE, FOR_STAYING, FOR_FAILURE = range(6)


def _mixed(z: Any) -> Any:
    """Return the splitmix64 finaliser of a word, or of an array of words."""
    z = ((z ^ (z >> _BY_30)) * _FIRST) & WORD
    z = ((z ^ (z >> _BY_27)) * _SECOND) & WORD
    return z ^ (z >> _BY_31)


mixed = compiled(_mixed)


@inlined
def uniform(key: Any, index: int) -> float:
    """Return number `index` of the stream at `key`, strictly between 0 and 1.

    Of 64 bits 52 are used, so that the middle of each cell is a float of its own and
    neither 0 nor 1 can come out.
    """
    z = mixed((key + word(index) * GAMMA) & WORD)
    u: float = ((z >> _BY_12) + 0.5) * _CELL
    return u


def uniforms(keys: np.ndarray[Any, Any], index: int) -> np.ndarray[Any, Any]:
    """Return number `index` of each stream: `uniform` for an array of keys."""
    # As `_mixed`, in one memory; words of an array wrap by themselves.
    z = keys + np.uint64(index * int(GAMMA) & int(WORD))
    z ^= z >> _BY_30
    z *= _FIRST
    z ^= z >> _BY_27
    z *= _SECOND
    z ^= z >> _BY_31
    z >>= _BY_12
    u: np.ndarray[Any, Any] = (z + 0.5) * _CELL
    return u


def key_of(*names: str | int) -> int:
    """Return the key of what the names name; the same on every machine.

    >>> key_of("step", "offer") == key_of("step", "offer")
    True
    """
    text = "\x1f".join(str(name) for name in names)
    digest = hashlib.blake2b(text.encode(errors="surrogatepass"), digest_size=8)
    return int.from_bytes(digest.digest(), "little")


def run_seed(seed: int, number: int) -> int:
    """Return the seed of a run of a study; studies with other seeds share none."""
    return key_of("run", seed, number)


def keys_of(
    key: int | np.ndarray[Any, Any], numbers: np.ndarray[Any, Any]
) -> np.ndarray[Any, Any]:
    """Return a key for each number, under one key or under one of its own."""
    z = np.asarray(key, np.uint64) + numbers.astype(np.uint64) * np.uint64(int(GAMMA))
    mixed_once: np.ndarray[Any, Any] = _mixed(z)
    return mixed_once


@compiled
def normal_quantile(p: float) -> float:
    """Return the point that a standard normal stays below with probability p."""
    if p < 0.02425:
        q = math.sqrt(-2.0 * math.log(p))
        return _tail(q)
    if p > 0.97575:
        q = math.sqrt(-2.0 * math.log1p(-p))
        return -_tail(q)
    q = p - 0.5
    r = q * q
    top = -39.69683028665376 * r + 220.9460984245205
    top = top * r - 275.9285104469687
    top = top * r + 138.3577518672690
    top = top * r - 30.66479806614716
    top = (top * r + 2.506628277459239) * q
    bottom = -54.47609879822406 * r + 161.5858368580409
    bottom = bottom * r - 155.6989798598866
    bottom = bottom * r + 66.80131188771972
    bottom = (bottom * r - 13.28068155288572) * r + 1.0
    return top / bottom


@compiled
def _tail(q: float) -> float:
    top = -0.007784894002430293 * q - 0.3223964580411365
    top = top * q - 2.400758277161838
    top = top * q - 2.549732539343734
    top = (top * q + 4.374664141464968) * q + 2.938163982698783
    bottom = 0.007784695709041462 * q + 0.3224671290700398
    bottom = bottom * q + 2.445134137142996
    bottom = (bottom * q + 3.754408661907416) * q + 1.0
    return top / bottom
