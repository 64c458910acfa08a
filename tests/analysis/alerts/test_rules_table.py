"""The 52 rules of the method, one row each: where each is built and what proves it.

A row is a code of an alert, a card, a piece of data, a target, or a step of the plan.
The table in the README is made from this one.
"""

import ast
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import pytest

from befit_tui.analysis.alerts.result import CODES

TESTS = Path(__file__).parents[2]


class Rule(NamedTuple):
    """A row: number, what it became, where (module:name), the test that holds it."""

    number: int
    became: str
    built: str
    proof: str


ALERTS = "befit_tui.analysis.alerts"
CARD = "befit_tui.analysis.cards"
EFFORT = "befit_tui.logbook.trends.effort:effort_of"
PLANNING = "befit_tui.analysis.planning"
EVERY = "analysis/alerts/test_every_code.py::test_a_log_that_meets_the_rule_raises_it"
BUDGET = "analysis/alerts/test_live.py::test_the_budget_of_the_day"
WARNED = (
    "analysis/alerts/test_live.py::"
    "test_a_planned_failure_that_breaks_a_rule_is_warned_of"
)
CARDS = "analysis/cards/test_cards.py::test_a_card_says"
ZONE = "analysis/planning/test_targets.py::test_the_zone_follows_class_phase_and_budget"

TABLE = (
    Rule(1, "data: end of a set", "befit_tui.domain.effort:reached_failure",
         "analysis/alerts/test_every_code.py::test_every_kind_of_failure_counts"),
    Rule(2, "form-broke", f"{ALERTS}.form:form_broke",
         "analysis/alerts/test_session.py::"
         "test_form_that_broke_is_noted_with_the_reps_that_do_not_count"),
    Rule(3, "view: effort, which says how many are rated", EFFORT,
         "logbook/trends/test_trends.py::"
         "test_effort_counts_a_week_by_reps_left_and_says_what_it_comes_to"),
    Rule(4, "view: effort, called against actual", EFFORT,
         "logbook/trends/test_views.py::"
         "test_calls_are_compared_with_what_was_left_from_four_on"),
    Rule(5, "advice: failure is never offered on a big lift",
         f"{ALERTS}.volume:effort_low",
         "analysis/alerts/test_rules_table.py::test_no_advice_sends_a_heavy_lift_to_failure"),
    Rule(6, "effort-low", f"{ALERTS}.volume:effort_low", EVERY),
    Rule(7, "budget: 3 in a short session", f"{ALERTS}.live:failure_budget_today",
         BUDGET),
    Rule(8, "card: focus", f"{CARD}.effort:focus", CARDS),
    Rule(9, "load-too-light, load-too-heavy",
         f"{ALERTS}.load:load_too_light", EVERY),
    Rule(10, "as rule 7", f"{ALERTS}.live:failure_budget_today", BUDGET),
    Rule(11, "card: this week", f"{CARD}.effort:targets", CARDS),
    Rule(12, "card: strength block", f"{CARD}.effort:strength_block", CARDS),
    Rule(13, "failure-before-last-set",
         f"{ALERTS}.failure:failure_before_last_set", WARNED),
    Rule(14, "target: isolation may fail last",
         f"{PLANNING}.targets:target_left", ZONE),
    Rule(15, "target: machines may fail last",
         f"{PLANNING}.targets:target_left", ZONE),
    Rule(16, "deload-due", f"{ALERTS}.performance:deload_due", EVERY),
    Rule(17, "as rule 7", f"{ALERTS}.live:failure_budget_today", BUDGET),
    Rule(18, "failure-share-rising",
         f"{ALERTS}.failure:failure_share_rising", EVERY),
    Rule(19, "failure-every-set", f"{ALERTS}.failure:failure_every_set", EVERY),
    Rule(20, "failure-high-risk", f"{ALERTS}.failure:failure_high_risk", WARNED),
    Rule(21, "failure-when-run-down, readiness-low",
         f"{ALERTS}.failure:failure_when_run_down", BUDGET),
    Rule(22, "volume-high", f"{ALERTS}.volume:volume_high",
         "analysis/alerts/test_live.py::test_much_volume_speaks_against_failure_too"),
    Rule(23, "joint-pain", f"{ALERTS}.readiness:joint_pain", WARNED),
    Rule(24, "sleep-short", f"{ALERTS}.readiness:sleep_short", BUDGET),
    Rule(25, "performance-drop", f"{ALERTS}.performance:performance_drop", EVERY),
    Rule(26, "performance-drop, which counts reps left",
         f"{ALERTS}.performance:performance_drop", EVERY),
    Rule(27, "stall", f"{ALERTS}.performance:stall", EVERY),
    Rule(28, "data: risk class good", "befit_tui.catalog.catalog:load_catalog",
         "catalog/test_catalog_data.py"),
    Rule(29, "data: risk class avoid", "befit_tui.catalog.catalog:load_catalog",
         "catalog/test_catalog_data.py"),
    Rule(30, "target: 2-3 left on risky lifts",
         f"{PLANNING}.targets:target_left", ZONE),
    Rule(31, "failure-budget", f"{ALERTS}.failure:failure_budget", WARNED),
    Rule(32, "failure-mostly-compound",
         f"{ALERTS}.failure:failure_mostly_compound", EVERY),
    Rule(33, "failure-high-risk, the second in 28 days",
         f"{ALERTS}.failure:failure_high_risk",
         "analysis/alerts/test_failure.py::test_a_second_one_in_four_weeks_means_stop"),
    Rule(34, "failure-in-deload", f"{ALERTS}.failure:failure_in_deload", EVERY),
    Rule(35, "failure-unplanned", f"{ALERTS}.failure:failure_unplanned", EVERY),
    Rule(36, "target: compounds 1-3", f"{PLANNING}.targets:target_left", ZONE),
    Rule(37, "target: accessories 1-2", f"{PLANNING}.targets:target_left", ZONE),
    Rule(38, "target: failure only in the last set",
         f"{PLANNING}.targets:target_left", ZONE),
    Rule(39, "budget 0 while fatigue is open", f"{ALERTS}.live:failure_budget_today",
         "analysis/alerts/test_live.py::"
         "test_two_normal_sessions_give_the_budget_back"),
    Rule(40, "in the sentence for Sunday",
         f"{CARD}.paying:after_failure",
         "analysis/cards/test_paying.py::"
         "test_lifts_that_are_weaker_each_time_after_failure_pay_for_it"),
    Rule(41, "sentence for Sunday", f"{CARD}.paying:paying",
         "analysis/cards/test_paying.py::test_the_answer_needs_both_numbers"),
    Rule(42, "card: joints", f"{CARD}.effort:pain_trend", CARDS),
    Rule(43, "trend: the band of a level, with each session in it or out",
         "befit_tui.analysis.lift.judge:judged",
         "analysis/lift/test_verdict.py::test_what_a_coach_says"),
    Rule(44, "card: sessions", f"{CARD}.effort:sessions_kept", CARDS),
    Rule(45, "card: maximal sessions", f"{CARD}.effort:maximal", CARDS),
    Rule(46, "card: this week, and the chart of effort",
         f"{CARD}.effort:targets", CARDS),
    Rule(47, "trend: the verdict on a lift, with its error",
         "befit_tui.analysis.lift.judge:judged",
         "analysis/lift/test_verdict.py::test_what_a_coach_says"),
    Rule(48, "fatigue-building", f"{ALERTS}.performance:fatigue_building", EVERY),
    Rule(49, "deload-due; the plan of a deload",
         "befit_tui.logbook.planning.blocks:plan_deload", EVERY),
    Rule(50, "data: notes, form, sleep and pain, shown next time",
         "befit_tui.domain.workout:CheckIn",
         "domain/test_codec.py"),
    Rule(51, "card: close often, failure occasionally",
         f"{CARD}.effort:balance", CARDS),
    Rule(52, "test of every string; every alert has its numbers",
         f"{ALERTS}.result:Alert",
         "analysis/alerts/test_contract.py::"
         "test_no_string_of_the_analysis_frightens"),
)  # fmt: skip


