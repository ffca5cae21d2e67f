"""Ctrl-C while a report is simulated: what is done is kept, and the page is whole."""

from __future__ import annotations

import os
import pty
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from audit.cli import main, output
from audit.cli.interrupts import Stop, kept_when_stopped
from tests.pipeline.simulated_files import BEFORE

AFTERS = {
    "locked": "changes: [{id: lock, set: {offer: {position: lock}}}]",
    "quick": "changes: [{id: quick, set: {screen: {work: 5 min}}}]",
}
COMMAND = (
    # A shell in the background ignores interrupts, and hands that on to its children.
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "import sys; from audit.cli import main; sys.exit(main())"
)
TOO_EARLY = "stopped before two runs were done: nothing to say"
PLAIN = {"NUMBA_DISABLE_JIT": "1"}
"""Runs are made by processes, whom a terminal interrupts, too."""
STOPPED = re.compile(r"[Ss]topped after ([\d,]+) of ([\d,]+) runs")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """What was left of a command that was interrupted."""

    code: int
    told: str
    shown: str
    """On the terminal that standard error is."""
    page: str


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Return a before and two afters."""
    written = [tmp_path / "before.yaml"]
    written[0].write_text(BEFORE, encoding="utf-8")
    for name, changes in AFTERS.items():
        written.append(tmp_path / f"{name}.yaml")
        text = f"extends: before.yaml\nvariant: {name}\n{changes}\n"
        written[-1].write_text(text, encoding="utf-8")
    return written


def interrupted(files: list[Path], per_cent: int, runs: int, plain: bool) -> Ended:
    """Interrupt a report, as a terminal does, once its bar is at so many per cent."""
    folder = files[0].parent / "pages"
    terminal, its_end = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", COMMAND, "report", *map(str, files), "--simulate",
         "--runs", str(runs), "-o", str(folder)],
        stdout=subprocess.PIPE, stderr=its_end, text=True, start_new_session=True,
        env=os.environ | {"COLUMNS": "200"} | (PLAIN if plain else {}),
    ) as process:  # fmt: skip
        os.close(its_end)
        shown, sent = "", False
        while more := read(terminal):
            shown += more
            reached = [int(words) for words in re.findall(r"(\d+)%", shown)]
            if not sent and reached and reached[-1] >= per_cent:
                os.killpg(process.pid, signal.SIGINT)
                sent = True
        told, _ = process.communicate()
    os.close(terminal)
    assert sent, shown
    (page,) = folder.iterdir()
    return Ended(
        code=process.returncode,
        told=told,
        shown=shown,
        page=page.read_text(encoding="utf-8"),
    )


def read(terminal: int) -> str:
    """Return what comes next; nothing at the end, which Linux calls an error."""
    try:
        return os.read(terminal, 4096).decode(errors="replace")
    except OSError:
        return ""


@pytest.mark.parametrize(("count", "per_cent", "runs", "plain"), [
    (1, 2, 9000, False), (2, 20, 9000, False), (2, 50, 100, True),
])  # fmt: skip
def test_a_late_interrupt_keeps_the_runs_that_are_done(
    files: list[Path], count: int, per_cent: int, runs: int, plain: bool
) -> None:
    """The page has its chapter, and both say after how many runs it was stopped."""
    done = interrupted(files[:count], per_cent, runs, plain)
    assert done.code == 0, done.shown
    found = STOPPED.search(done.told)
    assert found is not None, done.told
    made, planned = (int(words.replace(",", "")) for words in found.groups())
    assert runs * per_cent / 100 <= made < planned == runs
    assert found.group() in done.page
    assert 'id="queues"' in done.page
    assert done.page.rstrip().endswith("</html>")
    assert "Traceback" not in done.shown


def test_an_interrupt_names_what_it_leaves_without_runs(files: list[Path]) -> None:
    """Of several afters the first is told, by its name; the last is said to lack."""
    done = interrupted(files, 1, 9000, plain=False)
    assert done.code == 0, done.shown
    assert "“locked”: stopped after" in done.told
    for words in (done.told, done.page):
        assert "Stopped before the runs of “quick”" in words
    assert "Simulated: Locked: " in done.page


@pytest.mark.parametrize(("count", "plain"), [
    (1, False), (2, False), (3, False), (2, True),
])  # fmt: skip
def test_an_early_interrupt_still_leaves_a_page(
    files: list[Path], count: int, plain: bool
) -> None:
    """At the first sign of the bar: with too few runs the page says that it has none.

    How many are done by then is the machine's; both ends are whole.
    """
    done = interrupted(files[:count], 0, 400, plain)
    assert "The report is in" in done.told
    assert done.page.rstrip().endswith("</html>")
    assert "Traceback" not in done.shown
    if STOPPED.search(done.told):
        assert done.code == 0
        assert 'id="queues"' in done.page
    else:
        assert done.code == 2
        assert TOO_EARLY in done.shown
        assert 'id="queues"' not in done.page
        assert "stopped before two runs were done" in done.page


@pytest.fixture
def usual() -> Iterator[None]:
    """Let interrupts be as a terminal has them, whoever runs the tests."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def interrupt() -> None:
    """Interrupt this process, and let Python hear it."""
    os.kill(os.getpid(), signal.SIGINT)


