"""The rule sets that a plan may choose by name, and how one is asked: every rule, and the most cautious answer wins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from types import MappingProxyType

from kinetic_home.domain.progression import rules as r
from kinetic_home.domain.progression.decision import Verdict
from kinetic_home.domain.progression.inputs import Inputs


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet:
    """Rules in the order in which they settle a tie; `version` goes up with every change of what they decide or say."""

    name: str
    version: int
    rules: tuple[r.Rule, ...]


_TABLE: tuple[r.Rule, ...] = (
    r.p01_much_swelling,
    r.p02_pain_too_much,
    r.p03_not_settled,
    r.p04_pain_above_cap,
    r.p05_new_swelling,
    r.p06_long_break,
    r.p07_break,
    r.p08_short_break,
    r.p09_rising_mornings,
    r.p10_light_week,
    r.p11_form_not_clean,
    r.p12_much_left_undone,
    r.p13_no_next_morning,
    r.p14_little_sore,
    r.p15_not_finished,
    r.p16_form_mostly_clean,
    r.p17_very_hard,
    r.p18_not_often_enough,
    r.p19_top_or_set_dose,
    r.p20_week_full,
    r.p21_progress,
)

# The bands of Thomee 1997 and NEMEX: 0-2 safe, 3-5 acceptable, 6-10 too much [V1, V1b].
PAIN_BANDS = RuleSet(name="pain_bands", version=1, rules=_TABLE)
# The same table with the soreness rules used after knee surgery in Delaware [V5] beside it: it is never the bolder one.
SORENESS = RuleSet(
    name="soreness", version=1, rules=(*_TABLE, r.s01_stayed_sore, r.s02_sore_afterwards, r.s03_soreness_eased)
)
RULE_SETS: Mapping[str, RuleSet] = MappingProxyType({each.name: each for each in (PAIN_BANDS, SORENESS)})


def rule_set_named(name: str) -> RuleSet:
    """Return a rule set by its name; raises ValueError with those there are."""
    if name in RULE_SETS:
        return RULE_SETS[name]
    near = get_close_matches(name, RULE_SETS, n=1)
    way_out = f"did you mean '{near[0]}'?" if near else f"the rule sets are {', '.join(RULE_SETS)}"
    raise ValueError(f"no rule set '{name}' ({way_out})")


def decide(given: Inputs, rule_set: RuleSet = PAIN_BANDS) -> Verdict:
    """Return what a rule set decides: every rule is asked, the lowest rank wins, ties go to the earlier rule."""
    fired = tuple(finding for rule in rule_set.rules if (finding := rule(given)) is not None)
    first = min(fired, key=lambda finding: finding.decision.rank)
    return Verdict(
        decision=first.decision,
        rule=first.rule,
        message=first.message,
        fired=fired,
        rule_set=rule_set.name,
        version=rule_set.version,
    )
