"""The words that the rules share: who, which cloud, which data, and where the data are."""

from __future__ import annotations

from bestek import define, greatest, months, parameters, today
from bestek.shared import EEA
from bestek.vocabulary import buyer, contract, documents, information, procedure, service, subcontractor, supplier
from bestek.vocabulary import exit as exit_facts

from .facts import cloudpolicy
from .texts import ARCKIT, AVG, COMPLIANCOMATIC, CP26_STARTS, CP_2026, DPIA_TOOL, LETTER_DIGID, NERDS

LAW = parameters(__package__)

# Who ---------------------------------------------------------------------------------------------------------

rijksdienst = define(
    "rijksdienst",
    buyer.kind.is_in("department", "department_service", "agency"),
    nl="een departement, dienst of agentschap",
    en="a department, service or agency",
)
follows_by_choice = define(
    "follows_by_choice",
    ~buyer.kind.is_in("department", "department_service", "agency", "defence", "state_owned_company")
    & cloudpolicy.adopted,
    nl="een andere organisatie die het cloudbeleid volgt door een eigen besluit",
    en="another body that follows the cloud policy by own decision",
)

follows_policy = define(
    "follows_policy",
    rijksdienst | follows_by_choice,
    nl="een organisatie die het cloudbeleid volgt",
    en="a body that follows the cloud policy",
)

# Which cloud -------------------------------------------------------------------------------------------------

public_cloud = define(
    "public_cloud",
    (service.deployment == "public") | ((service.deployment == "hybrid") & service.in_public_part),
    nl="publieke cloud",
    en="public cloud",
)
market_cloud = define(
    "CP26-04",
    service.deployment.is_in("private", "community", "hybrid", "public"),
    nl="een cloud van een marktpartij",
    en="a market party's cloud",
    cites=[CP_2026.at("reikwijdte"), DPIA_TOOL.at("reikwijdte"), COMPLIANCOMATIC.at("reikwijdte")],
)
existing_use = define(
    "VER-3",
    service.goes_live_on < CP26_STARTS,
    nl="bestaand gebruik op 3 juli 2026",
    en="existing use on 3 July 2026",
    cites=[CP_2026.at("overgang"), NERDS.at("overgang"), DPIA_TOOL.at("overgang"), ARCKIT.at("overgang")],
)

# Which data --------------------------------------------------------------------------------------------------

state_secret = define(
    "state_secret",
    information.classification >= "confidential",
    nl="staatsgeheim",
    en="state secret",
)
heaviest_classes = define(
    "heaviest_classes",
    state_secret | (information.tbb >= "tbb3"),
    nl="staatsgeheim of TBB 1, 2 of 3",
    en="state secret or TBB 1, 2 or 3",
    cites=[LETTER_DIGID.at("3")],
)
base_registry = define(
    "base_registry",
    information.base_registry.is_in("copy", "source"),
    nl="een basisregistratie of de bron daarvan",
    en="a base registry or its source",
)
large_scale = define(
    "large_scale",
    information.personal & information.large_scale,
    nl="persoonsgegevens op grote schaal",
    en="personal data on a large scale",
)
special_categories = define(
    "special_categories",
    information.personal & information.special_categories,
    nl="bijzondere persoonsgegevens",
    en="special categories of personal data",
)
material = define(
    "CP26-06",
    service.primary_process | large_scale | (LAW("material_supporting_process") & service.supporting_process),
    nl="materieel cloudgebruik",
    en="material cloud use",
    cites=[
        CP_2026.at("4.1: kerntaak of persoonsgegevens op grote schaal"),
        ARCKIT.at("4.1: twee gronden"),
        NERDS.at("materieel gebruik"),
        DPIA_TOOL.at("4.1: ook een belangrijk ondersteunend proces"),
        COMPLIANCOMATIC.at("4.1: ook een belangrijk ondersteunend proces"),
    ],
)

# Where -------------------------------------------------------------------------------------------------------

ADEQUATE = EEA | LAW("adequacy")
ADEQUATE_FOR_SOME = ADEQUATE | LAW("adequacy_limited")

