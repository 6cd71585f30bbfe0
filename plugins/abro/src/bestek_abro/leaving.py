"""The end of the contract (ABRO 1.1.17, 2.3, 4.1, 4.2, 4.14 and 5.5.3; law/abro.md 2.8)."""

from __future__ import annotations

from bestek import Chapter
from bestek.vocabulary import contract
from bestek.vocabulary import exit as exit_facts

from .cloud import tbb_4_cloud
from .definitions import any_tbb, tbb_4
from .facts import supplier_abro
from .texts import ABRO_2026, LETTER_NS

NBIV = ("NBIV", "NBIV")
leaving = supplier_abro.exit
abro = Chapter(ABRO_2026)

abro.judged(
    "EXT-01",
    at="1.1.17",
    by=("inkopende organisatie", "buyer"),
    phase="exit",
    duty_of="supplier",
    of_supplier=True,
    when=any_tbb,
    nl="Aan het einde van het contract gaat ieder ontvangen of gemaakt TBB terug, op de manier die met de organisatie is "
    "afgesproken. Vernietigen mag alleen met schriftelijke goedkeuring vooraf van de organisatie, in overleg met NBIV.",
    en="At the end of the contract every TBB received or made is returned, by a process set with the buyer. Destruction only "
    "with prior written approval of the buyer, agreed with NBIV.",
)
abro.obliges(
    "EXT-02",
    at="4.1.10, 4.1.11",
    scope="abro.chapter4",
    confidence="secondary",
    phase="exit",
    duty_of="supplier",
    when=any_tbb,
    demands=(tbb_4 & leaving.media.is_in("wiped", "destroyed"))
    | ((leaving.media == "destroyed") & leaving.certificate),
    nl="Gegevensdragers worden bij TBB 4 gewist met goedgekeurde middelen volgens de procedure van NBIV, of anders vernietigd; "
    "bij TBB 1, 2 of 3 vernietigd, met certificaat. De TBB-markering is omstreden.",
    en="Media are wiped at TBB 4 with approved means by NBIV's procedure, or else destroyed; at TBB 1, 2 or 3 destroyed, with "
    "a certificate. The TBB mark is disputed.",
)
abro.obliges(
    "EXT-03",
    at="4.14.7",
    scope="abro.chapter4",
    phase="exit",
    duty_of="supplier",
    when=any_tbb,
    demands=(leaving.backup_months >= 12) & (leaving.backup_months <= contract.duration) & leaving.certificate,
    nl="Back-ups blijven ten minste een jaar en niet langer dan het contract bewaard; daarna worden zij vernietigd, met een "
    "certificaat aan NBIV.",
    en="Back-ups are kept at least one year and no longer than the contract; then they are destroyed, with a certificate to NBIV.",
)
abro.judged(
    "EXT-04",
    at="4.2.11",
    scope="abro.chapter4",
    by=NBIV,
    phase="exit",
    duty_of="supplier",
    when=supplier_abro.ai_used,
    nl="Trainingsgegevens, resultaten en modellen van AI die op bijzondere informatie berusten, worden overgedragen of vernietigd.",
    en="Training data, results and models of AI that are based on special information are handed over or destroyed.",
)
abro.obliges(
    "EXT-05",
    at="5.5.3",
    scope="abro.chapter5",
    confidence="inferred",
    phase="contract",
    when=tbb_4_cloud,
    demands=exit_facts.strategy & leaving.cloud_process,
    nl="Bij TBB 4 heeft de cloudleverancier maatregelen en processen om de exitstrategie en de bepalingen van het contract uit "
    "te voeren; de organisatie heeft dus een exitstrategie in het contract.",
    en="At TBB 4 the provider has measures and processes to carry out the buyer's exit strategy and contract clauses; so the "
    "buyer has an exit strategy in the contract.",
)
abro.judged(
    "EXT-06",
    at="2.3.1-3",
    by=NBIV,
    phase="exit",
    duty_of="supplier",
    of_supplier=True,
    nl="Er is een procedure voor medewerkers die vertrekken of van wie de contractrelatie eindigt; ontheffing uit een functie "
    "wordt gemeld aan NBIV.",
    en="There is a procedure for staff who leave or whose contract relation ends; discharge from a position is reported to NBIV.",
)

ns = Chapter(LETTER_NS, scope="abro")

ns.advises(
    "EXT-07",
    at="13",
    confidence="inferred",
    phase="contract",
    when=~exit_facts.covers.intersects("takeover", "disruptive"),
    nl="De verklaring kan tijdens de looptijd worden ingetrokken. Zorg dat vertrek ook dan kan, niet alleen aan het einde.",
    en="The declaration can be withdrawn during the term. Make sure that leaving is possible then too, not only at the end.",
)

RULES = [*abro.rules, *ns.rules]
