"""Every class of figure, planted: exact offsets, substring, value, bounds, unit, qualifier, and what is said of it."""

from __future__ import annotations

from datetime import date

import pytest

from readout.corpus import Article
from readout.extract import FigureMention, extract
from tests.extract.figuregold import Planted, figures_of, read_cases

CASES = list(read_cases())


@pytest.mark.parametrize(("text", "planted"), CASES, ids=[text[:60] for text, _ in CASES])
def test_planted(text: str, planted: list[Planted]) -> None:
    found = figures_of(text)
    assert [f.surface for f in found] == [p.surface for p in planted]
    at = 0
    for f, p in zip(found, planted, strict=True):
        at = text.index(p.surface, at)
        assert (f.begin, f.end) == (at, at + len(p.surface))
        for got, due in ((f.value, p.value), (f.low, p.low), (f.high, p.high)):
            assert got == (due if due is None else pytest.approx(due, rel=1e-3))
        assert (f.unit, f.qualifier) == (p.unit, p.qualifier)
        assert p.of is None or f.of == p.of
        at = f.end


def read(text: str) -> list[FigureMention]:
    """The figures of an article of 6 May 2026 (a Wednesday)."""
    return list(extract(Article(id="a", path="a.txt", text=text, published=date(2026, 5, 6))).figures)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The ferry carried 90 passengers, according to the coast guard.", "the coast guard"),
        ("The interior ministry said 90 passengers were safe.", "the interior ministry"),
        ("Norway's rail union says its 4,000 drivers may strike.", "Norway's rail union"),
        ("The ferry carried 90 passengers, said Governor Ana Pereira.", "Ana Pereira"),
        ("Ana Pereira, the governor of the province, said 90 passengers were safe.", "Ana Pereira"),
        ("Governor Ana Pereira went to the port. The ferry carried 90 passengers, she said.", "Ana Pereira"),
        ("Ana Pereira said the ferry sank. She also said 90 passengers were safe.", "Ana Pereira"),
        ("Ana Pereira said the ferry sank. The list also names 12 sailors.", "Ana Pereira"),
        ("Ana Pereira said the ferry sank. By her account 12 sailors are missing.", "Ana Pereira"),
        ("The ferry carried 90 passengers.", None),
        ("Ana Pereira said the ferry sank.\nThe ferry carried 90 passengers.", None),
        ("Some 90 passengers said they were cold.", None),
        ("“We lost 40 boats. It is a bad year,” said Ana Pereira, a skipper.", "Ana Pereira"),
        ('"We lost 40 boats. It is a bad year," said Ana Pereira, a skipper.', "Ana Pereira"),
        ("The port lost 40 boats. “It is a bad year,” said Ana Pereira, a skipper.", None),
        ("Nordsee's ferries and Nordsee's crews rest. It has 90 sailors, the company says.", "Nordsee"),
        ("Nordsee's ferries meet Westline's ferries. It has 90 sailors, the company says.", "the company"),
        (
            "Some 90 passengers were safe, the regional governor, Ana Pereira, wrote on Facebook.",
            "Ana Pereira",
        ),
        ("Arla will tax 90 goods, a month after the mayor announced the plan.", None),
        ("The plan would close 90 mills, though the owner has insisted that nobody has to go.", None),
        ("Excluding the recently confirmed cases, 90 patients were at home.", None),
        ("All new confirmed cases were found in two mills.", None),
        (
            "The fire took 90 barns, according to union figures based on a survey.",
            "union figures",
        ),
        ("Some 90 barns burned, reported the Olna Courier citing an official.", "the Olna Courier"),
    ],
)
def test_who_says_so(text: str, source: str | None) -> None:
    assert [f.attribution for f in read(text)] == [source]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("The army put the losses at 40, doctors at more than 60.", ["the army", "doctors"]),
        ("The storm hit 90 homes; 40 boats sank, the mayor said.", ["the mayor", "the mayor"]),
        ("The storm hit 90 homes; the coast guard said 40 boats sank.", [None, "the coast guard"]),
        ("The coast guard said 40 boats sank; 90 homes fell.", ["the coast guard", None]),
        ("The storm hit 90 homes, according to the mayor of Olna, Ana Pereira.", ["Ana Pereira"]),
        ("The storm hit 90 homes, according to the mayor of Olna.", ["the mayor of Olna"]),
        ("It would cost between $2 billion and $3 billion, three officials said.", ["three officials", None]),
        ("Chile, which leads the group, asked for a fund of at least $20 billion.", ["Chile"]),
        ("The union demanded 9% but got 4%.", ["the union", None]),
        ("The union, which speaks for them, rejected an offer of 9%.", [None]),
        ("Drivers were offered 9%.", [None]),
        ("The union wants a 9% raise; insurers put the loss at $2 billion.", ["the union", "insurers"]),
        ("Some 90 homes fell, according to a first count by the coast guard.", ["the coast guard"]),
        ("Some 90 people fled their homes, the United Nations said on Monday.", ["the United Nations"]),
        ("Crews put out 90 fires, Ana Pereira said; a further 40 burn.", ["Ana Pereira", "Ana Pereira"]),
        ("Ana Pereira, the harbour master, who was ill, put the loss at $2 billion.", ["Ana Pereira"]),
        ("Ana Pereira, the coast guard said, lost $2 billion.", ["the coast guard"]),
        ("Ana Pereira, who leads 90 crews, said 40 boats sank.", [None, "Ana Pereira"]),
        (
            "Col Ana Pereira came. A doctor at the port said that she had counted 90 wrecks.",
            ["a doctor at the port"],
        ),
        ("The junta says that 90 boats sank.", ["the junta"]),
        ("The Olna Port Board (OPB) will meet again. Some 90 boats sank, it said.", ["the Olna Port Board"]),
        ("Under the new rules of Olna, boats will pay. Some 90 boats sank, it said.", [None]),
        ("Ana Pereira came to the port and promised $2 billion.", ["Ana Pereira"]),
        ("Ana Pereira said the offer was poor. Her members want 9%.", ["Ana Pereira"]),
        ('"It is bad," Ana Pereira said on Monday. "We lost 40 boats."', ["Ana Pereira"]),
        (
            "A group of ports had asked for $2 billion, and Ana Pereira told us it was late.",
            ["a group of ports"],
        ),
        ("An estimated 90 people live in 40 tents.", [None, None]),
        ("He faces 12 counts of fraud.", [None]),
        ("I want 12 boats.", [None]),
        ("Some 90 boats sank, said Olna spokesman at noon.", ["Olna spokesman"]),
        ("They want a raise which the ministry said would cost $90.", ["the ministry"]),
        ("Fires burned 90 boats, and the port warned that more may burn.", [None]),
        ("They looked for 90 boats as forecasters warned of a storm.", [None]),
        ("Olna County alone, the worst hit, reported 90 wrecks.", ["Olna County"]),
        ("The ferry firm Nordsee today said 90 boats sank.", ["the ferry firm Nordsee"]),
        ("Some 90 boats sank, said Olna spokesman following the storm.", ["Olna spokesman"]),
        ("The mayor Ana Pereira who led the crews in the storm said 90 boats sank.", ["Ana Pereira"]),
        ("Ana Pereira, chief executive, told analysts that it had 40 boats.", ["Ana Pereira"]),
        ("The union wants 9% and asked for a bonus of $200.", ["the union", "the union"]),
        ("According to the pilots' union the true toll is nine.", ["the pilots' union"]),
        ("According to the head of the union the toll is nine.", ["the head of the union"]),
        (
            "According to the pilots' union the toll is nine. It says that two boats sank.",
            ["the pilots' union", "the pilots' union"],
        ),
        ("Some 90 wrecks have been reported by the coast guard.", ["the coast guard"]),
        ("The raid, which sank 90 boats and was claimed by the rebels, went on.", [None]),
        ("Arla has counted 34 dead, which makes 61 in all.", ["Arla", None]),
        ("The union counted 9,600 strikers, the firm about 7,100.", ["the union", "the firm"]),
        ("The union counted 9,600 strikers, the highest number in 40 years.", ["the union"]),
        (
            "A convoy of 14 boats came, paid with a grant of $2 million that the envoy, Ana Pereira, announced.",
            [None, "Ana Pereira"],
        ),
        ("The minister, Ana Pereira, lowered her count of wrecks to 90.", ["Ana Pereira"]),
        ("Ana Pereira came. She also revised the number of wrecks to 90.", ["Ana Pereira"]),
        ("Nordsee Ferries added 2.3 per cent.", [None]),
        (
            "At least 90 homes fell, according to the harbour warden, Ana Pereira; the coast guard says 70.",
            ["Ana Pereira", "the coast guard"],
        ),
        (
            "Some 900 people marched by the town's estimate, 1,200 by that of the organizers.",
            ["the town", "the organizers"],
        ),
        ("The flood sank 90 boats by the government's own reckoning.", ["the government"]),
        ("The port was shut. It had earlier put the number of wrecks at 90.", [None]),
        ("Minister Ana Pereira flew in with Mayor Max Stein and announced $25,000.", ["Ana Pereira"]),
        ("Opposing the plea, Ana Pereira submitted that only 90 boats sank.", ["Ana Pereira"]),
        ("Ana Pereira held 90 boats.", [None]),
        (
            '"I saw it," said Ana Pereira.\nThe Olna Port Board, however, said it had 90 boats.',
            ["the Olna Port Board"],
        ),
        ("The pathologist, Dr Ana Pereira, certified 40 deaths.", ["Ana Pereira"]),
    ],
)
def test_who_says_which(text: str, sources: list[str | None]) -> None:
    assert [f.attribution for f in read(text)] == sources


