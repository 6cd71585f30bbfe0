"""What the rules share about one file: the day, the body, the TBB, the cloud, the stage, and which texts bind."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from bestek.vocabulary import File
from bestek_abro.facts import Abro

from .logic import Truth, both, either, meets, months_back, opposite

OFFENSIVE = frozenset(("CN", "IR", "KP", "RU"))
EEA = frozenset(
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK".split()  # as of 2020-02
)
ABRO_BODIES = frozenset(("department", "department_service", "agency", "police"))
RIJKSDIENST = frozenset(("department", "department_service", "agency", "defence"))
EXTENSION = frozenset(("zbo", "province", "municipality", "water_board"))
EXTENSION_IF_VITAL = frozenset(("public_law_body", "foundation", "private", "other"))
OWN_CHOICE = frozenset(("high_council", "other"))
MARKET = frozenset(("private", "community", "hybrid", "public"))
STORAGE = frozenset(("physical_storage", "digital_storage"))
DIGITAL = frozenset(("digital_storage", "cloud_service"))
CLOUD_SERVICE = frozenset(("cloud_service",))

TBB = {"none": 0, "tbb4": 1, "tbb3": 2, "tbb2": 3, "tbb1": 4}
FLOOR = {"departmental_confidential": 1, "confidential": 2, "secret": 3, "top_secret": 4}
STAGES = {
    stage: tuple(rank >= phase for phase in range(7))
    for rank, stage in enumerate(
        ("preparation", "publication", "selection", "award", "contract", "performance", "exit")
    )
}
NO_STAGE = (True, None, None, None, None, None, None)  # everything has reached the preparation
NOTHING = Abro.nothing()

ABRO_STARTS = date(2026, 1, 1)
ABRO_FOR_ALL = date(2028, 1, 1)
VIRBI_STARTS = date(2025, 9, 9)
ABDO_STARTS = date(2019, 11, 1)
EEA_KNOWN_FROM = date(2020, 2, 1)
TBB_METHOD_STARTS = date(2026, 6, 6)


class Binds(NamedTuple):
    """Which texts and chapters bind the file."""

    abro: Truth
    chapter3: Truth
    chapter4: Truth
    chapter5: Truth
    virbi: Truth
    abdo: Truth


class Case:
    """One file on one day."""

    __slots__ = (
        *("on", "launch", "bound", "year_ago", "quarter_ago", "file", "abro", "kind", "abro_body", "extension"),
        *("national_security", "started", "low", "high", "any_tbb", "tbb_1_to_3", "tbb_1_2", "tbb_4", "special"),
        *("public_cloud", "market_cloud", "tbb_4_cloud", "of_a_treaty", "eea"),
        *("publication", "selection", "award", "contract", "performance", "exit", "binds"),
    )

    def __init__(self, file: File, on: date) -> None:
        self.file = file
        self.on = on
        self.year_ago = months_back(on, 12)
        self.quarter_ago = months_back(on, 3)
        self.abro = file.extensions.get("abro", NOTHING)
        self._days()
        self._who()
        self._what()
        self.binds = self._binds()

    def _days(self) -> None:
        """The launch fixes the law. A launch that is not known lies on or before `bound`."""
        procedure = self.file.procedure
        launch = procedure.launched_on
        if launch is None and procedure.stage == "preparation":
            launch = self.on
        self.launch = launch
        self.bound = min(day for day in (self.on, procedure.published_on, procedure.awarded_on) if day)
        self.eea = EEA if (launch or self.bound) >= EEA_KNOWN_FROM else None
        reached = NO_STAGE if procedure.stage is None else STAGES[procedure.stage]
        _, self.publication, self.selection, self.award, self.contract, self.performance, self.exit = reached

    def _who(self) -> None:
        buyer, abro = self.file.buyer, self.abro
        kind = self.kind = buyer.kind
        self.national_security = self.file.risk.national_security
        self.abro_body = None if kind is None else kind in ABRO_BODIES
        if kind is None:
            self.extension = None
        elif kind in EXTENSION_IF_VITAL:
            self.extension = buyer.vital_provider
        else:
            self.extension = kind in EXTENSION
        start = abro.start_date
        self.started = None if start is None or self.launch is None else start <= self.launch

    def _what(self) -> None:
        self._tbb()
        service = self.file.service
        deployment = service.deployment
        if deployment is None:
            self.market_cloud = self.public_cloud = None
        else:
            self.market_cloud = deployment in MARKET
            self.public_cloud = service.in_public_part if deployment == "hybrid" else deployment == "public"
        self.tbb_4_cloud = both(self.tbb_4, self.market_cloud)
        self.of_a_treaty = meets(self.file.information.origin, TREATY)
        self.special = both(self.national_security, self.any_tbb)

    def _tbb(self) -> None:
        """The TBB as decided, with the classification as its floor once the method is there; `low` is certain."""
        information = self.file.information
        if information.tbb is None:
            low, high = 0, 4
        else:
            low = high = TBB[information.tbb]
        if self.on >= TBB_METHOD_STARTS:
            if information.classification is None:
                high = 4
            else:
                floor = FLOOR.get(information.classification, 0)
                low, high = max(low, floor), max(high, floor)
        self.low, self.high = low, high
        self.any_tbb = self.tbb_at_least(1)
        self.tbb_1_to_3 = self.tbb_at_least(2)
        self.tbb_1_2 = self.tbb_at_least(3)
        self.tbb_4 = self.tbb_is(1)

    def tbb_at_least(self, rank: int) -> Truth:
        """The TBB is this heavy or heavier."""
        if self.low >= rank:
            return True
        return False if self.high < rank else None

    def tbb_is(self, rank: int) -> Truth:
        """The TBB is this one."""
        if self.low == self.high:
            return self.low == rank
        return None if self.low <= rank <= self.high else False

    # Which texts bind -------------------------------------------------------------------------------------

    def _binds(self) -> Binds:
        virbi = False if self.on < VIRBI_STARTS else None if self.kind is None else self.kind in RIJKSDIENST
        abro = self._abro_binds()
        if abro is False:
            return Binds(False, False, False, False, virbi, self._abdo_binds())
        application, market = self.abro.application, self.market_cloud
        no_cloud = None if market is None else self.file.service.deployment in ("none", "on_premises")
        chapter5 = either(market, both(meets(application, CLOUD_SERVICE), opposite(no_cloud)))
        return Binds(
            abro,
            both(abro, meets(application, STORAGE)),
            both(abro, either(meets(application, DIGITAL), market)),
            both(abro, chapter5),
            virbi,
            self._abdo_binds(),
        )

    def _abro_binds(self) -> Truth:
        """ABRO applies where a row brings the file in and none takes it out."""
        launch, kind, risk = self.launch, self.kind, self.national_security
        if (launch or self.bound) < ABRO_STARTS:
            return False
        for_all = launch >= ABRO_FOR_ALL if launch else None if self.bound >= ABRO_FOR_ALL else False
        if kind is None:
            for_some = both(risk, either(either(self.started, self.abro.adopted), for_all))
            inside = False if for_some is False else None
        elif self.abro_body:
            inside = both(risk, either(self.started, for_all))
        elif kind == "defence":
            inside = both(risk, self.started)
        elif kind in OWN_CHOICE:
            inside = both(risk, self.abro.adopted)
        else:
            inside = False
        if inside is False:
            return False
        return both(inside, opposite(self._exempt()))

    def _exempt(self) -> Truth:
        kind, own_measures = self.kind, self.file.risk.buyer_can_mitigate
        if own_measures == "yes" or kind == "state_owned_company" or self.extension:
            return True
        unsure = own_measures is None or kind is None or self.extension is None
        if self.abro_body is not False:
            later = both(self.abro_body, both(opposite(self.started), self._in_transition()))
            running = both(self.abro_body, both(self._running_when_started(), opposite(self.abro.adopted)))
            if later or running:
                return True
            unsure = unsure or later is None or running is None
        return None if unsure else False

    def _in_transition(self) -> Truth:
        if self.launch is None:
            return None if self.bound >= ABRO_STARTS else False
        return ABRO_STARTS <= self.launch < ABRO_FOR_ALL

    def _running_when_started(self) -> Truth:
        """The tender project was running when the organisation began with ABRO."""
        start, began = self.abro.start_date, self.file.procedure.project_started_on or self.launch
        return None if start is None or began is None else began < start

    def _abdo_binds(self) -> Truth:
        """A running contract of Defence, launched before its switch to ABRO."""
        if (self.kind is not None and self.kind != "defence") or (self.launch or self.bound) < ABDO_STARTS:
            return False
        defence = None if self.kind is None else True
        return both(defence, both(self.abro.abdo_contract, opposite(self.started)))


TREATY = frozenset(("nato", "eu", "esa"))
