"""Security of information and of supply, subcontracting and award under the ADV (law/adv.md 2f)."""

from __future__ import annotations

from bestek import Chapter
from bestek.vocabulary import procedure

from .definitions import LAW, classified, reaches, subcontracting_demanded
from .facts import adv
from .supplier_facts import supplier_adv
from .texts import ADV, THRESHOLDS

act = Chapter(ADV)
states = adv.documents_state
_BUYER = ("inkopende organisatie", "buyer")

NEGOTIATE = "inschrijvingen in overeenstemming brengen met de bekende eisen, met gelijke informatie (in eigen woorden)"

# Security of information -------------------------------------------------------------------------------------

act.obliges(
    "ADV-I1",
    at="2.68(1)",
    when=classified,
    demands=states.intersects("security_measures"),
    nl="Zijn er gerubriceerde gegevens, dan staan in de stukken de maatregelen en eisen die het niveau zeker stellen.",
    en="With classified information the documents list the measures and demands that secure the level.",
)
act.permits(
    "ADV-I2",
    at="2.68(2)",
    when=classified,
    nl="De dienst mag eisen: geheimhouding door inschrijver en bekende onderaannemers, tijdens en na het contract; "
    "hetzelfde van latere; gegevens over wat zij kunnen; en geen nieuwe onderaannemer zonder die gegevens.",
    en="The buyer may demand: confidentiality of the tenderer and known subcontractors, during and after the "
    "contract; the same of future ones; data on their capability; and no new subcontractor before such data.",
)
act.prohibits(
    "ADV-I3",
    at="2.68(3)",
    phase="selection",
    when=adv.demands.intersects("clearance"),
    forbids=supplier_adv.foreign_proof_refused,
    nl="Wordt een veiligheidsmachtiging geëist, dan wordt een gelijkwaardige buitenlandse erkend volgens de "
    "afspraken tussen de staten; eigen onderzoek mag waar die dat toelaten.",
    en="Where a security clearance is demanded, an equivalent foreign one is recognised under the arrangements "
    "between states; an own investigation is possible where these allow it.",
)
act.permits(
    "ADV-I4",
    at="2.39",
    phase="publication",
    when=classified,
    nl="Wie niet aan de beveiligingseisen voldoet hoeft geen gerubriceerde stukken te krijgen; de eis mag ook voor "
    "onderaannemers gelden.",
    en="Who fails the protection demands need not be given classified tender information; the demand may extend to "
    "subcontractors.",
)

# Security of supply ------------------------------------------------------------------------------------------

act.obliges(
    "ADV-U1",
    at="2.69(1)",
    demands=states.intersects("supply_security"),
    nl="In de stukken staan de eisen aan de bevoorradingszekerheid.",
    en="The documents specify the demands on security of supply.",
)
act.permits(
    "ADV-U2",
    at="2.69(2)(a)-(f)",
    nl="De dienst mag eisen: uitvoer en overdracht kunnen; melden van beperkingen op gebruik of overdracht; opbouw "
    "en plaats van de keten; capaciteit in een crisis; onderhoud en modernisering.",
    en="The buyer may demand: export and transfer ability; disclosure of limits on use or transfer; organisation and "
    "location of the supply chain; crisis capacity; maintenance and modernisation.",
)
act.prohibits(
    "ADV-U5",
    at="2.69(3)",
    forbids=adv.demands.intersects("export_promise"),
    nl="Eis geen belofte van een staat die zijn vrijheid bij uitvoervergunningen beperkt.",
    en="Do not demand a state's promise that limits its freedom in export licensing.",
)
act.permits(
    "ADV-U6",
    at="2.70",
    nl="Bijzondere voorwaarden voor de uitvoering (beveiliging, bevoorrading, onderaanneming, sociaal, milieu) "
    "mogen, als ze passen bij het VWEU en in de stukken staan.",
    en="Special performance conditions (security, supply, subcontracting, social, green) are allowed if compatible "
    "with the TFEU and stated in the documents.",
)

# Subcontracting ----------------------------------------------------------------------------------------------

