"""The calculator of the Cloud Sovereignty Framework as data: 8 objectives, 48 criteria, SEAL and points per answer.

Source: the calculator of 1 June 2026 in a transcription ([F4] in law/cadasov.md 2.5). Answers run from worst
(1) to best. `seals` has the SEAL of each answer; a criterion whose answers are all SEAL-4 never binds the
gate. `points` has the points of each answer; the totals do not all come to 1000, and are not clamped.
"""

from __future__ import annotations

from typing import NamedTuple

OBJECTIVES = {
    1: ("strategie", "strategy"),
    2: ("recht en rechtsmacht", "law and jurisdiction"),
    3: ("gegevens en AI", "data and AI"),
    4: ("beheer en werking", "operation"),
    5: ("toeleveringsketen", "supply chain"),
    6: ("technologie", "technology"),
    7: ("beveiliging en naleving", "security and compliance"),
    8: ("duurzaamheid", "environmental sustainability"),
}
NOMINAL_MAXIMUM = 1000  # of every objective, in the calculator


class Criterion(NamedTuple):
    """One question of the calculator."""

    id: str  # as the calculator prints it: 1.1
    seals: tuple[int, ...]  # by answer, worst first
    points: tuple[float, ...]  # by answer, worst first
    nl: str
    en: str

    @property
    def name(self) -> str:
        """The name of the fact that holds the answer: c1_1."""
        return f"c{self.id.replace('.', '_')}"

    @property
    def objective(self) -> int:
        """The number of the objective that the criterion counts for."""
        return int(self.id[0])

    @property
    def answers(self) -> int:
        """How many answers there are."""
        return len(self.seals)

    @property
    def inert(self) -> bool:
        """Every answer is SEAL-4, so that the criterion can never bind the gate."""
        return set(self.seals) == {4}


_FOUR_OF_SOV_1 = (0, 41.67, 83.34, 125.01)
_FIVE_OF_SOV_1 = (0, 31.25, 62.5, 93.75, 125)
_ODD_1_7 = (0, 41.67, 83, 125.01)  # printed so
_ODD_2_1 = (0, 84, 167)
_SOV_2_AND_4 = (0, 41.75, 83.5, 125.25, 167)
_SOV_3_AND_6 = (0, 50, 100, 150, 200)
_SOV_5_AND_7 = (0, 35.75, 71.5, 107.25, 143)
_SOV_8 = (0, 62.5, 125, 187.5, 250)
_INERT = (4, 4, 4, 4, 4)

