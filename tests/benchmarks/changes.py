"""Twelve changes to a process of forty steps: a mix of kinds, and the hardest case."""

from __future__ import annotations

from tests.benchmarks.generated import process_file

SEED = 4
"""Its process of forty steps holds one parallel block and three loops."""

_ASKS = {
    "s0": "[name, address, phone, work_history]",
    "s9": "[name, address, ssn]",
    "s18": "[name, phone, bank]",
    "s30": "[name, ssn]",
}


def before_file() -> str:
    """Return the process that the changes start from."""
    lines = []
    for line in process_file(40, SEED).splitlines():
        lines.append(line)
        step = line.removeprefix("  - id: ")
        if step in _ASKS:
            lines += [f"    asks: {_ASKS[step]}", "    fields: 20"]
    return "\n".join(lines) + "\n"


def mixed_file(before: str) -> str:
    """Return an overlay as a consultant would write it.

    Seven changes set counts, waits, channels and questions; five touch the flows.
    """
    return f"""\
extends: {before}
variant: after
changes:
  - {{id: shorter-form, set: {{s0: {{pages: 4, work: 20 min}}}}}}
  - {{id: e-sign, set: {{s9: {{signatures: {{electronic: 2}}, channel: portal}},
      s18: {{signatures: {{electronic: 3}}, channel: portal}}}}}}
  - {{id: ask-once, set: {{s9: {{asks: [ssn]}}, s18: {{asks: [bank]}}}}}}
  - {{id: approve-daily, set: {{s3: {{wait: 1 day}}, s31: {{wait: 1-2 days}}}}}}
  - {{id: faster-check, set: {{s5: {{wait: 4 days}}}}}}
  - {{id: templates, set: {{s10: {{work: 15 min}}, s16: {{work: 20 min}}}}}}
  - {{id: same-day-mail, set: {{s22: {{wait: 1-2 days}}, s28: {{wait: 2 days}}}}}}
  - {{id: validate, shares: {{s19: {{s16: 2%, s20: rest}}}}}}
  - {{id: right-first-time, shares: {{s24: {{s23: 3%, s25: rest}}}}}}
  - {{id: no-second-look, remove: [s12]}}
  - {{id: no-third-approval, remove: [s34]}}
  - {{id: status-mail, add: [{{after: s26, id: status, role: ats, kind: notify}}]}}
"""


def rerouting_file(before: str) -> str:
    """Return an overlay in which every change gives the flows another shape."""
    removed = ("s2", "s4", "s8", "s10", "s14", "s17", "s21", "s27", "s33", "s36")
    removals = "".join(
        f"  - {{id: without-{step}, remove: [{step}]}}\n" for step in removed
    )
    return f"""\
extends: {before}
variant: after
changes:
{removals}\
  - {{id: validate, shares: {{s19: {{s16: 2%, s20: rest}}}}}}
  - {{id: right-first-time, shares: {{s24: {{s23: 3%, s25: rest}}}}}}
"""
