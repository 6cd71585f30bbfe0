"""Mixed contracts and exemptions (law/adv.md 2b)."""

from __future__ import annotations

from datetime import date

from bestek import Chapter

from .definitions import (
    adv_object,
    all_adv,
    art_346,
    exempt_for_security,
    exempt_from_adv,
    exemption_invoked,
    in_house,
    is_mixed,
    one_with_aw2012,
    one_with_outside,
    security_exemption,
)
from .facts import adv
from .texts import ADV, ADV_STARTS, AW2012_2, AW2012_3, AW_STARTS, COURT_2025

act = Chapter(ADV)
always = Chapter(ADV, scope=None)
part_2 = Chapter(AW2012_2)
part_3 = Chapter(AW2012_3)
mixed = Chapter(AW2012_2, scope=None)
court = Chapter(COURT_2025, scope=None)

# Mixed contracts -----------------------------------------------------------------------------------------

act.applies(
    "MIX-1",
    at="2.2(1)",
    when=one_with_aw2012 & ~adv.avoidance_intent,
    nl="Is een opdracht deels ADV en deels Aanbestedingswet 2012, en zijn er objectieve redenen voor één opdracht, "
    "dan geldt de ADV voor het geheel.",
    en="Where a contract is part ADV and part Aw2012, and there are objective reasons for a single award, the ADV "
    "applies to the whole.",
)
act.exempts(
    "MIX-2",
    at="2.2(2)",
    when=one_with_outside,
    nl="Valt een deel buiten beide wetten en zijn er objectieve redenen voor één opdracht, dan geldt de ADV niet.",
    en="Where a part is outside both acts and there are objective reasons for a single award, the ADV does not apply.",
)
always.prohibits(
    "MIX-3",
    at="2.2(3)",
    also=[AW2012_2.at("2.12c(7)")],
    valid_from=ADV_STARTS,
    when=is_mixed,
    forbids=adv.avoidance_intent,
    nl="Voeg geen opdrachten samen om aan de ADV of de Aanbestedingswet 2012 te ontkomen.",
    en="Do not combine contracts to escape the ADV or the Aw2012.",
)
mixed.permits(
    "MIX-4",
    at="2.12c(2)",
    valid_from=AW_STARTS,
    when=~adv.separable & adv.mixed_with.intersects("art_346"),
    nl="Zijn de delen niet te scheiden en valt een deel onder artikel 346 VWEU, dan mag de opdracht buiten de "
    "Aanbestedingswet 2012 blijven.",
    en="Where the parts are inseparable and one is under article 346 TFEU, the contract may be placed outside the "
    "Aw2012.",
)
mixed.permits(
    "MIX-4b",
    at="2.12c(2)",
    valid_from=AW_STARTS,
    when=~adv.separable & adv_object & adv.mixed_with.intersects("aw2012") & adv.mixed_with.within("aw2012", "outside"),
    nl="Zijn de delen niet te scheiden, is er een ADV-deel en geen deel onder artikel 346 VWEU, dan mag de opdracht "
    "onder de ADV.",
    en="Where the parts are inseparable, one is for the ADV and none is under article 346 TFEU, the contract may be "
    "placed under the ADV.",
)
mixed.permits(
    "MIX-5",
    at="2.12c(3)-(4)",
    valid_from=AW_STARTS,
    when=adv.separable & is_mixed,
    nl="Zijn de delen te scheiden, dan mag ieder deel een eigen opdracht worden met een eigen regime, of mag het één "
    "opdracht blijven.",
    en="Where the parts are separable, each may become a contract with its own regime, or they may stay one contract.",
)
mixed.permits(
    "MIX-5b",
    at="2.12c(5)-(6)",
    valid_from=AW_STARTS,
    when=adv.separable & one_with_aw2012 & adv.mixed_with.within("aw2012", "outside"),
    nl="Met een ADV-deel mag de ADV voor het geheel worden gebruikt als één opdracht objectief gerechtvaardigd is; "
    "een deel onder artikel 346 VWEU gaat voor.",
    en="With an ADV part the ADV may be used for the whole if one contract is objectively justified; a part under "
    "article 346 TFEU goes first.",
)

# Exemptions --------------------------------------------------------------------------------------------------

NL_346 = "Artikel 346 VWEU blijft onverlet: een bewezen beroep daarop neemt de opdracht uit {}."
EN_346 = "Article 346 TFEU stays unaffected: a proven claim takes the contract out of {}."

