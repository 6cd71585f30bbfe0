"""The decision table: which regime (law/adv.md 3, D0 to D11).

D1 (a limb of "sensitive" is not known) needs no row: a row above which something is unknown leaves the class open.
"""

from __future__ import annotations

from bestek import Chapter, first_match, kinds
from bestek.vocabulary import buyer, procedure

from .definitions import (
    adv_threshold,
    all_adv,
    art_346,
    authority,
    classic_threshold,
    exempt_for_security,
    exempt_from_adv,
    in_house,
    is_mixed,
    one_with_aw2012,
    one_with_outside,
    sector_threshold,
)
from .facts import adv
from .texts import ADV, AW2012_1, AW2012_2, AW2012_3, THRESHOLDS

regime = kinds(
    "adv.regime",
    {
        "none": ("geen aanbestedingswet", "no procurement act"),
        "art_346": ("artikel 346 VWEU", "article 346 TFEU"),
        "outside": ("uitgezonderd", "exempt"),
        "below_adv": ("ADV-opdracht onder de drempel", "ADV contract below the threshold"),
        "adv": ("ADV", "ADV"),
        "split": ("splitsen, en per deel opnieuw bepalen", "split, and decide again for each part"),
        "aw2012_3": ("Aanbestedingswet 2012, deel 3", "Aw2012, part 3"),
        "aw2012_2": ("Aanbestedingswet 2012, deel 2", "Aw2012, part 2"),
        "below_aw2012": ("onder de Europese drempel", "below the European threshold"),
    },
    nl="Regime",
    en="Regime",
)

table = Chapter(ADV, scope=None)

table.classifies(
    "D0-D11",
    at="1.1, 2.1-2.3, 2.16-2.17",
    also=[
        AW2012_2.at("2.1-2.3, 2.12c, 2.23, 2.24a"),
        AW2012_3.at("2.12(1), 3.22"),
        AW2012_1.at("1.4, 1.11-1.16"),
        THRESHOLDS.at("2009/81, 2014/24, 2014/25"),
    ],
    of=regime,
    table=first_match(
        [
            (~authority, "none"),  # D0
            (art_346, "art_346"),  # D2
            (exempt_from_adv, "outside"),  # D3
            (one_with_outside, "outside"),  # MIX-2
            (all_adv & ~adv_threshold, "below_adv"),  # D4
            (all_adv, "adv"),  # D5: D4 failed, so the threshold is reached
            (one_with_aw2012 & ~adv.avoidance_intent, "adv"),  # D6
            (is_mixed & ~adv.single_award_justified & adv.separable, "split"),  # D7
            (exempt_for_security, "outside"),  # D8
            (buyer.special_sector & sector_threshold, "aw2012_3"),  # D9
            (in_house, "outside"),  # EX-14
            (~buyer.special_sector & classic_threshold, "aw2012_2"),  # D10
            (authority, "below_aw2012"),  # D11
        ]
    ),
    nl="Het regime volgt uit de koper, het voorwerp, de uitzonderingen en de waarde, in deze volgorde.",
    en="The regime follows from the buyer, the object, the exemptions and the value, in this order.",
)
table.advises(
    "D0-D11b",
    at="1.1, 2.1-2.3",
    confidence="inferred",
    when=procedure.regime.is_in("adv"),
    nl="De inkopende organisatie noemt de ADV als regime. Of de ADV bindt volgt uit de opdracht zelf: leg de band met "
    "gerubriceerde gegevens en het veiligheidsdoel vast.",
    en="The buyer names the ADV as its regime. Whether the ADV binds follows from the contract itself: record the "
    "link with classified information and the security purpose.",
)
table.advises(
    "D0-D11c",
    at="1.1, 2.1-2.3",
    confidence="inferred",
    when=((procedure.regime == "adv") & ~regime.is_in("adv"))
    | ((procedure.regime == "aw2012") & ~regime.is_in("aw2012_2", "aw2012_3", "below_aw2012"))
    | ((procedure.regime == "exempt") & ~regime.is_in("none", "art_346", "outside")),
    nl="Het regime dat de inkopende organisatie noemt is een ander dan het regime dat uit de opdracht volgt.",
    en="The regime that the buyer names is another than the one that follows from the contract.",
)

# Which part of the Aanbestedingswet 2012 ---------------------------------------------------------------------

part_1, part_2, part_3 = Chapter(AW2012_1), Chapter(AW2012_2), Chapter(AW2012_3)

part_3.applies(
    "D9",
    at="2.12(1), 3.x",
    also=[THRESHOLDS.at("2014/25")],
    when=regime == "aw2012_3",
    nl="Deel 3 geldt voor een speciale-sectorbedrijf vanaf de drempel van Richtlijn 2014/25.",
    en="Part 3 applies to a special-sector company from the threshold of Directive 2014/25.",
)
part_2.applies(
    "D10",
    at="2.1-2.3",
    also=[THRESHOLDS.at("2014/24")],
    when=regime == "aw2012_2",
    nl="Deel 2 geldt vanaf de drempel van Richtlijn 2014/24: een lagere voor de centrale overheid, een hogere voor "
    "anderen, en eigen drempels voor werken en sociale diensten.",
    en="Part 2 applies from the threshold of Directive 2014/24: a lower one for central government, a higher one for "
    "others, and thresholds of their own for works and social services.",
)
part_1.applies(
    "D11",
    at="1.4, 1.11-1.16",
    when=regime.is_in("aw2012_2", "aw2012_3", "below_aw2012"),
    nl="Deel 1, met de Gids Proportionaliteit, geldt ook onder de Europese drempel: nationale aankondiging of ten "
    "minste twee uitgenodigde bedrijven.",
    en="Part 1, with the Gids Proportionaliteit, also applies below the European threshold: a national notice, or at "
    "least two invited companies.",
)

RULES = [rule for chapter in (table, part_1, part_2, part_3) for rule in chapter.rules]