remote_access = define(
    "AVG-05",
    ~service.access_countries.within(EEA) | ~service.administration_countries.within(EEA),
    nl="toegang of beheer op afstand van buiten de EER",
    en="remote access or administration from outside the EEA",
    cites=[AVG.at("44", "secondary"), DPIA_TOOL.at("doorgifte")],
)
stored_in_eea = define(
    "stored_in_eea",
    service.storage_countries.within(EEA) & service.processing_countries.within(EEA),
    nl="opslag en verwerking alleen in de EER",
    en="storage and processing in the EEA only",
)
inside_eea = define(
    "AVG-01",
    stored_in_eea & ~remote_access,
    nl="geen doorgifte buiten de EER",
    en="no transfer outside the EEA",
    cites=[AVG.at("44")],
)
stored_adequately = define(
    "stored_adequately",
    (service.storage_countries.within(ADEQUATE) & service.processing_countries.within(ADEQUATE))
    | (
        service.storage_countries.within(ADEQUATE_FOR_SOME)
        & service.processing_countries.within(ADEQUATE_FOR_SOME)
        & cloudpolicy.adequacy_scope_checked.exists
    ),
    nl="opslag en verwerking in de EER of onder een adequaatheidsbesluit",
    en="storage and processing in the EEA or under an adequacy decision",
    cites=[AVG.at("45")],
)
accessed_adequately = define(
    "accessed_adequately",
    (service.access_countries.within(ADEQUATE) & service.administration_countries.within(ADEQUATE))
    | (
        service.access_countries.within(ADEQUATE_FOR_SOME)
        & service.administration_countries.within(ADEQUATE_FOR_SOME)
        & cloudpolicy.adequacy_scope_checked.exists
    ),
    nl="toegang en beheer vanuit de EER of onder een adequaatheidsbesluit",
    en="access and administration from the EEA or under an adequacy decision",
)
adequate = define(
    "AVG-02",
    stored_adequately & accessed_adequately,
    nl="alle doorgifte valt onder een adequaatheidsbesluit",
    en="every transfer is under an adequacy decision",
    cites=[AVG.at("45")],
)
transfer_without_adequacy = define(
    "transfer_without_adequacy",
    ~inside_eea & ~adequate,
    nl="doorgifte buiten de EER zonder adequaatheidsbesluit",
    en="a transfer outside the EEA without an adequacy decision",
)
safeguarded = define(
    "safeguarded",
    service.transfer_mechanism.is_in("scc", "bcr", "code_of_conduct", "certification"),
    nl="passende waarborgen (AVG artikel 46)",
    en="appropriate safeguards (GDPR article 46)",
    cites=[AVG.at("46")],
)
outside_jurisdiction = define(
    "outside_jurisdiction",
    ~supplier.country.is_in(EEA)
    | ~supplier.control_countries.within(EEA)
    | supplier.subcontractors.any(~subcontractor.country.is_in(EEA) | ~subcontractor.control_countries.within(EEA)),
    nl="de leverancier of een onderaannemer valt (mede) onder een jurisdictie van buiten de EER",
    en="the supplier or a subcontractor is wholly or partly under jurisdiction from outside the EEA",
)
explained_to_cio = define(
    "explained_to_cio",
    documents.dpia.exists & cloudpolicy.deviation_reported.exists,
    nl="een uitleg aan CIO Rijk, met ten minste de DPIA",
    en="an explanation to CIO Rijk, with at least the DPIA",
)

# Conditions of several parts ---------------------------------------------------------------------------------

continuity_at_risk = define(
    "continuity_at_risk",
    cloudpolicy.continuity_finding.exists,
    nl="onafhankelijk is vastgesteld dat de continuïteit anders in gevaar is",
    en="it is independently established that continuity is otherwise at risk",
)
prepared_and_tested = define(
    "prepared_and_tested",
    documents.risk_analysis.exists & exit_facts.plan.exists & exit_facts.tested_on.exists,
    nl="risicoanalyse en exitplan zijn gemaakt en getest",
    en="risk analysis and exit plan are made and tested",
)
decided_together = define(
    "decided_together",
    cloudpolicy.minister_decision.exists & cloudpolicy.digital_minister_agreement.exists,
    nl="de minister besluit in overeenstemming met de bewindspersoon voor digitalisering",
    en="the minister decides in agreement with the minister or state secretary for digitalisation",
)
both_scenarios = define(
    "both_scenarios",
    exit_facts.covers.intersects("planned") & exit_facts.covers.intersects("disruptive"),
    nl="het exitplan regelt een gepland vertrek en een plotselinge onderbreking",
    en="the exit plan covers a planned exit and a disruptive interruption",
)

# When --------------------------------------------------------------------------------------------------------

review_since = today - months(LAW("exit_review_months"))
report_since = today - months(LAW("report_months"))

reviewed_in_time = define(
    "reviewed_in_time",
    (exit_facts.reviewed_on >= review_since) | (exit_facts.plan >= review_since),
    nl="het exitplan is gemaakt of beoordeeld binnen de termijn: een jaar, of korter volgens het profiel",
    en="the exit plan was made or reviewed within the term: a year, or shorter by the profile",
)
reported_in_time = define(
    "reported_in_time",
    (cloudpolicy.annual_report >= report_since) | (service.goes_live_on >= report_since),
    nl="er is in het laatste jaar gerapporteerd, of het gebruik begon toen pas",
    en="a report was made in the last year, or use began only then",
)
exit_plan_due = define(
    "exit_plan_due",
    LAW("transition_starts") + months(LAW("transition_exit_plan_months")),
    nl="het einde van de termijn van twaalf maanden voor een exitplan",
    en="the end of the term of twelve months for an exit plan",
)
transition_over = define(
    "transition_over",
    greatest(contract.ends_on, LAW("transition_starts") + months(LAW("transition_months"))) < today,
    nl="de overgangstermijn is voorbij: vier jaar, of het contract als dat langer loopt",
    en="the transition term is over: four years, or the contract if that runs longer",
)
not_yet_signed = define(
    "not_yet_signed",
    procedure.stage < "contract",
    nl="er is nog geen contract",
    en="there is no contract yet",
)