act.exempts(
    "EX-1",
    at="2.1(2)",
    when=art_346,
    nl="Artikel 346 VWEU blijft onverlet, net als de artikelen 36, 51, 52 en 62: een bewezen beroep op artikel 346 neemt "
    "de opdracht uit de ADV.",
    en="Article 346 TFEU stays unaffected, and so do articles 36, 51, 52 and 62: a proven claim of article 346 takes the "
    "contract out of the ADV.",
)
part_2.exempts(
    "EX-1b",
    at="2.23(1)(a)",
    when=art_346,
    nl=NL_346.format("deel 2 van de Aanbestedingswet 2012"),
    en=EN_346.format("part 2 of the Aw2012"),
)
part_3.exempts(
    "EX-1c",
    at="3.22(1)(a)",
    when=art_346,
    nl=NL_346.format("deel 3 van de Aanbestedingswet 2012"),
    en=EN_346.format("part 3 of the Aw2012"),
)
act.exempts(
    "EX-2",
    at="2.16(a)",
    when=all_adv & adv.exemptions.intersects("disclosure") & adv.exemption_proven,
    nl="Moet de dienst bij uitvoering informatie prijsgeven en botst dat met een wezenlijk veiligheidsbelang, dan "
    "geldt de ADV niet.",
    en="Where performance would oblige the buyer to disclose information against an essential security interest, the "
    "ADV does not apply.",
)
act.exempts(
    "EX-3",
    at="2.16(b)",
    when=all_adv & adv.exemptions.intersects("intelligence"),
    nl="De ADV geldt niet voor de activiteiten van inlichtingendiensten.",
    en="The ADV does not apply to activities of intelligence services.",
)
act.exempts(
    "EX-4",
    at="2.16(c)",
    when=all_adv & adv.exemptions.intersects("joint_research"),
    nl="De ADV geldt niet voor een programma voor onderzoek en ontwikkeling van een nieuw product met ten minste één "
    "andere EU- of EER-staat.",
    en="The ADV does not apply to a research and development programme for a new product with at least one other EU "
    "or EEA state.",
)
act.exempts(
    "EX-5",
    at="2.16(d)",
    when=all_adv & adv.exemptions.intersects("deployed_forces"),
    nl="De ADV geldt niet voor een aankoop in een derde land bij troepen buiten de EU, als de operatie lokale "
    "leveranciers vraagt.",
    en="The ADV does not apply to a purchase in a third country with forces deployed outside the EU, where "
    "operations need local suppliers.",
)
act.exempts(
    "EX-6",
    at="2.16(e)(f)(g)",
    when=all_adv & adv.exemptions.intersects("international_rules"),
    nl="De ADV geldt niet voor andere procedureregels: een verdrag met een derde land, de legering van troepen of "
    "een internationale organisatie.",
    en="The ADV does not apply to other procedural rules: a treaty with a third country, stationing of forces or an "
    "international organisation.",
)
act.exempts(
    "EX-7",
    at="2.16(h)",
    when=all_adv & adv.exemptions.intersects("government_to_government"),
    nl="De ADV geldt niet voor een opdracht van een Nederlandse overheid aan een overheid van een andere staat.",
    en="The ADV does not apply to an award by a Dutch authority to an authority of another state.",
)
act.exempts(
    "EX-8",
    at="2.17",
    when=all_adv & adv.exemptions.intersects("service_type"),
    nl="De ADV geldt niet voor grond en gebouwen, arbitrage, financiële diensten behalve verzekeringen, arbeid, of "
    "onderzoek dat niet geheel voor en door de dienst is betaald.",
    en="The ADV does not apply to land and buildings, arbitration, financial services save insurance, employment, or "
    "research not wholly for and paid by the buyer.",
)
always.prohibits(
    "EX-9",
    at="2.15",
    valid_from=ADV_STARTS,
    when=exemption_invoked,
    forbids=adv.avoidance_intent,
    nl="Gebruik een uitzondering niet om aan de wet te ontkomen.",
    en="Do not use an exemption to escape the act.",
)
part_2.exempts(
    "EX-10",
    at="2.23(1)(c)",
    when=exempt_from_adv,
    nl="Is een opdracht uitgezonderd van de ADV, dan gaat deel 2 van de Aanbestedingswet 2012 niet alsnog gelden.",
    en="Where a contract is exempt from the ADV, part 2 of the Aw2012 does not revive.",
)
NL_11 = (
    "Een opdracht buiten de ADV die geheim is, bijzondere veiligheidsmaatregelen vraagt of wezenlijke belangen "
    "raakt, valt buiten {} als geen minder ingrijpende maatregel genoeg is."
)
EN_11 = (
    "A contract outside the ADV that is secret, needs special security measures or touches essential interests is "
    "outside {} if no less intrusive measure suffices."
)
part_2.exempts(
    "EX-11",
    at="2.23(1)(e)",
    also=[COURT_2025.at("r.o.")],
    when=exempt_for_security,
    nl=NL_11.format("deel 2"),
    en=EN_11.format("part 2"),
)
part_3.exempts(
    "EX-11b",
    at="3.22(1)(b)",
    when=exempt_for_security,
    nl=NL_11.format("deel 3"),
    en=EN_11.format("part 3"),
)
court.obliges(
    "EX-12",
    at="uitzondering voor veiligheid",
    valid_from=date(2025, 7, 16),
    when=security_exemption,
    demands=adv.exemption_proven,
    nl="De uitzondering om veiligheid wordt streng uitgelegd. De dienst voert aan en bewijst; een algemeen stempel "
    "geheim is niet genoeg, het gaat om deze opdracht. De rechter toetst of het redelijk is en of het anders kon.",
    en="The security exemption is read narrowly. The buyer pleads and proves; a general secrecy label is not enough, "
    "it must concern this contract. The court checks reasonableness and alternatives.",
)
mixed.advises(
    "EX-13",
    at="2.57a, 2.52a(3)(b)",
    also=[COURT_2025.at("minder ingrijpend", "inferred")],
    valid_from=AW_STARTS,
    when=security_exemption,
    nl="Weeg eerst lichtere middelen: geheimhouding eisen van inschrijvers, en een niet-elektronische weg voor zeer "
    "gevoelige informatie.",
    en="First weigh less intrusive tools: confidentiality demands on tenderers, and a non-electronic channel for "
    "highly sensitive information.",
)
part_2.exempts(
    "EX-14",
    at="2.24a",
    when=in_house,
    nl="Inbesteding valt buiten deel 2: toezicht als op een eigen dienst, meer dan 80 procent van het werk voor de "
    "dienst en geen privékapitaal.",
    en="An in-house award is outside part 2: control as over an own department, over 80 percent of the work for the "
    "controller and no private capital.",
)


RULES = [rule for chapter in (act, always, part_2, part_3, mixed, court) for rule in chapter.rules]
