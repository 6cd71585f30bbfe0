"""Criteria are fixed at the start (law/adv.md 2g)."""

from __future__ import annotations

from datetime import date

from bestek import Chapter
from bestek.vocabulary import procedure

from .definitions import main_condition_changed, subcontracting_demanded
from .facts import adv
from .regime import regime
from .texts import ADV, BORTA, CJEU_368_10, LETTER_NS

TENDERED = regime.is_in("adv", "aw2012_2", "aw2012_3", "below_aw2012")
CLEAR = "vanaf het begin duidelijk (in eigen woorden)"
court = Chapter(CJEU_368_10, scope=None)
borta = Chapter(BORTA, scope=None)
letter = Chapter(LETTER_NS, scope=None)
always = Chapter(ADV, scope=None)
act = Chapter(ADV)
states = adv.documents_state

court.obliges(
    "TR-1",
    at="56",
    phase="publication",
    valid_from=date(2012, 5, 10),
    when=TENDERED,
    open_norm=CLEAR,
    nl="Voorwerp en gunningscriteria zijn vanaf het begin duidelijk.",
    en="Subject and award criteria are clear from the start.",
)
court.prohibits(
    "TR-2",
    at="55",
    phase="publication",
    valid_from=date(2012, 5, 10),
    when=TENDERED,
    forbids=main_condition_changed,
    nl="Een nota van inlichtingen verandert de betekenis van hoofdvoorwaarden niet, ook niet van technische eisen of "
    "gunningscriteria.",
    en="Clarifications do not change the meaning of main conditions, incl. technical specifications and award "
    "criteria.",
)
letter.prohibits(
    "TR-3",
    at="14",
    phase="publication",
    forbids=procedure.requirements_added_after_launch,
    same_as="abro/TRN-04",
    nl="Tijdens de procedure worden geen eisen toegevoegd, zoals het Cloud Sovereignty Framework van de EU.",
    en="No requirements are added during the procedure, such as the EU's Cloud Sovereignty Framework.",
)
borta.permits(
    "TR-6",
    at="C-298/15",
    phase="publication",
    valid_from=date(2017, 4, 5),
    when=main_condition_changed & adv.period_extended,
    nl="Sommige wijzigingen voor de sluiting kunnen mogen: niet wezenlijk, aan allen bekendgemaakt en met een "
    "langere termijn. De precieze toets is niet gelezen; een jurist beslist.",
    en="Some changes before the deadline can be lawful: not substantial, made known to all and with a longer period. "
    "The exact test was not read; a lawyer decides.",
)
always.advises(
    "TR-7",
    at="2.92(4)",
    confidence="inferred",
    phase="publication",
    when=main_condition_changed | procedure.requirements_added_after_launch,
    nl="Is een wezenlijke wijziging nodig, stop dan en begin een nieuwe procedure.",
    en="If a substantial change is wanted, stop and start a new procedure.",
)
act.obliges(
    "TR-8",
    at="2.47, 2.67, 2.90(2), 2.91, 2.106",
    phase="publication",
    demands=states.intersects("evidence")
    & states.intersects("selection_rules")
    & states.intersects("candidate_number")
    & states.intersects("criteria")
    & (states.intersects("weights") | (adv.award_basis == "lowest_price"))
    & (states.intersects("subcontracting") | ~subcontracting_demanded),
    nl="In de stukken staan: gevraagd bewijs, eisen aan onderaanneming, regels voor de selectie, aantal gegadigden, "
    "criteria en (tenzij de laagste prijs telt) hun gewicht.",
    en="The documents carry: evidence asked, subcontracting demands, selection rules, number of candidates, criteria "
    "and (unless the lowest price counts) their weights.",
)

RULES = [rule for chapter in (court, borta, letter, always, act) for rule in chapter.rules]