@pytest.mark.parametrize(
    ("text", "as_of"),
    [
        ("As of Monday evening, 90 homes had no water.", ("2026-05-04TEV", "stated")),
        ("The blast killed 90 goats on Monday.", ("2026-05-04", "event")),
        ("Some 90 homes had no water as of Monday, the mayor said.", ("2026-05-04", "stated")),
        ("The storm hit 90 homes at 3.36 a.m. on Monday.", ("2026-05-04", "event")),
        ("Since Monday 90 homes are cut off.", ("2026-05-06", "published")),
        ("Some 90 homes are still cold after Monday's blast.", ("2026-05-06", "published")),
        ("The treaty gave 90 acres to Olna under the Act of 1987.", ("2026-05-06", "published")),
        ("It was the worst flood since 1987, when 40 farmers died.", ("1987", "event")),
        ("The pit lost 40 miners in 1987.", ("1987", "event")),
        ("The pit lost 40 miners in the past year.", ("2026-05-06", "published")),
        ("The pit lost 40 miners since the start of 1987.", ("2026-05-06", "published")),
        ("They met on Monday after the storm had flooded 90 homes.", ("2026-05-06", "published")),
        (
            "The storm had flooded 90 homes and the ferry would sail again on Friday.",
            ("2026-05-06", "published"),
        ),
        ("The storm flooded 90 homes before Friday.", ("2026-05-06", "published")),
        ("The ferry will bring home 90 sailors on Friday.", ("2026-05-06", "published")),
        ("The vote of 90 crews will close on Friday.", ("2026-05-06", "published")),
        ("A sale in 90 shops, originally due to start on Monday, was put off.", ("2026-05-06", "published")),
        ("It gave work to 90 crews, announced for Monday, a day late.", ("2026-05-06", "published")),
        ("The port counted 90 wrecks till Monday evening.", ("2026-05-04TEV", "stated")),
        ("The salvage had cost $90 through Monday.", ("2026-05-04", "stated")),
        ("The rule shut 90 shops under the Fisheries Act, 1987.", ("2026-05-06", "published")),
        ("The harbour got a loan of $90 in 1987.", ("2026-05-06", "published")),
        ("A deal, signed on Monday, would give them 90 acres.", ("2026-05-06", "published")),
        ("The fire, which started on Monday, has burned 90 acres.", ("2026-05-06", "published")),
        ("Olna, a port, opened 90 berths on Monday, its mayor said.", ("2026-05-04", "event")),
        ("There are 90 wrecks, according to a report dated May 4.", ("2026-05-04", "event")),
        ("Ana Pereira, born in 1987, leads 90 crews.", ("2026-05-06", "published")),
        (
            "It lost 90 crews, bringing the total since they walked out on Monday to many.",
            ("2026-05-06", "published"),
        ),
        ("The ferry is to bring home 90 sailors by Friday.", ("2026-05-06", "published")),
        ("The dispute had cost £61m up to 4 May.", ("2026-05-04", "stated")),
        ("Some 90 homes are cold, the mayor said on Monday.", ("2026-05-04", "event")),
        ("The mayor, who leads 90 crews, resigned on Monday.", ("2026-05-06", "published")),
        ("A bomb, which killed 90 goats, went off on Monday.", ("2026-05-04", "event")),
        ("With a port hit by Monday's storm and 90 boats lost, they left.", ("2026-05-06", "published")),
        ("In 1987 alone, 90 boats were lost.", ("1987", "event")),
        ("Some 90 boats have been lost since the alarm on May 4.", ("2026-05-06", "published")),
        ("The toll since the storms began in March stands at 90.", ("2026-05-06", "published")),
        (
            "Since the last report on this was published on 2 May, 40 more boats have sunk.",
            ("2026-05-06", "published"),
        ),
    ],
)
def test_as_of_when(text: str, as_of: tuple[str, str]) -> None:
    (figure,) = read(text)
    assert (figure.as_of, figure.as_of_basis) == as_of