def test_every_rule_has_its_row() -> None:
    assert [rule.number for rule in TABLE] == list(range(1, 53))


@pytest.mark.parametrize("rule", TABLE, ids=lambda rule: str(rule.number))
def test_what_a_row_names_is_built_and_tested(rule: Rule) -> None:
    module, _, name = rule.built.partition(":")
    assert callable(getattr(import_module(module), name))
    file, _, test = rule.proof.partition("::")
    tree = ast.parse((TESTS / file).read_text(encoding="utf-8"))
    named = {one.name for one in tree.body if isinstance(one, ast.FunctionDef)}
    assert any(one.startswith("test_") for one in named)
    assert not test or test in named


def test_every_code_is_in_the_table() -> None:
    """Short rest comes from the science, not from the article."""
    named = " ".join(rule.became for rule in TABLE)
    beyond = {"form-breaking-often", "recovery-short"}
    assert {code for code in CODES if code not in named} == beyond


def test_no_advice_sends_a_heavy_lift_to_failure() -> None:
    """Failure is offered once, and then on a machine or an isolation lift."""
    source = Path(import_module(f"{ALERTS}.volume").__file__).read_text("utf-8")
    offers = [
        node.value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and "to good-form failure" in node.value
    ]
    assert len(offers) == 1
    assert "machine or an isolation" in offers[0]