CRITERIA = (
    Criterion("1.1", (1, 1, 3, 4), _FOUR_OF_SOV_1, "Zeggenschap van de EU over de rechtspersoon", "EU control of the legal entity"),
    Criterion("1.2", _INERT, _FIVE_OF_SOV_1, "Risico dat de zeggenschap wisselt", "Change-of-control risk"),
    Criterion("1.3", (2, 2, 3, 4), _FOUR_OF_SOV_1, "Invloed op de koers van het product", "Influence on the roadmap"),
    Criterion("1.4", _INERT, _FIVE_OF_SOV_1, "Onafhankelijk van kapitaal buiten de EU", "Independence of non-EU capital"),
    Criterion("1.5", _INERT, _FIVE_OF_SOV_1, "Bijdrage aan de economie van de EU", "EU economic contribution"),
    Criterion("1.6", _INERT, _FIVE_OF_SOV_1, "Deelname aan strategische programma's van de EU", "EU strategic programmes"),
    Criterion("1.7", (4, 4, 4, 4), _ODD_1_7, "Past bij de industriestrategie van de EU", "Fit with EU industrial strategy"),
    Criterion("1.8", (0, 0, 2, 2, 4), _FIVE_OF_SOV_1, "Doorwerken als de levering wordt afgesneden", "Resilience to cut-off"),
    Criterion("2.1", (1, 1, 4), _ODD_2_1, "Recht dat vooral geldt", "Primary jurisdiction"),
    Criterion("2.2", (1, 1, 1, 2, 4), _SOV_2_AND_4, "Bloot aan wetten met werking over de grens", "Extraterritorial laws"),
    Criterion("2.3", (1, 1, 1, 1, 4), _SOV_2_AND_4, "Wegen naar gedwongen toegang tot gegevens", "Data access pathways"),
    Criterion("2.4", (0, 1, 2, 3, 4), _SOV_2_AND_4, "Exportcontrole", "Export control"),
    Criterion("2.5", _INERT, _SOV_2_AND_4, "Herkomst van intellectueel eigendom", "Origin of intellectual property"),
    Criterion("2.6", (3, 3, 3, 4, 4), _SOV_2_AND_4, "Recht van de houder van intellectueel eigendom", "IP holder's jurisdiction"),
    Criterion("3.1", (0, 1, 2, 3, 4), _SOV_3_AND_6, "Beheer van de sleutels", "Key control"),
    Criterion("3.2", (0, 1, 2, 3, 4), _SOV_3_AND_6, "Zicht op gegevensstromen en toegang", "Flows and access logs"),
    Criterion("3.3", (0, 1, 1, 3, 4), _SOV_3_AND_6, "Verwijderen met bewijs", "Deletion with proof"),
    Criterion("3.4", (0, 0, 1, 1, 4), _SOV_3_AND_6, "Gegevens in de EU of EER", "Data location in EU/EEA"),
    Criterion("3.5", (2, 2, 2, 3, 4), _SOV_3_AND_6, "AI-diensten", "AI services"),
    Criterion("4.1", (1, 1, 4, 4, 4), _SOV_2_AND_4, "Overdraagbaarheid", "Portability"),
    Criterion("4.2", (1, 1, 3, 3, 4), _SOV_2_AND_4, "Werken zonder buitenland", "Operation without foreign dependency"),
    Criterion("4.3", (1, 1, 3, 3, 4), _SOV_2_AND_4, "Vakkennis", "Skills"),
    Criterion("4.4", (1, 2, 3, 3, 4), _SOV_2_AND_4, "Wegen naar ondersteuning", "Support channels"),
    Criterion("4.5", (0, 2, 4, 4, 4), _SOV_2_AND_4, "Documentatie en kennis", "Documentation and knowledge"),
    Criterion("4.6", (0, 2, 3, 3, 4), _SOV_2_AND_4, "Onderleveranciers, gevolg van verlies", "(Sub)suppliers, effect of loss"),
    Criterion("5.1", (1, 1, 3, 3, 4), _SOV_5_AND_7, "Herkomst van onderdelen", "Origin of parts"),
    Criterion("5.2", (1, 1, 3, 3, 4), _SOV_5_AND_7, "Plaats van fabricage", "Place of manufacture"),
    Criterion("5.3", _INERT, _SOV_5_AND_7, "Herkomst van firmware", "Firmware provenance"),
    Criterion("5.4", (0, 2, 3, 3, 4), _SOV_5_AND_7, "Herkomst van software", "Software origin"),
    Criterion("5.5", (1, 1, 3, 3, 4), _SOV_5_AND_7, "Zeggenschap over bouwen en bijwerken", "Build/release/update control"),
    Criterion("5.6", (1, 1, 2, 3, 4), _SOV_5_AND_7, "Afhankelijk van één partij", "Single point of dependency"),
    Criterion("5.7", (1, 1, 2, 3, 4), _SOV_5_AND_7, "Zicht op de keten en auditrecht", "Chain transparency, audit rights"),
    Criterion("6.1", (0, 1, 2, 3, 4), _SOV_3_AND_6, "Koppelvlakken", "Interfaces"),
    Criterion("6.2", (0, 0, 2, 3, 4), _SOV_3_AND_6, "Beleid voor open standaarden", "Open standards policy"),
    Criterion("6.3", (2, 2, 3, 4, 4), _SOV_3_AND_6, "Open source", "Open source"),
    Criterion("6.4", (2, 2, 3, 3, 4), _SOV_3_AND_6, "Zicht op de architectuur", "Architecture transparency"),
    Criterion("6.5", (0, 3, 3, 3, 4), _SOV_3_AND_6, "Rekenkracht (HPC)", "HPC"),
    Criterion("7.1", (1, 1, 2, 3, 4), _SOV_5_AND_7, "Niveau van certificering", "Certification level"),
    Criterion("7.2", _INERT, _SOV_5_AND_7, "Naleving van EU-regels", "EU regulatory compliance"),
    Criterion("7.3", (1, 1, 1, 3, 4), _SOV_5_AND_7, "SOC en afhandeling van incidenten in de EU", "SOC/incident handling in EU"),
    Criterion("7.4", (0, 1, 1, 3, 4), _SOV_5_AND_7, "Zeggenschap over monitoring en logs", "Control of monitoring/logs"),
    Criterion("7.5", (0, 1, 2, 3, 4), _SOV_5_AND_7, "Melden van incidenten", "Incident disclosure"),
    Criterion("7.6", (1, 1, 4, 4, 4), _SOV_5_AND_7, "Zelf kunnen patchen", "Patch autonomy"),
    Criterion("7.7", (1, 1, 1, 1, 4), _SOV_5_AND_7, "Te auditen", "Auditability"),
    Criterion("8.1", (1, 1, 4, 4, 4), _SOV_8, "Zuinig met energie", "Energy efficiency"),
    Criterion("8.2", (0, 0, 3, 4, 4), _SOV_8, "Hergebruik van apparatuur", "Hardware reuse"),
    Criterion("8.3", (1, 1, 2, 3, 4), _SOV_8, "Verslag van de gevolgen voor het milieu", "Impact reporting"),
    Criterion("8.4", _INERT, _SOV_8, "Herkomst van energie", "Energy supply"),
)  # fmt: skip
BY_NAME = {criterion.name: criterion for criterion in CRITERIA}


def of_objective(number: int) -> tuple[Criterion, ...]:
    """Give the criteria of an objective."""
    return tuple(criterion for criterion in CRITERIA if criterion.objective == number)