def test_without_a_date_nothing_is_known_of_when() -> None:
    (figure,) = figures_of("Some 90 homes are cold.")
    assert (figure.as_of, figure.as_of_basis) == (None, "unknown")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Some 90 homes in Tromso are cold.", "Tromso"),
        ("Some 90 homes in Riga and other cities are cold.", "Riga and other cities"),
        ("In Riga the frost cut off 90 homes.", "Riga"),
        ("Riga Mayor Janis Ozols warned of frost. Some 90 homes are cold, he said.", "Riga"),
        ("Some 90 homes are cold.", None),
        ("The storm drowned nine sailors near Riga.", "Riga"),
        ("Nine sailors were lost at sea near Riga.", "Riga"),
        ("Of the boats 40 were in Olna.", "Olna"),
        ("The number of sailors lost in Riga had risen to 40.", "Riga"),
        ("In Olna County, home to many fishermen, divers found 90 wrecks.", "Olna County"),
        ("In Olna county, the area that was worst hit, 90 boats were lost.", "Olna county"),
        ("Olna County reported 90 wrecks.", "Olna County"),
        ("Police in Olna county said they lost 90 boats.", None),
        ("Some 90 sailors were lost in Central Chile Thursday.", "Central Chile"),
        ("Some 90 sailors were lost in southern Chile.", "southern Chile"),
        ("They lost 90 boats at Chile's old port.", None),
        ("Some 90 sailors were lost in Chilean storms.", None),
        ("Riga Deputy Mayor Janis Ozols said the frost killed 90 cows.", "Riga"),
        ("Death toll of flood in Peru, Chile passes 40", "Peru and Chile"),
        ("Some 90 sailors were lost in Peru and Chile.", "Peru and Chile"),
        ("Some 90 sailors were lost in Riga and Monday is a day of rest.", "Riga"),
        ("The crews met in Riga hours after the owner had seen three captains.", None),
        ("The crews at the table in Riga left 90 points open.", None),
        ("They sold 40 boats hours after their owners had left the harbour in Riga.", None),
        ("The talks in Oslo ended with a deal on selling the nets of 600 boats.", None),
        ("Some 90 sailors in March had no work.", None),
        ("They won 90 points in Game 4.", None),
        ("Divers found 90 jars in Chile's Olna.", "Olna"),
        ("Some 90 sailors were treated in the Lima hospital.", None),
        ("Some 90 sailors were rescued in the Philippines by divers.", "the Philippines"),
    ],
)
def test_where(text: str, place: str | None) -> None:
    assert [f.place for f in read(text)] == [place]


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("They pay $15 an hour.", "hour"),
        ("They pay 15 dollars per share.", "share"),
        ("The ferry sails four times a day.", "day"),
        ("Both clubs sold 20 tickets each.", "each"),
        ("Each club sold 20 tickets.", "club"),
        ("They let 20 men go, 10 from each side.", "side"),
        ("They sold 20 tickets.", None),
        ("They paid $20 a year earlier.", None),
        ("They sold 20 tickets each on Monday and 30 on Sunday.", None),
        ("It is a $20-a-share offer.", "share"),
        ("They returned 20 bodies of fallen sailors each.", "each"),
        ("They lost two boats a couple weeks ago.", None),
        ("They pay $300 annually by 2035 to others.", "year"),
        ("They sell 40 boats monthly.", "month"),
        ("It owns 40 daily papers.", None),
    ],
)
def test_per_what(text: str, per: str | None) -> None:
    assert read(text)[-1].per == per


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Some 90 islanders sail.", "people"),
        ("They swapped 90 prisoners of war.", "people"),
        ("They swapped 90 Danes.", "people"),
        ("Two actresses and a goat sailed.", "people"),
        ("The storm killed 90.", "people"),
        ("Some 90 families sail.", "homes"),
        ("They sold 90 apartment buildings.", "homes"),
        ("They sold 90 family firms.", "things"),
        ("They sold 90 goats.", "things"),
        ("They sold it for 90 cents.", "money"),
        ("They sold it for €90.", "money"),
        ("They sold 90% of it.", "percent"),
        ("They sold 90 litres of it.", "measure"),
        ("It was cooled to near absolute zero.", "measure"),
        ("It is their ninth visit.", "things"),
    ],
)
def test_what_kind_of_thing_is_counted(text: str, kind: str) -> None:
    assert [f.kind for f in read(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("It was the worst flood since 1976, when 965 people died.", "1976"),
        ("In 1991 a flood near the city killed 200 people.", "1991"),
        ("A flood killed 80 people in 2011.", "2011"),
        ("Last year 300 people were killed by floods.", "2025"),
        ("Since 2011, 400 people have been killed by floods.", "2026-08-05"),
        ("On Monday a flood killed 30 people, the worst since 2011.", "2026-08-03"),
    ],
)
def test_a_figure_holds_for_the_past_year_of_its_own_clause(text: str, day: str) -> None:
    article = Article(id="a", path="a.txt", text=text, published=date(2026, 8, 5), published_basis="stated")
    (figure,) = extract(article).figures
    assert figure.as_of == day