def numbers(count: int, *, at: int) -> Iterator[int]:
    """Yield numbers; the interrupt comes while one of them is made."""
    for number in range(count):
        if number == at:
            interrupt()
        yield number


@pytest.mark.usefixtures("usual")
def test_an_interrupt_ends_the_wait_for_a_run() -> None:
    """What was made is there, and no more is asked for."""
    with kept_when_stopped() as stop:
        made = []
        with pytest.raises(KeyboardInterrupt):
            made.extend(stop.each_of(numbers(9, at=3)))
        assert stop.asked
        for _ in range(2):
            with pytest.raises(KeyboardInterrupt):
                next(stop.each_of(iter((1,))))


@pytest.mark.usefixtures("usual")
def test_an_interrupt_between_two_runs_waits_for_the_next() -> None:
    """Nothing breaks while numbers are added up, or the page is written."""
    with kept_when_stopped() as stop:
        runs = stop.each_of(iter(range(9)))
        assert next(runs) == 0
        interrupt()
        with pytest.raises(KeyboardInterrupt):
            next(runs)


@pytest.mark.usefixtures("usual")
def test_a_second_interrupt_ends_the_command() -> None:
    """Whoever insists is heard at once; afterwards all is as before."""
    with kept_when_stopped():
        interrupt()
        with pytest.raises(KeyboardInterrupt):
            interrupt()
    with pytest.raises(KeyboardInterrupt):
        interrupt()


@pytest.mark.usefixtures("usual")
def test_who_ignores_interrupts_goes_on_to_do_so() -> None:
    """A command in the background is not stopped by a key meant for another."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with kept_when_stopped() as stop:
        interrupt()
        assert list(stop.each_of(numbers(3, at=1))) == [0, 1, 2]
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN


def broken(stop: Stop | None) -> Iterator[int]:
    """Yield a number, then break, as workers do whom the terminal interrupts."""
    yield 1
    if stop is not None:
        stop.asked = True
    raise BrokenPipeError


def test_workers_whom_the_interrupt_broke_are_no_fault() -> None:
    """They fail as they like, once somebody asked for an end; before, it is told."""
    stop = Stop()
    with pytest.raises(BrokenPipeError):
        list(stop.each_of(broken(None)))
    with pytest.raises(KeyboardInterrupt):
        list(stop.each_of(broken(stop)))


@pytest.mark.usefixtures("usual")
def test_a_page_is_written_through_an_interrupt(
    files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After the last run the key changes nothing: all runs are there, and the page."""
    written = output.write_whole

    def while_it_is_written(path: Path, text: str) -> None:
        interrupt()
        written(path, text)

    monkeypatch.setattr(output, "write_whole", while_it_is_written)
    done = CliRunner().invoke(
        main,
        ["report", str(files[0]), "--simulate", "--runs", "3", "-o", str(tmp_path)],
    )
    assert done.exit_code == 0, done.stderr
    (page,) = tmp_path.glob("*.html")
    assert "3 runs (as many as asked for)" in page.read_text(encoding="utf-8")
