"""Facts of the Cloud Sovereignty Framework: `[cadasov.csf]`, and the answers of `[suppliers.cadasov]`.

What exists once for each objective or criterion is made from the table of criteria, so that no list is
written twice.
"""

from __future__ import annotations

import types
from collections.abc import Callable
from typing import Any

from bestek import Group, launched
from bestek.facts import choice, flag, integer, number, one, scale

from .criteria import CRITERIA, OBJECTIVES, Criterion
from .parameters import LAW

_BUYER = ("inkopende organisatie", "buyer")
_ASSESSOR = ("beoordelaar van de inschrijvingen", "assessor of the tenders")

SEAL = {
    "seal0": ("SEAL-0, geen soevereiniteit", "SEAL-0, no sovereignty"),
    "seal1": ("SEAL-1, juridisch", "SEAL-1, jurisdictional"),
    "seal2": ("SEAL-2, gegevens", "SEAL-2, data"),
    "seal3": ("SEAL-3, digitale weerbaarheid", "SEAL-3, digital resilience"),
    "seal4": ("SEAL-4, volledig", "SEAL-4, full"),
}
# What the answers of the calculator say, where the wording decides: law/cadasov.md 2.5.
_ANSWERS = {
    "1.8": (
        "1 stopt meteen, 2 stopt later, 3 gaat tijdelijk door volgens contract, 4 andere leveranciers of in eigen beheer, "
        "5 geheel zelfstandig",
        "1 immediate stop, 2 stop with delay, 3 temporary continuation by contract, 4 alternative suppliers or insourcing, "
        "5 full autonomy",
    ),
    "2.2": (
        "1 geheel bloot, 2 beperkende bepalingen, 3 EU-dochter met bescherming in het contract, 4 afschermende "
        "rechtsvorm, 5 bewezen onbereikbaar",
        "1 fully exposed, 2 mitigation clauses, 3 EU subsidiary with contract protections, 4 shielding legal structure, "
        "5 verified immunity",
    ),
    "2.3": (
        "1 gedwongen toegang zonder bericht, 2 in sommige gevallen, 3 altijd met bericht, 4 betwist maar soms "
        "toegestaan, 5 altijd geweigerd",
        "1 compelled access without notice, 2 in some cases, 3 always with notice, 4 disputed but sometimes granted, "
        "5 always refused",
    ),
    "3.3": (
        "1 geen, 2 bevestiging met de hand, 3 controle van eigen beleid, 4 technisch aangetoond, 5 onafhankelijk aangetoond",
        "1 none, 2 manual confirmation, 3 internal policy check, 4 technically verified, 5 independently verified",
    ),
    "4.1": (
        "1 geen, 2 naar beste kunnen, 3 beschreven export, 4 dienst voor migratie, 5 al op soevereine infrastructuur",
        "1 none, 2 best effort, 3 documented export, 4 migration service, 5 already on sovereign infrastructure",
    ),
}


def _group(name: str, at: str, nl: str, en: str, facts: dict[str, Any]) -> type[Group]:
    """Make a group whose facts are made from a table."""
    made: type[Group] = types.new_class(
        name, (Group,), {"at": at, "nl": nl, "en": en}, lambda body: body.update(facts, __module__=__name__)
    )
    return made


def _by_objective(name: str, at: str, nl: str, en: str, make: Callable[[str, str], Any]) -> type[Group]:
    """Make a group with one fact for each objective: sov1 … sov8."""
    facts = {
        f"sov{n}": make(f"{nl}: SOV-{n}, {o_nl}", f"{en}: SOV-{n}, {o_en}") for n, (o_nl, o_en) in OBJECTIVES.items()
    }
    return _group(name, at, nl, en, facts)


def _answer(of: Criterion) -> Any:
    nl, en = (text[0].lower() + text[1:] if text[1].islower() else text for text in (of.nl, of.en))
    return integer(
        "",
        maximum=of.answers,
        nl=f"Antwoord op {of.id}, {nl}",
        en=f"Answer to {of.id}, {en}",
        help=_ANSWERS.get(
            of.id,
            (
                f"1 (slechtste) tot {of.answers} (beste) in het rekenblad; 0 als het is opengelaten",
                f"1 (worst) to {of.answers} (best) in the calculator; 0 where it was left blank",
            ),
        ),
        judge=_ASSESSOR,
    )


Floor = _by_objective(
    "Floor", "cadasov.csf.floor", "Ondergrens (minimum-SEAL)", "Floor (minimum SEAL)",
    lambda nl, en: scale(SEAL, nl=nl, en=en, can_follow=True),
)  # fmt: skip
Weight = _by_objective(
    "Weight", "cadasov.csf.weight", "Eigen gewicht", "Own weight",
    lambda nl, en: number("percent", maximum=100, nl=nl, en=en, can_follow=True),
)  # fmt: skip


class Csf(Group, at="cadasov.csf", nl="Cloud Sovereignty Framework", en="Cloud Sovereignty Framework"):
    """How the tender uses the framework."""

    adopted = flag(
        nl="De aanbestedingsstukken passen het Cloud Sovereignty Framework toe",
        en="The tender documents adopt the Cloud Sovereignty Framework",
    )
    existed_at_launch = flag(
        nl="Het Cloud Sovereignty Framework bestond al toen de aanbesteding begon",
        en="The Cloud Sovereignty Framework existed when the tender was launched",
        help=(
            "Nodig waar de dag van de start niet bekend is; anders volgt het uit die dag",
            "Needed where the day of the launch is not known; otherwise it follows from that day",
        ),
        stands_in=launched >= LAW("csf_exists_from"),
    )
    method = choice(
        {
            "v1_2_1": ("oordeel van de beoordelaar (versie 1.2.1)", "the assessor's judgement (version 1.2.1)"),
            "guidance_2026": ("laagste antwoord (handreiking 2026)", "the lowest answer (guidance 2026)"),
        },
        nl="Hoe de SEAL van een doel wordt bepaald",
        en="How the SEAL of an objective is determined",
        judge=_BUYER,
    )
    profile = choice(
        {
            "v1_2_1": ("gewichten van versie 1.2.1", "weights of version 1.2.1"),
            "guidance_2026": ("gewichten van de handreiking 2026", "weights of the guidance 2026"),
            "custom": ("eigen gewichten", "own weights"),
        },
        nl="Gewichtenset",
        en="Weight set",
        judge=_BUYER,
    )
    adaptation_published = flag(
        nl="De eigen gewichten of punten staan in de aanbestedingsstukken",
        en="The adapted weights or points are in the tender documents",
        can_follow=True,
    )
    floor = one(Floor)
    weight = one(Weight)


Answers = _group(
    "Answers",
    "suppliers[].cadasov.answers",
    "Antwoorden in het rekenblad",
    "Answers in the calculator",
    {criterion.name: _answer(criterion) for criterion in CRITERIA},
)
Seal = _by_objective(
    "Seal", "suppliers[].cadasov.seal", "Vastgestelde SEAL", "SEAL as determined",
    lambda nl, en: scale(Floor.facts["sov1"], nl=nl, en=en, judge=_ASSESSOR),
)  # fmt: skip
Points = _by_objective(
    "Points", "suppliers[].cadasov.points", "Punten als deel van het maximum", "Points as a share of the maximum",
    lambda nl, en: number("percent", nl=nl, en=en, judge=_ASSESSOR),
)  # fmt: skip


def fact_of(group: type[Group], name: str) -> Any:
    """Give the handle of a fact by its name."""
    return group.facts[name].__get__(None, group)