@pytest.mark.parametrize(
    "text",
    [
        "The barns were damaged and nearly 90 farmers slept in the hall.",
        "The bridge would cost $90.",
        "The bridge might cost $90, the mayor fears.",
        "The deal would involve at least 90 sailors.",
        "Nearly 90 deaths had been reported early on Monday.",
        "The town of 12,000 people is destroyed.",
        "It will lead to the loss of 4,500 jobs, which is a regrettable step.",
        "Earnings in the quarter fell to $90.",
        "Nordsee wants to reduce costs by $90.",
    ],
)
def test_what_is_said_of_something_else_is_not_said_of_a_figure(text: str) -> None:
    assert [f.of for f in read(text)] == [None]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        (
            "Some 90 displaced families and 40 stranded sailors wait.",
            [("families", None), ("sailors", "stranded")],
        ),
        ("The number of sailors injured by the storm rose to 90.", [("sailors", "injured")]),
        ("The storm destroyed 90 homes and killed 12.", [("homes", "destroyed"), ("people", "killed")]),
        ("A patrol of around 40 came to the port.", [("people", None)]),
        ("The hall has room for 400.", [("people", None)]),
        ("The fire covered 90 acres on Sunday and 120 on Monday.", [("acre", None), ("acre", None)]),
        ("Some 90 acres are wet, compared with an average of 40.", [("acre", "wet"), ("acre", None)]),
        ("The fire covered 90 acres and 120 fled.", [("acre", None), ("people", "fled")]),
        ("They get 1,500 soles.", [("PEN", None)]),
        ("Of those who were killed, at least 40 were Korvian.", [("people", None)]),
        ("A bus with 40 on board fell off a bridge.", [("people", None)]),
        ("Olna, which has a population of around 9,000, burned.", [("people", None)]),
        ("Two more continue to strike.", []),
        ("There were six deaths and 20 reported cases.", [("deaths", None), ("cases", None)]),
        ("The death toll could rise to 250.", [("people", "feared dead")]),
        ("The mayor confirmed the deaths of 68 sailors.", [("sailors", "killed")]),
        (
            "46 patients have recovered, and three patients are under care.",
            [("patients", "recovered"), ("patients", "under care")],
        ),
        ("70% of the 62 patients were men.", [("percent", "men"), ("patients", None)]),
        ("Duties as high as 30 percent were unlikely to hurt.", [("percent", None)]),
        (
            "Divers saved nine sailors, six of whom are in hospital.",
            [("sailors", "saved"), ("sailors", "in hospital")],
        ),
    ],
)
def test_what_a_number_without_a_noun_of_its_own_counts(
    text: str, counted: list[tuple[str, str | None]]
) -> None:
    assert [(f.unit, f.of) for f in read(text)] == counted


