"""Duration of frameworks and changes of the contract (law/adv.md 2h, DUR and CHG)."""

from __future__ import annotations

from bestek import Chapter
from bestek.vocabulary import contract

from .definitions import long_framework
from .facts import adv
from .supplier_facts import supplier_adv
from .texts import ADV, AW2012_2, AW2012_3

act = Chapter(ADV)
always = Chapter(ADV, scope=None)
part_2 = Chapter(AW2012_2)
part_3 = Chapter(AW2012_3)

# Duration ----------------------------------------------------------------------------------------------------

act.obliges(
    "DUR-1",
    at="2.129(3)",
    when=contract.framework,
    demands=contract.duration <= 84,
    unless=adv.duration_justified,
    nl="Een raamovereenkomst duurt ten hoogste zeven jaar (84 maanden), langer alleen om uitzonderlijke redenen: de "
    "levensduur van systemen of technische problemen bij een andere leverancier.",
    en="A framework lasts at most seven years (84 months), longer only for exceptional reasons: the expected life of "
    "systems or technical trouble of changing supplier.",
)
act.obliges(
    "DUR-1b",
    at="2.123(k)",
    phase="award",
    when=long_framework,
    demands=adv.award_report.exists & adv.duration_justified,
    nl="De redenen voor een langere raamovereenkomst staan in het proces-verbaal van de gunning.",
    en="The reasons for a longer framework are in the award report.",
)
part_2.obliges(
    "DUR-2",
    at="2.140(3)",
    when=contract.framework,
    demands=contract.duration <= 48,
    unless=adv.duration_justified,
    nl="Een raamovereenkomst onder deel 2 van de Aanbestedingswet 2012 duurt ten hoogste vier jaar (48 maanden), "
    "langer alleen als dat goed is gemotiveerd.",
    en="A framework under part 2 of the Aw2012 lasts at most four years (48 months), longer only if properly reasoned.",
)
part_3.obliges(
    "DUR-3",
    at="3.80(1)",
    when=contract.framework,
    demands=contract.duration <= 96,
    unless=adv.duration_justified,
    nl="Een raamovereenkomst in de speciale sectoren duurt ten hoogste acht jaar (96 maanden), langer alleen als dat "
    "goed is gemotiveerd.",
    en="A framework in the special sectors lasts at most eight years (96 months), longer only if properly reasoned.",
)
always.advises(
    "DUR-4",
    at="geen bepaling gevonden",
    confidence="inferred",
    when=~contract.framework,
    nl="Voor een gewoon contract is geen vaste langste looptijd gevonden; wel moet de looptijd in verhouding zijn.",
    en="For a plain contract no fixed maximum term was found; proportionality only.",
)

# Changes -----------------------------------------------------------------------------------------------------

NL_CALL = "Bij een opdracht onder een raamovereenkomst worden de voorwaarden ervan niet wezenlijk gewijzigd."
EN_CALL = "When calling off under a framework its terms are not substantially changed."
changed_call = (contract.framework | adv.call_off) & adv.terms_changed

act.prohibits(
    "DUR-5",
    at="2.129(2)",
    phase="performance",
    when=changed_call,
    forbids=adv.change_substantial,
    nl=NL_CALL,
    en=EN_CALL,
)
part_2.prohibits(
    "DUR-5b",
    at="2.140(2)",
    phase="performance",
    when=changed_call,
    forbids=adv.change_substantial,
    nl=NL_CALL,
    en=EN_CALL,
)
unforeseen = adv.change_unforeseen & adv.nature_unchanged & (adv.change_percent <= 50)
replaced = supplier_adv.takeover_kind.is_in("asset", "merger")

part_2.prohibits(
    "CHG-1",
    at="2.163g",
    phase="performance",
    when=adv.terms_changed,
    forbids=adv.change_substantial,
    unless=unforeseen,
    nl="Een wezenlijke wijziging vraagt een nieuwe procedure: anderen hadden kunnen winnen of meedoen, het evenwicht "
    "schuift naar de opdrachtnemer, of de opdracht wordt veel ruimer.",
    en="A substantial change needs a new procedure: others could have won or entered, the balance shifts to the "
    "contractor, or the scope widens considerably.",
)
part_2.obliges(
    "CHG-1b",
    at="2.163g",
    phase="performance",
    when=replaced,
    demands=adv.same_suitability & ~(adv.terms_changed & adv.change_substantial),
    nl="Een andere opdrachtnemer vraagt een nieuwe procedure, tenzij hij aan de eerste geschiktheidseisen voldoet en "
    "er verder niets wezenlijks verandert.",
    en="Another contractor needs a new procedure, unless it meets the original suitability demands and nothing else "
    "substantial changes.",
)
part_2.permits(
    "CHG-2",
    at="2.163f(b)",
    phase="performance",
    when=replaced & adv.same_suitability & ~(adv.terms_changed & adv.change_substantial),
    nl="Na herstructurering, overname, fusie of insolventie mag een nieuwe opdrachtnemer het contract voortzetten.",
    en="After restructuring, takeover, merger or insolvency a new contractor may continue the contract.",
)
part_2.advises(
    "CHG-2b",
    at="2.163f(b)",
    confidence="inferred",
    phase="performance",
    when=supplier_adv.takeover_kind == "share",
    nl="Bij een overname van aandelen blijft de opdrachtnemer dezelfde.",
    en="A share deal leaves the contractor the same.",
)
part_2.permits(
    "CHG-3",
    at="2.163e",
    phase="performance",
    when=adv.terms_changed & unforeseen,
    nl="Bij een niet te voorziene noodzaak mag het contract worden gewijzigd: de prijs stijgt ten hoogste 50 procent "
    "en de aard blijft gelijk.",
    en="For an unforeseeable need the contract may be changed: the price rises at most 50 percent and its nature is "
    "unchanged.",
)
act.advises(
    "CHG-4",
    at="geen bepaling gevonden",
    confidence="inferred",
    phase="performance",
    when=adv.terms_changed,
    nl="De ADV heeft geen hoofdstuk over wijziging van contracten; de beginselen uit de rechtspraak gelden.",
    en="The ADV has no chapter on contract changes; case-law principles apply.",
)

RULES = [rule for chapter in (act, always, part_2, part_3) for rule in chapter.rules]
