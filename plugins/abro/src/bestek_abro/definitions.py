"""The words that ABRO's rules share: who is bound, which TBB, what a cloud is."""

from __future__ import annotations

from bestek import define, launched, level
from bestek.vocabulary import buyer, information, procedure, risk, service

from .facts import abro, subcontractor_abro
from .texts import ABRO_2026, FRAMEWORK_DECISION, LETTER_DIGID, LETTER_NS

# Who ---------------------------------------------------------------------------------------------------------

abro_body = define(
    "abro_body",
    buyer.kind.is_in("department", "department_service", "agency", "police"),
    nl="een departement, dienst, agentschap of de politie",
    en="a department, service, agency or the police",
    cites=[LETTER_NS.at("13")],
)
rijksdienst = define(
    "rijksdienst",
    buyer.kind.is_in("department", "department_service", "agency", "defence"),
    nl="een onderdeel van de rijksdienst",
    en="a part of central government (rijksdienst)",
)
started = define(
    "started",
    abro.start_date <= launched,
    nl="de organisatie paste ABRO al toe bij de start van de aanbesteding",
    en="the organisation applied ABRO by the launch of the tender",
    cites=[LETTER_NS.at("13")],
)
running_when_started = define(
    "running_when_started",
    procedure.project_started_on < abro.start_date,
    nl="het aanbestedingsproject liep al toen de organisatie begon met ABRO",
    en="the tender project was running when the organisation began with ABRO",
    cites=[LETTER_NS.at("13")],
)
extension_in_preparation = define(
    "extension_in_preparation",
    buyer.kind.is_in("zbo", "province", "municipality", "water_board")
    | (buyer.kind.is_in("public_law_body", "foundation", "private", "other") & buyer.vital_provider),
    nl="een zbo, provincie, gemeente, waterschap of vitale aanbieder",
    en="a zbo, province, municipality, water board or vital provider",
    cites=[LETTER_NS.at("13")],
)

# What --------------------------------------------------------------------------------------------------------

tbb = level(
    "abro.tbb",
    information.tbb,
    decided_by=information.tbb,
    nl="Te Beschermen Belang (TBB)",
    en="Interest to be protected (TBB)",
)
any_tbb = define("any_tbb", tbb >= "tbb4", nl="er is een TBB", en="there is a TBB")
special_contract = define(
    "APP-06",
    risk.national_security & any_tbb,
    nl="een bijzondere opdracht",
    en="a special contract",
    cites=[FRAMEWORK_DECISION.at("1")],
)
tbb_1_to_3 = define("tbb_1_to_3", tbb >= "tbb3", nl="TBB 1, 2 of 3", en="TBB 1, 2 or 3")
tbb_1_2 = define("tbb_1_2", tbb >= "tbb2", nl="TBB 1 of 2", en="TBB 1 or 2")
tbb_1 = define("tbb_1", tbb == "tbb1", nl="TBB 1", en="TBB 1")
tbb_3 = define("tbb_3", tbb == "tbb3", nl="TBB 3", en="TBB 3")
tbb_4 = define("tbb_4", tbb == "tbb4", nl="TBB 4", en="TBB 4")
special_information = define(
    "special_information",
    information.classification >= "departmental_confidential",
    nl="bijzondere informatie",
    en="special information",
)
state_secret = define(
    "state_secret",
    information.classification >= "confidential",
    nl="staatsgeheim",
    en="state secret",
)
of_a_treaty = define(
    "of_a_treaty",
    information.origin.intersects("nato", "eu", "esa"),
    nl="informatie van de NAVO, EU of ESA",
    en="information of NATO, EU or ESA",
)

# Where -------------------------------------------------------------------------------------------------------

public_cloud = define(
    "public_cloud",
    (service.deployment == "public") | ((service.deployment == "hybrid") & service.in_public_part),
    nl="publieke cloud",
    en="public cloud",
    cites=[ABRO_2026.at("5.1.1"), LETTER_DIGID.at("3")],
)
market_cloud = define(
    "market_cloud",
    service.deployment.is_in("private", "community", "hybrid", "public"),
    nl="een cloud van een marktpartij",
    en="a market party's cloud",
)
no_cloud = define(
    "no_cloud",
    service.deployment.is_in("none", "on_premises"),
    nl="geen cloud",
    en="no cloud",
)

# The chain ---------------------------------------------------------------------------------------------------

counts_as_subcontractor = define(
    "SUB-05",
    subcontractor_abro.touches_tbb | subcontractor_abro.poses_risk,
    nl="telt als onderaannemer",
    en="counts as a subcontractor",
    cites=[ABRO_2026.at("1.5.5")],
)