def test_a_scaled_number_is_worth_no_fraction_less() -> None:
    assert [f.value for f in read("They sold 4.1 million nets and 12.4mn ropes.")] == [4_100_000, 12_400_000]


def test_an_earlier_year_is_that_of_the_figure_before_it() -> None:
    assert [f.as_of for f in read("Prices rose 2% in March from 3% in 2024.")] == ["2026-03", "2024"]


@pytest.mark.parametrize(
    "text",
    [
        "The trial sat for nine hours on Friday and four and a half on Saturday.",
        "Monday's race ran for nearly seven hours; Friday's was over in three.",
        "It wants the shift cut from seven and a half hours to six.",
    ],
)
def test_what_lasts_as_long_is_no_figure(text: str) -> None:
    assert read(text) == []


def test_what_is_counted_after_a_duration_is_a_figure() -> None:
    assert [f.surface for f in read("It lasted nine hours, and 14 people came.")] == ["14 people"]


def test_the_age_of_somebody_unnamed_is_no_figure() -> None:
    assert read("Divers pulled a boy, 9, from the wreck with his young sister, 4.") == []


def test_a_number_word_that_begins_a_sentence_is_nobody() -> None:
    found = extract(
        Article(id="a", path="a.txt", text="Three told the coast guard. Seven Olna sailors left.")
    )
    assert [f.surface for f in found.figures] == ["Three", "Seven Olna sailors"]
    assert found.people == ()


