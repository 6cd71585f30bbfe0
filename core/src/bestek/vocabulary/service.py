"""The service that is bought."""

from __future__ import annotations

from ..facts import choice, choices, countries, day, flag, text
from ..group import Group

_BUYER = ("inkopende organisatie", "buyer")
_COUNTRY_HELP = (
    "Met back-ups, metadata, telemetrie en hulp op afstand",
    "Incl. back-ups, metadata, telemetry and remote support",
)


class Service(Group, at="service", nl="De dienst", en="The service"):
    """What is demanded or bought."""

    name = text(nl="Naam van de dienst", en="Name of the service")
    deployment = choice(
        {
            "none": ("geen hosting of verwerking", "hosts and processes nothing"),
            "on_premises": ("eigen datacentrum", "on premises"),
            "government": ("cloud van de overheid", "government cloud"),
            "private": ("private cloud", "private cloud"),
            "community": ("gemeenschappelijke cloud", "community cloud"),
            "hybrid": ("hybride cloud", "hybrid cloud"),
            "public": ("publieke cloud", "public cloud"),
        },
        nl="Vorm van levering",
        en="Deployment",
        help=(
            "Privaat, gemeenschappelijk, hybride en publiek zijn vormen van een marktpartij",
            "Private, community, hybrid and public are forms of a market party",
        ),
    )
    in_public_part = flag(
        nl="Bij hybride: de informatie staat (ook) in het publieke deel",
        en="Hybrid: the information is (also) in the public part",
    )
    model = choice(
        {
            "iaas": ("infrastructuur (IaaS)", "infrastructure (IaaS)"),
            "paas": ("platform (PaaS)", "platform (PaaS)"),
            "saas": ("software (SaaS)", "software (SaaS)"),
            "managed": ("beheer", "managed service"),
            "other": ("anders", "other"),
        },
        nl="Dienstmodel",
        en="Service model",
    )
    applications = choices(
        {
            "email": ("e-mail", "e-mail"),
            "documents": ("documenten", "documents"),
            "workplace": ("werkplek", "workplace"),
            "identity": ("identiteit en inloggen", "identity"),
            "registry": ("registratie", "registry"),
            "other": ("anders", "other"),
        },
        nl="Toepassingen",
        en="Applications",
    )
    primary_process = flag(nl="Hoort bij het primaire proces of een kerntaak", en="Serves a core task", judge=_BUYER)
    supporting_process = flag(
        nl="Hoort bij een belangrijk ondersteunend proces", en="Serves an important supporting process", judge=_BUYER
    )
    small_or_temporary = flag(nl="Is klein of tijdelijk", en="Is small or temporary", judge=_BUYER)
    custom_built = flag(nl="Is vooral voor deze klant gebouwd", en="Is mostly built for this customer", judge=_BUYER)
    storage_countries = countries(
        nl="Landen waar de gegevens worden opgeslagen", en="Countries of storage", help=_COUNTRY_HELP
    )
    processing_countries = countries(
        nl="Landen waar de gegevens worden verwerkt", en="Countries of processing", help=_COUNTRY_HELP
    )
    access_countries = countries(
        nl="Landen van waaruit de gegevens toegankelijk zijn", en="Countries of access", help=_COUNTRY_HELP
    )
    administration_countries = countries(
        nl="Landen van waaruit het beheer plaatsvindt", en="Countries of administration", help=_COUNTRY_HELP
    )
    transfer_mechanism = choice(
        {
            "none_needed": ("niet nodig", "none needed"),
            "adequacy": ("adequaatheidsbesluit", "adequacy decision"),
            "scc": ("modelcontract (SCC)", "standard contractual clauses"),
            "bcr": ("bindende bedrijfsvoorschriften (BCR)", "binding corporate rules"),
            "code_of_conduct": ("gedragscode", "code of conduct"),
            "certification": ("certificering", "certification"),
            "derogation": ("uitzondering van AVG artikel 49", "derogation of GDPR article 49"),
            "none": ("geen", "none"),
        },
        nl="Grondslag voor doorgifte (AVG)",
        en="Transfer mechanism (GDPR)",
    )
    encrypted_at_rest = flag(nl="Opgeslagen gegevens zijn versleuteld", en="Encrypted at rest")
    encrypted_in_transit = flag(nl="Verzonden gegevens zijn versleuteld", en="Encrypted in transit")
    key_holder = choice(
        {
            "buyer": ("de inkopende organisatie", "the buyer"),
            "declared_third_party": ("een derde met ABRO-verklaring", "a third party with an ABRO declaration"),
            "certified_third_party": ("een gecertificeerde derde", "a certified third party"),
            "third_party": ("een andere derde", "another third party"),
            "provider": ("de leverancier", "the provider"),
            "none": ("niemand: er is geen versleuteling", "nobody: there is no encryption"),
        },
        nl="Wie de sleutels beheert",
        en="Who holds the keys",
    )
    goes_live_on = day(
        nl="Ingebruikname",
        en="First use",
        help=(
            "Gepland of geweest; voor het begin van een regel is het bestaand gebruik",
            "Planned or past; before a rule's start it is existing use",
        ),
        can_follow=True,
    )
