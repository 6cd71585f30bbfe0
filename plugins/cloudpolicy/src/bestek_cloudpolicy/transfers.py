"""AVG chapter V: transfer of personal data outside the EEA (law/cloudpolicy.md 2.6). Its definitions stand in `definitions`."""

from __future__ import annotations

from bestek import Chapter, months, today
from bestek.shared import EEA
from bestek.vocabulary import documents, service, supplier

from .definitions import LAW, inside_eea, safeguarded, transfer_without_adequacy
from .facts import cloudpolicy
from .texts import AVG, DPF_PROFILE, DPIA_TOOL

OFFICER = ("functionaris gegevensbescherming", "data protection officer")

avg = Chapter(AVG, time="today")
by_derogation = service.transfer_mechanism == "derogation"

avg.obliges(
    "AVG-03",
    at="46",
    when=transfer_without_adequacy,
    demands=safeguarded,
    unless=by_derogation,
    nl="Zonder adequaatheidsbesluit mag doorgifte alleen met passende waarborgen: een modelcontract, een gedragscode, "
    "certificering of bindende bedrijfsvoorschriften; of met een uitzondering van artikel 49.",
    en="Without an adequacy decision a transfer needs appropriate safeguards: standard clauses, a code of conduct, certification "
    "or binding corporate rules; or a derogation of article 49.",
)
avg.obliges(
    "AVG-03b",
    at="46",
    confidence="secondary",
    also=[DPIA_TOOL.at("DTIA")],
    when=transfer_without_adequacy & safeguarded,
    demands=documents.dtia.exists,
    nl="Bij doorgifte met passende waarborgen is er een DTIA.",
    en="For a transfer with appropriate safeguards there is a DTIA.",
)
avg.judged(
    "AVG-04",
    at="49",
    by=OFFICER,
    when=transfer_without_adequacy & by_derogation,
    nl="Zonder adequaatheidsbesluit en zonder waarborgen mag doorgifte alleen met een van de bijzondere uitzonderingen van "
    "artikel 49.",
    en="Without an adequacy decision and without safeguards only one of the specific derogations of article 49 allows a transfer.",
)
avg.advises(
    "AVG-05b",
    at="44",
    confidence="secondary",
    also=[DPIA_TOOL.at("doorgifte")],
    phase="award",
    when=inside_eea & ~supplier.control_countries.within(EEA),
    nl="Een leverancier onder zeggenschap van buiten de EER met de gegevens in de EER is geen doorgifte, wel een risico om vast "
    "te leggen.",
    en="A provider under control from outside the EEA with the data inside the EEA is no transfer, but a risk to record.",
)
avg.advises(
    "AVG-06",
    at="45",
    confidence="secondary",
    also=[DPF_PROFILE.at("certificering"), DPIA_TOOL.at("DTIA")],
    when=(
        service.storage_countries.intersects("US")
        | service.processing_countries.intersects("US")
        | service.access_countries.intersects("US")
        | service.administration_countries.intersects("US")
    )
    & (cloudpolicy.adequacy_scope_checked < today - months(LAW("recertification_months"))),
    nl="Een ontvanger op de lijst van het Data Privacy Framework heeft geen DTIA nodig, maar de inschrijving wordt ieder jaar "
    "vernieuwd: controleer haar opnieuw.",
    en="A recipient on the Data Privacy Framework list needs no DTIA, but the entry is renewed every year: check it again.",
)

BUYER_RULES = [rule for rule in avg.rules if not rule.of_supplier]
SUPPLIER_RULES = [rule for rule in avg.rules if rule.of_supplier]
