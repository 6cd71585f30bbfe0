"""The Cloud Sovereignty Framework: when it counts, and what the tender documents say (law/cadasov.md 3.1)."""

from __future__ import annotations

from datetime import date
from functools import reduce
from operator import add, and_, or_

from bestek import Chapter
from bestek.vocabulary import procedure

from .criteria import CRITERIA, OBJECTIVES
from .facts import csf, supplier_cadasov
from .facts_csf import Floor, Weight, fact_of
from .seal import answer, objective_seal
from .texts import CSF, CSF_GUIDANCE, LETTER_NS, WEIGHTS_LOG

GUIDANCE_FROM = date(2026, 6, 1)

framework = Chapter(CSF)
guidance = Chapter(CSF_GUIDANCE, scope="csf")
ns = Chapter(LETTER_NS, scope="csf")

floors = {number: fact_of(Floor, f"sov{number}") for number in OBJECTIVES}
own_weights = [fact_of(Weight, f"sov{number}") for number in OBJECTIVES]

# Whether it counts -----------------------------------------------------------------------------------------------

framework.applies(
    "CSF-01b",
    at="1",
    when=csf.adopted,
    nl="Het Cloud Sovereignty Framework werkt door de aanbestedingsstukken die het toepassen.",
    en="The Cloud Sovereignty Framework works through the tender documents that adopt it.",
)
framework.exempts(
    "CSF-01",
    at="1",
    also=[LETTER_NS.at("14", "inferred")],
    when=~csf.adopted,
    nl="Passen de aanbestedingsstukken het Cloud Sovereignty Framework niet toe, dan heeft het geen werking.",
    en="Where the tender documents do not adopt the Cloud Sovereignty Framework, it has no effect.",
)
ns.exempts(
    "CSF-02",
    at="14",
    also=[CSF.at("publicatiedatum", "secondary")],
    when=~csf.existed_at_launch,
    nl="Een aanbesteding die begon voordat het Cloud Sovereignty Framework bestond, valt er niet onder.",
    en="A tender launched before the Cloud Sovereignty Framework existed is not covered by it.",
)
ns.prohibits(
    "CSF-03",
    at="14",
    scope=None,
    phase="publication",
    when=~csf.adopted,
    forbids=procedure.requirements_added_after_launch,
    same_as="abro/TRN-04",
    nl="Staat het Cloud Sovereignty Framework niet in de gepubliceerde stukken, dan mag het niet tijdens de procedure worden "
    "toegevoegd.",
    en="Where the published documents do not have the Cloud Sovereignty Framework, it may not be added during the procedure.",
)

# What the documents say ------------------------------------------------------------------------------------------

framework.obliges(
    "CSF-04",
    at="1, 4",
    demands=reduce(and_, (floor >= "seal0" for floor in floors.values())),
    nl="De stukken noemen voor ieder doel, SOV-1 tot en met SOV-8, een minimum-SEAL.",
    en="The documents state a minimum SEAL for each objective, SOV-1 to SOV-8.",
)
framework.prohibits(
    "CSF-05",
    at="1",
    phase="selection",
    duty_of="supplier",
    forbids=reduce(or_, (objective_seal[number] < floors[number] for number in OBJECTIVES)),
    nl="Een inschrijving die bij een doel onder het minimum-SEAL blijft, wordt afgewezen.",
    en="A tender that misses the minimum SEAL of any objective is rejected.",
)
framework.advises(
    "CSF-09",
    at="5",
    also=[CSF_GUIDANCE.at("rekenblad"), WEIGHTS_LOG.at("geheel")],
    when=~csf.profile.is_in("v1_2_1", "guidance_2026", "custom"),
    nl="Zeg welke gewichtenset geldt: de twee officiële sets verschillen bij SOV-1, SOV-5 en SOV-7.",
    en="Say which weight set counts: the two official sets differ at SOV-1, SOV-5 and SOV-7.",
)
guidance.permits(
    "CSF-10",
    at="rekenblad",
    valid_from=GUIDANCE_FROM,
    when=csf.profile == "custom",
    nl="Gewichten of punten aanpassen mag.",
    en="Weights or points may be adapted.",
)
guidance.obliges(
    "CSF-10b",
    at="rekenblad",
    confidence="inferred",
    valid_from=GUIDANCE_FROM,
    phase="publication",
    when=csf.profile == "custom",
    demands=csf.adaptation_published & (reduce(add, own_weights) == 100),
    nl="Eigen gewichten zijn samen 100 en staan, net als eigen punten, in de aanbestedingsstukken.",
    en="Own weights add up to 100 and are, like own points, in the tender documents.",
)
framework.advises(
    "CSF-12",
    at="1",
    also=[CSF_GUIDANCE.at("rekenblad")],
    phase="selection",
    when=supplier_cadasov.answers_basis == "self_declared",
    nl="Een SEAL die alleen op een eigen verklaring berust is niet geverifieerd: vraag bewijs.",
    en="A SEAL that rests on the supplier's own statement alone is unverified: ask for evidence.",
)
guidance.advises(
    "CSF-13",
    at="p. 13",
    valid_from=GUIDANCE_FROM,
    when=reduce(or_, (floor == "seal4" for floor in floors.values())),
    nl="SEAL-4 is nu nauwelijks haalbaar, door de keten van chips en apparatuur.",
    en="SEAL-4 is hardly attainable today, because of chip and hardware chains.",
)
guidance.advises(
    "CSF-11",
    at="rekenblad",
    also=[CSF_GUIDANCE.at("p. 9", "inferred")],
    valid_from=GUIDANCE_FROM,
    phase="selection",
    when=reduce(or_, (answer(criterion) == 0 for criterion in CRITERIA)),
    nl="Een criterium zonder antwoord geeft 0 punten en telt niet voor de SEAL; de SEAL over alle doelen is dan niet volledig.",
    en="An unanswered criterion gives 0 points and does not count for the SEAL; the SEAL over all objectives is then incomplete.",
)
framework.permits(
    "CSF-21",
    at="1",
    phase="performance",
    of_supplier=True,
    nl="De SEAL mag bepalen welke systemen bij de leverancier worden geplaatst.",
    en="The SEAL may steer which systems are placed at the provider.",
)
ns.advises(
    "CSF-22",
    at="14",
    when=procedure.nationality_bar,
    nl="Het Cloud Sovereignty Framework is niet bedoeld om leveranciers om hun nationaliteit te weren.",
    en="The Cloud Sovereignty Framework does not aim to bar suppliers for their nationality.",
)

RULES = [*framework.rules, *guidance.rules, *ns.rules]
