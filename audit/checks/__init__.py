"""The checks: one kind of friction a file, in families, in the order of the report.

Left out of the taxonomy, because no key of a process file can say them: F31, disrespect
of time (reschedules, unprepared panels), and F41, too many variants of one process.
"""

from __future__ import annotations

from audit.checks.base import Check
from audit.checks.capacity import (
    divided_attention,
    overload_behind_silence,
    overloaded_role,
    ownerless_steps,
    single_point_of_failure,
)
from audit.checks.decisions import (
    approval_layers,
    glance_screen,
    inexpert_screen,
    interview_rounds,
    keyword_filter,
    unpaid_assessment,
)
from audit.checks.facts import Facts
from audit.checks.handoffs import handoffs, many_contacts, re_keying, rework
from audit.checks.information import (
    formal_language,
    hidden_pay,
    scattered_instructions,
    unmeasured_numbers,
    untold_timeline,
    wish_list_advert,
)
from audit.checks.pages import page_of, page_text
from audit.checks.paperwork import (
    channel_switches,
    desktop_only_steps,
    fax,
    in_person_trips,
    inaccessible_steps,
    notarised_signatures,
    out_of_pocket_costs,
    page_load,
    portal_accounts,
    postal_mail,
    print_scan_against_deadline,
    print_scan_loop,
    question_load,
    repeated_questions,
    third_party_documents,
    wet_signatures,
)
from audit.checks.trust import (
    black_hole,
    early_sensitive_data,
    faceless_decision,
    late_contingencies,
    lost_applicants,
    rescindable_offer,
    silent_wait,
    unexplained_rejection,
    unlocked_position,
)
from audit.checks.verdicts import Verdicts, judge
from audit.checks.waiting import (
    batch_wait,
    broken_promises,
    budget_hold,
    low_flow_efficiency,
    manual_scheduling,
    separate_appointments,
    serial_steps,
    short_deadlines,
)
from audit.errors import RequestError

__all__ = [
    "CHECKS",
    "Check",
    "Facts",
    "Verdicts",
    "find_checks",
    "page_of",
    "page_text",
    "run_checks",
]

CHECKS: tuple[Check, ...] = (
    page_load.CHECK,
    question_load.CHECK,
    repeated_questions.CHECK,
    portal_accounts.CHECK,
    wet_signatures.CHECK,
    notarised_signatures.CHECK,
    print_scan_loop.CHECK,
    print_scan_against_deadline.CHECK,
    fax.CHECK,
    postal_mail.CHECK,
    in_person_trips.CHECK,
    third_party_documents.CHECK,
    out_of_pocket_costs.CHECK,
    channel_switches.CHECK,
    inaccessible_steps.CHECK,
    desktop_only_steps.CHECK,
    manual_scheduling.CHECK,
    separate_appointments.CHECK,
    short_deadlines.CHECK,
    budget_hold.CHECK,
    batch_wait.CHECK,
    low_flow_efficiency.CHECK,
    serial_steps.CHECK,
    broken_promises.CHECK,
    handoffs.CHECK,
    rework.CHECK,
    re_keying.CHECK,
    many_contacts.CHECK,
    approval_layers.CHECK,
    interview_rounds.CHECK,
    keyword_filter.CHECK,
    glance_screen.CHECK,
    inexpert_screen.CHECK,
    unpaid_assessment.CHECK,
    lost_applicants.CHECK,
    black_hole.CHECK,
    silent_wait.CHECK,
    faceless_decision.CHECK,
    rescindable_offer.CHECK,
    unlocked_position.CHECK,
    late_contingencies.CHECK,
    early_sensitive_data.CHECK,
    unexplained_rejection.CHECK,
    overloaded_role.CHECK,
    overload_behind_silence.CHECK,
    divided_attention.CHECK,
    single_point_of_failure.CHECK,
    ownerless_steps.CHECK,
    wish_list_advert.CHECK,
    hidden_pay.CHECK,
    untold_timeline.CHECK,
    scattered_instructions.CHECK,
    formal_language.CHECK,
    unmeasured_numbers.CHECK,
)


def run_checks(facts: Facts) -> Verdicts:
    """Run every check on a process.

    Raises:
        RuntimeError: a check failed; the text names it. That is a bug of ours.
    """
    return judge(facts, CHECKS)


def find_checks(name: str) -> tuple[Check, ...]:
    """Return the check with this id, or those with this taxonomy code.

    Raises:
        RequestError: no check has it.
    """
    wanted = name.strip().lower().replace("_", "-")
    found = tuple(c for c in CHECKS if wanted in {c.id, c.code.lower()})
    if not found:
        from difflib import get_close_matches

        near = get_close_matches(wanted, [check.id for check in CHECKS], n=1)
        hint = f"; did you mean {near[0]}?" if near else ""
        raise RequestError(f"no check {name!r}{hint}")
    return found
