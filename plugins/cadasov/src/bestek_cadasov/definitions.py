"""The words that the rules of the four subjects share."""

from __future__ import annotations

from bestek import days, define, months, today
from bestek.shared import EU
from bestek.vocabulary import buyer, service, subcontractor, supplier
from bestek.vocabulary import exit as exit_terms

from .facts import cada, data_act
from .parameters import LAW
from .texts import CADA, DATA_ACT

# Who -------------------------------------------------------------------------------------------------------------

contracting_authority = define(
    "contracting_authority",
    buyer.kind.is_in(
        "department",
        "department_service",
        "agency",
        "police",
        "defence",
        "zbo",
        "high_council",
        "province",
        "municipality",
        "water_board",
        "public_law_body",
    )
    | buyer.contracting_authority,
    nl="een aanbestedende dienst",
    en="a contracting authority",
)
central_government = define(
    "central_government",
    buyer.kind.is_in("department", "department_service", "agency"),
    nl="een departement, dienst of agentschap",
    en="a department, service or agency",
)
the_state = define(
    "the_state",
    buyer.kind.is_in("department", "department_service", "agency", "police", "defence", "high_council", "union_entity"),
    nl="een orgaan van de Staat of van de Unie",
    en="a body of the State or of the Union",
)

# Control ---------------------------------------------------------------------------------------------------------

third_country_control = define(
    "CADA-30",
    ~supplier.control_countries.within(EU),
    nl="onder zeggenschap (beslissende invloed) van een derde land",
    en="under the control (decisive influence) of a third country",
    cites=[CADA.at("2(21)")],
)
associated_control = define(
    "CADA-32",
    supplier.control_countries.within(EU | LAW("cada_associated_countries")),
    nl="onder zeggenschap van landen van de Unie of geassocieerde derde landen, die aan alle zes voorwaarden voldoen",
    en="under the control of countries of the Union or associated third countries, which meet all six conditions",
    cites=[CADA.at("18(1)")],
)
us_control = define(
    "us_control",
    supplier.control_countries.intersects("US"),
    nl="de leverancier staat onder Amerikaanse zeggenschap",
    en="the supplier is under US control",
)
us_control_in_chain = define(
    "us_control_in_chain",
    us_control | supplier.subcontractors.any(subcontractor.control_countries.intersects("US")),
    nl="de leverancier of een onderaannemer staat onder Amerikaanse zeggenschap",
    en="the supplier or a subcontractor is under US control",
)

# What ------------------------------------------------------------------------------------------------------------

cloud_computing = define(
    "CADA-03",
    cada.cloud_service,
    nl="een cloudcomputingdienst",
    en="a cloud computing service",
    cites=[CADA.at("2(1)")],
)
buys_cloud = define(
    "buys_cloud",
    cloud_computing & cada.exclusive_use,
    nl="een cloudcomputingdienst voor alleen eigen gebruik",
    en="a cloud computing service for exclusive use",
    cites=[CADA.at("30(1)")],
)
derogation_holds = define(
    "derogation_holds",
    cada.derogation_reasoned
    & (
        cada.derogation.is_in("no_tenders_before", "disproportionate_cost")
        | ((cada.derogation == "nothing_available") & cada.not_narrowed)
    ),
    nl="er is een geldige afwijking",
    en="a derogation holds",
    cites=[CADA.at("30(4)")],
)
custom_built = define(
    "custom_built",
    service.custom_built & ~data_act.in_catalogue,
    nl="vooral voor één klant gebouwd en niet in het gewone aanbod",
    en="mostly built for one customer and not in the catalogue",
    cites=[DATA_ACT.at("31(1)")],
)

# Leaving ---------------------------------------------------------------------------------------------------------

move_done = define(
    "move_done",
    today + months(exit_terms.transition),
    nl="de dag waarop een overstap die nu begint echt klaar is",
    en="the day on which a move that starts now is really done",
)
statutory_end = define(
    "statutory_end",
    today + months(LAW("switching_notice_months")) + days(LAW("switching_days")),
    nl="het einde van de langste opzegtermijn en overstapperiode van de Data Act",
    en="the end of the Data Act's longest notice and transitional period",
    cites=[DATA_ACT.at("25(2)(a), (d)")],
)
contract_end = define(
    "contract_end",
    today + months(exit_terms.notice) + days(exit_terms.switching_days),
    nl="het einde van opzegtermijn en overstapperiode in het contract",
    en="the end of notice and transitional period in the contract",
)
unfeasible = define(
    "unfeasible",
    (data_act.unfeasible_notice <= LAW("unfeasible_notice_days"))
    & (data_act.unfeasible_months <= LAW("unfeasible_months")),
    nl="de leverancier meldde op tijd dat 30 dagen technisch niet kan, met een periode van hooguit zeven maanden",
    en="the provider said in time that 30 days is technically unfeasible, with a period of at most seven months",
    cites=[DATA_ACT.at("25(4)")],
)