act.permits(
    "ADV-SC1",
    at="2.62",
    nl="De dienst mag vragen welk deel in onderaanneming gaat en aan wie, en melding van wijzigingen.",
    en="The buyer may ask which part is subcontracted and to whom, and a report of changes.",
)
act.prohibits(
    "ADV-SC2",
    at="2.63",
    forbids=adv.subcontracting_max > 30,
    nl="Een verplicht deel in onderaanneming is in verhouding en gaat tot ten hoogste 30 procent.",
    en="A required share of subcontracting is proportionate and at most 30 percent.",
)
act.judged(
    "ADV-SC3",
    at="2.66",
    by=_BUYER,
    phase="selection",
    of_supplier=True,
    when=subcontracting_demanded,
    nl="Een onderaannemer is alleen geweigerd op de criteria van de hoofdopdracht, met schriftelijke redenen.",
    en="A subcontractor was refused only on the criteria used for the main contract, with written reasons.",
)
act.obliges(
    "ADV-SC4",
    at="2.67",
    phase="publication",
    when=subcontracting_demanded,
    demands=states.intersects("subcontracting"),
    nl="Alle eisen aan onderaanneming staan in de aankondiging.",
    en="All subcontracting demands are in the contract notice.",
)
act.judged(
    "ADV-SC5",
    at="2.133, 2.65",
    by=_BUYER,
    phase="performance",
    of_supplier=True,
    when=adv.subcontract_duty | subcontracting_demanded,
    nl="Onderaannemers zijn niet om hun nationaliteit achtergesteld; bedrijven van de eigen groep of combinatie zijn "
    "geen derden.",
    en="Subcontractors were not discriminated on nationality; companies of the own group or consortium are no third "
    "parties.",
)
act.obliges(
    "ADV-SC6",
    at="2.134-2.142",
    also=[THRESHOLDS.at("2009/81")],
    phase="performance",
    duty_of="supplier",
    when=adv.subcontract_duty & reaches(adv.subcontract_value, LAW("adv_goods"), LAW("adv_works")),
    demands=adv.subcontract_notice.exists,
    nl="Moet de opdrachtnemer onderaanneming aanbesteden, dan kondigt hij die vanaf de drempel van de ADV aan, met "
    "objectieve criteria.",
    en="Where the contractor must tender subcontracts, it publishes a notice with objective criteria from the ADV "
    "threshold.",
)

# Award -------------------------------------------------------------------------------------------------------

act.obliges(
    "ADV-AW1",
    at="2.105, 2.101(1)",
    phase="award",
    demands=(adv.award_basis == "best_value")
    | ((adv.award_basis == "lowest_price") & (procedure.type != "competitive_dialogue")),
    nl="Gunnen gebeurt op de economisch meest voordelige inschrijving of de laagste prijs, naar keuze; na een "
    "dialoog alleen op de eerste.",
    en="Award is on the most economically advantageous tender or the lowest price, own choice; after a dialogue only "
    "on the first.",
)
act.obliges(
    "ADV-AW2",
    at="2.106",
    phase="publication",
    when=adv.award_basis == "best_value",
    demands=states.intersects("criteria") & states.intersects("weights"),
    nl="De nadere criteria staan in de aankondiging, hun gewicht (of volgorde als wegen niet kan) in aankondiging of "
    "stukken. Ze mogen gaan over bevoorradingszekerheid, samenwerking van systemen en operationele eigenschappen.",
    en="Sub-criteria are in the notice, their weights (or order if weighting is impossible) in notice or documents. "
    "They may cover security of supply, interoperability and operational features.",
)
act.obliges(
    "ADV-AW3",
    at="2.117",
    phase="award",
    when=procedure.type.is_in("negotiated_with_notice", "negotiated_without_notice"),
    open_norm=NEGOTIATE,
    nl="Onderhandelen dient alleen om inschrijvingen aan de bekende eisen te laten voldoen; ieder krijgt dezelfde "
    "informatie, en in fasen schrappen mag alleen als dat is aangekondigd.",
    en="Negotiation only brings tenders into line with the published demands; all get equal information, and staged "
    "reduction only if announced.",
)
act.obliges(
    "ADV-AW4",
    at="2.107",
    phase="award",
    when=supplier_adv.low_tender,
    demands=supplier_adv.asked_to_explain,
    nl="Lijkt een inschrijving abnormaal laag, vraag dan eerst uitleg.",
    en="Where a tender seems abnormally low, first ask for an explanation.",
)
act.permits(
    "ADV-AW4b",
    at="2.107",
    phase="award",
    when=supplier_adv.low_tender & supplier_adv.state_aid & supplier_adv.asked_to_explain & ~supplier_adv.aid_lawful,
    nl="Komt de lage prijs door staatssteun en bewijst de leverancier niet binnen een redelijke tijd dat die "
    "rechtmatig is (107 en 108 VWEU), dan mag om die reden alleen worden afgewezen.",
    en="Where the low price comes from state aid and the supplier does not prove in a sufficient period that it is "
    "lawful (107 and 108 TFEU), rejection on that sole ground is allowed.",
)
act.judged(
    "ADV-AW4c",
    at="2.107",
    by=_BUYER,
    phase="award",
    of_supplier=True,
    when=supplier_adv.low_tender & supplier_adv.state_aid & ~supplier_adv.aid_lawful,
    nl="Is om staatssteun afgewezen, dan is de Commissie daarover ingelicht.",
    en="Where a tender was rejected for state aid, the Commission was informed.",
)

RULES = act.rules
