"""SEAL and score of a supplier under the Cloud Sovereignty Framework (law/cadasov.md 2.4, 2.5 and 3.1)."""

from __future__ import annotations

from bestek import Chapter, least, part

from .criteria import BY_NAME, OBJECTIVES
from .csf import GUIDANCE_FROM
from .facts import csf
from .facts_csf import Points, Seal, Weight, fact_of
from .parameters import LAW
from .seal import answer, objective_seal, overall_seal, sovereignty_score
from .texts import CSF, CSF_GUIDANCE

PART = dict(zip(OBJECTIVES, "bcdefghi", strict=True))  # a row of the brief with a part for each objective

framework = Chapter(CSF)
guidance = Chapter(CSF_GUIDANCE, scope="csf")

# The SEAL of each objective --------------------------------------------------------------------------------------

guidance.classifies(
    "CSF-06",
    at="p. 9",
    valid_from=GUIDANCE_FROM,
    phase="selection",
    of=overall_seal,
    when=csf.method == "guidance_2026",
    gives=least(*objective_seal.values()),
    nl="De SEAL over alle doelen is die van het laagste doel.",
    en="The SEAL over all objectives is that of the lowest objective.",
)
for number, letter in PART.items():
    guidance.classifies(
        f"CSF-06{letter}",
        at="p. 9",
        valid_from=GUIDANCE_FROM,
        phase="selection",
        of=objective_seal[number],
        when=csf.method == "guidance_2026",
        gives=fact_of(Seal, f"sov{number}"),
        nl=f"De SEAL van SOV-{number} is de laagste SEAL van de antwoorden bij dat doel.",
        en=f"The SEAL of SOV-{number} is the lowest SEAL among the answers of that objective.",
    )
framework.advises(
    "CSF-07",
    at="4",
    phase="selection",
    when=csf.method == "v1_2_1",
    nl="De beoordelaar bepaalt de SEAL van ieder doel, met de reden. Eén wezenlijke zwakte verlaagt het geheel.",
    en="The assessor sets the SEAL of each objective, with the reason. One material weakness lowers the whole.",
)
for number, letter in PART.items():
    framework.classifies(
        f"CSF-07{letter}",
        at="4",
        phase="selection",
        of=objective_seal[number],
        when=csf.method == "v1_2_1",
        gives=fact_of(Seal, f"sov{number}"),
        nl=f"De SEAL van SOV-{number} is die welke de beoordelaar heeft bepaald.",
        en=f"The SEAL of SOV-{number} is the one that the assessor set.",
    )

# Answers that cap a SEAL -----------------------------------------------------------------------------------------
#
# The lowest answer already holds these caps. Beside the assessor's own judgement they only propose, and a SEAL that
# was set above its cap is reported.

_CAPS = (
    (
        "CSF-14", "c2_2", 3, "seal1", "selection",
        "Wie bloot staat aan wetten met werking over de grens, of alleen een EU-dochter met bepalingen in het contract is, komt "
        "bij SOV-2 niet boven SEAL-1.",
        "Who is exposed to laws with cross-border reach, or is only an EU subsidiary with contract terms, does not exceed SEAL-1 "
        "at SOV-2.",
    ),
    (
        "CSF-15", "c2_3", 4, "seal1", "selection",
        "Kan toegang tot gegevens in enig geval worden afgedwongen, dan komt SOV-2 niet boven SEAL-1.",
        "Where access to data can be compelled in any case, SOV-2 does not exceed SEAL-1.",
    ),
    (
        "CSF-16", "c1_1", 2, "seal1", "selection",
        "Ligt de uiteindelijke zeggenschap buiten de EU, dan komt SOV-1 niet boven SEAL-1.",
        "Where ultimate control lies outside the EU, SOV-1 does not exceed SEAL-1.",
    ),
    (
        "CSF-17", "c3_4", 4, "seal1", "selection",
        "Staan gegevens niet geheel in de EU of EER, dan komt SOV-3 niet boven SEAL-1.",
        "Where data are not wholly in the EU or EEA, SOV-3 does not exceed SEAL-1.",
    ),
    (
        "CSF-18", "c1_8", 2, "seal0", "exit",
        "Stopt de dienst, direct of later, als de levering wordt afgesneden, dan is SOV-1 SEAL-0.",
        "Where cut-off means that the service stops, at once or with delay, SOV-1 is SEAL-0.",
    ),
    (
        "CSF-19", "c4_1", 2, "seal1", "exit",
        "Zijn gegevens niet of alleen naar beste kunnen overdraagbaar, dan komt SOV-4 niet boven SEAL-1; een beschreven export "
        "neemt die grens weg.",
        "Without portability, or with best effort only, SOV-4 does not exceed SEAL-1; documented export removes this cap.",
    ),
    (
        "CSF-20", "c3_3", 3, "seal1", "exit",
        "Is verwijderen niet technisch aangetoond, dan komt SOV-3 niet boven SEAL-1.",
        "Where deletion is not technically verified, SOV-3 does not exceed SEAL-1.",
    ),
)  # fmt: skip
for row, name, worst, cap, phase, nl, en in _CAPS:
    criterion = BY_NAME[name]
    guidance.proposes(
        row,
        at=f"rekenblad, {criterion.id}",
        valid_from=GUIDANCE_FROM,
        phase=phase,
        of=objective_seal[criterion.objective],
        when=(answer(criterion) >= 1) & (answer(criterion) <= worst),
        table=cap,
        nl=nl,
        en=en,
    )

# The score -------------------------------------------------------------------------------------------------------

_SETS = (
    ("CSF-08", "v1_2_1", "de gewichten van versie 1.2.1", "the weights of version 1.2.1"),
    ("CSF-08b", "guidance_2026", "de gewichten van de handreiking van 2026", "the weights of the guidance of 2026"),
    ("CSF-08c", "custom", "de eigen gewichten van de aanbesteding", "the tender's own weights"),
)
for row, profile, nl, en in _SETS:
    framework.scores(
        row,
        at="5",
        also=[CSF_GUIDANCE.at("p. 10")],
        phase="award",
        of=sovereignty_score,
        when=csf.profile == profile,
        parts=[
            part(
                f"SOV-{number}",
                value=fact_of(Points, f"sov{number}"),
                maximum=100,
                weight=fact_of(Weight, f"sov{number}") if profile == "custom" else LAW(f"weight_{profile}_sov{number}"),
                nl=labels[0],
                en=labels[1],
            )
            for number, labels in OBJECTIVES.items()
        ],
        nl=f"De score telt met {nl}, en rangschikt alleen wie bij ieder doel het minimum-SEAL haalt.",
        en=f"The score counts with {en}, and only ranks those who reach the minimum SEAL of every objective.",
    )

RULES = [*framework.rules, *guidance.rules]
