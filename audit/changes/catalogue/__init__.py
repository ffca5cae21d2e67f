"""The interventions that ship: one a file, in families, in the order of the report."""

from __future__ import annotations

from audit.changes.base import Intervention
from audit.changes.catalogue.capacity import (
    department_recruits,
    one_contact,
    recruiting_firm,
    relieve_recruiters,
    train_recruiters,
)
from audit.changes.catalogue.decisions import (
    approve_by_plan,
    call_near_misses,
    drop_approval,
    knock_outs_first,
    review_keyword_rejects,
)
from audit.changes.catalogue.paperwork import (
    ask_once,
    ask_the_source,
    electronic_signature,
    fewer_accounts,
    form_fills_the_record,
    message_not_letter,
    photo_of_the_page,
    prefill,
    single_form,
    validation,
)
from audit.changes.catalogue.trust import (
    conditions_before_notice,
    position_lock,
    state_the_pay,
    status_updates,
)
from audit.changes.catalogue.waiting import (
    fast_lane,
    flow_not_batch,
    interviews_on_one_day,
    release_positions,
    rolling_review,
    self_scheduling,
    service_level,
    side_by_side,
)

CATALOGUE: tuple[Intervention, ...] = (
    electronic_signature.INTERVENTION,
    single_form.INTERVENTION,
    ask_once.INTERVENTION,
    prefill.INTERVENTION,
    validation.INTERVENTION,
    form_fills_the_record.INTERVENTION,
    fewer_accounts.INTERVENTION,
    photo_of_the_page.INTERVENTION,
    message_not_letter.INTERVENTION,
    ask_the_source.INTERVENTION,
    service_level.INTERVENTION,
    self_scheduling.INTERVENTION,
    side_by_side.INTERVENTION,
    flow_not_batch.INTERVENTION,
    rolling_review.INTERVENTION,
    release_positions.INTERVENTION,
    fast_lane.INTERVENTION,
    interviews_on_one_day.INTERVENTION,
    drop_approval.INTERVENTION,
    approve_by_plan.INTERVENTION,
    knock_outs_first.INTERVENTION,
    review_keyword_rejects.INTERVENTION,
    call_near_misses.INTERVENTION,
    position_lock.INTERVENTION,
    conditions_before_notice.INTERVENTION,
    status_updates.INTERVENTION,
    state_the_pay.INTERVENTION,
    one_contact.INTERVENTION,
    relieve_recruiters.INTERVENTION,
    train_recruiters.INTERVENTION,
    department_recruits.INTERVENTION,
    recruiting_firm.INTERVENTION,
)