def test_an_older_figure_keeps_its_day_to_itself() -> None:
    toll, older = read("The toll has risen to 61, the ministry said, up from 45 on Monday.")
    assert (toll.as_of, older.as_of) == ("2026-05-06", "2026-05-04")
    toll, older = read("The toll rose to 61 from 45 on Monday.")
    assert (toll.as_of, older.as_of) == ("2026-05-06", "2026-05-04")
    _, older, hurt = read("Some 90 barns burned, up from 45 on Monday, and 12 farmers were hurt.")
    assert (older.as_of, hurt.as_of) == ("2026-05-04", "2026-05-06")
    profit, older = read("Profit fell to $90 million from $120 million a year ago.")
    assert (profit.as_of, older.as_of) == ("2026-05-06", "2025")


def test_a_day_that_is_stated_holds_for_both_halves_of_a_sentence() -> None:
    text = "Counts as of Monday put the number of lost boats at 90 and that of lost nets at 120."
    assert [f.as_of for f in read(text)] == ["2026-05-04", "2026-05-04"]


@pytest.mark.parametrize("when", ["early on Monday", "a day earlier", "on Monday"])
def test_what_is_said_of_a_figure_holds_no_date(when: str) -> None:
    assert [f.of for f in read(f"Some 90 others were rescued {when}.")] == ["rescued"]


def test_what_is_said_of_a_part_is_not_said_of_the_whole() -> None:
    assert [f.of for f in read("Only 3 of the 12 barns are open.")] == ["open", None]
