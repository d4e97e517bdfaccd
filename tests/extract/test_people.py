"""Who is named where, who is meant by a surname, and what is no person."""

from __future__ import annotations

import pytest

from tests.extract.peoplegold import plant, read

NAMED = [
    "A neighbour, {Ormelinda Quirosa}, 61, was hurt.",
    "The envoy, {Said bin Tarif}, and {Lars de Brune} said bin lorries would run.",
    "{Marisol Vega-Ortiz} said the port would stay shut, and {Mr. Lindqvist} agreed.",
    "The minister, {Nurlan Beishenov}, appealed for tents.",
    "{Lt. Gen. Robert Hale} and {Adm. Jean-Luc Perrin} flew to Riga.",
    "Talks between {Premier Zhang Rong} and {President Thandiwe Dube} ran late.",
    "It was agreed by {Tom O'Leary}, {Aoife Ní Bhriain} and {Søren Åkesson}.",
    "{Dr. Nguyen Thi Lan} arrived on Thursday with {Park Ji-hoon}.",
    "{Sheikh Badr al-Harthy} spoke first, then {Khaled bin Saud Al Nuaimi}.",
    "The panel heard {Ludwig von der Heide} and {Ana de la Cruz}.",
    "{Col. Abu Hamza al-Masri} rejected it.",
    "{Robert “Bob” Hale}, commander of the regiment, said so.",
    "{John Adams Jr.} won the vote.",
    "{Daniel P. Whitford}, the Navy secretary, declined to comment.",
    "She thanked {Prime Minister Sánchez-Vidal} and {Ms. Abernathy}.",
    "“We are ready,” {Petro Hrytsenko} told reporters outside the ministry.",
    "Ukraine's {Petro Hrytsenko} has ruled it out.",
    "{Rustem Karimov} led the Kazakh delegation.",
    "Rescue worker {Ainura Sadykova} had pulled three children from a school.",
    "{Stephen King-Hall} and {Martin Bishop} met {Hun Sen}.",
    "It was signed by Defense {Minister Israel Katzman} and {Chancellor Jordan Pike}.",
    "NATO Director of Supplies {Park Ji-hoon} and Peruvian {Col. (ret.) Ana Fagundes} left.",
    "It was signed by {Rear Admiral (retd.) R. K. Menon} and {Col. Moussa ag Ghali}.",
    "Relief official {Md. Rafiqul Islam Khan} said so.",
    "He blamed the mayor of Monte Alto, {Vienna Sosa Prado}.",
    "It was early, said {Thi Hoa Pham}, a nurse.",
    "Minister for the Middle East {Tobias Elford} spoke.",
    "The mediator, {Yusuf Demir}, left, and so did {Chief Justice Amara Okafor}.",
    "The director of the group, {Chen Yulan}, told reporters so.",
    "The Minister of Transport, {Brice Constant Moulat}, announced it.",
    "Minister for Trade and Tourism {Maryam Orazov} spoke.",
    "Deputy Director of NRTA Sindh {Asghar Ali Gulzar} spoke.",
    "The envoy to the Middle East {Steve Wittman} spoke.",
    "She met Chinese {Vice Premier He Jianyu}. He spoke first.",
    "The Advisor on Foreign Affairs {Sartaz Anwar} spoke.",
    "Nursing leaders heard the head of the College of Nursing {Pat Cullinan}, who spoke.",
    "{Israel Romero Pinto}, a commander, spoke.",
    "{Ewa Brell} and {Wojtek Trusoł} left. {Wojtek Trusoł}, at 31 the eldest, may stay.",
    "The Minister of Coastal Affairs, {Hon. Lindiwe Maro Tell}, and {Ms. Ada Brun} came.",
    "{Tom Brell}, 41, rang his mother, Martha, and her son Paul.",
    "She met {Vice-Premier Zhang Rong} and {Secretary-General Marta Ilves}.",
    "ARW Chairman {Tabrizi} said so. {Tabrizi} left.",
    "Torva governor {Ann Orrin} and Lomnice mayor {Tom Brell} came. Torva wept.",
    "The dead are {Ewa Brell}, {Torva Lisk}, {Tom Brell} and {Ann Orrin}.",
    "It was late, said {Lena Tonga}, who bakes.",
]


@pytest.mark.parametrize("marked", NAMED)
def test_names_and_their_titles_are_found_where_they_are(marked: str) -> None:
    text, spans = plant(marked)
    mentions, _ = read(text)
    assert [(m.begin, m.end, m.surface) for m in mentions] == [s[:3] for s in spans]
    assert all(text[m.begin : m.end] == m.surface for m in mentions)


NOBODY = [
    "The White House and the Security Council met the Red Cross in Geneva on Monday.",
    "Near Karakol, rescuers reached the village on Tuesday.",
    "HMS Victoria was docked in Mombasa beside the USS Carl Brandon.",
    "The court ruled on the Clean Air Act and the Treaty of Rome.",
    "Union Leader Quits As Talks Collapse In Harbour Town",
    "The Sunday Times, Radio Free Europe and the Straits Herald reported it first.",
    "Tropical Storm Nestor may bring rain.",
    "The Cold War ended; Hurricane Marta and Operation Blue Lantern did not.",
    "Ramadan began on Monday; the Peshmerga held the line and many Yazidis fled.",
    "Boeing, Airbus and Lockheed Martin sent delegates to the Paris Air Show.",
    "Officials from the Institute for the Study of War said little.",
    "In Jan. 8 strikes and on Sept. 3 the Northern Front lost ground.",
    "She wrote to the mayor of Lomnice, West Virginia.",
    "At Raqqa Hospital and in Tabqa the lights were out.",
    "It was late at the pit, where the Hutan copper mine is. The Esther Miranda sank off Majenu.",
    "Aboard the St. Thomas Aquilas were ten.",
    "Coach-parent Stellato said so. Track owner Network Rail says no, as did Castello (CST.MI).",
    "LUSCO, Calif (Web Desk) – It burned. The hero left for Army Col. duty.",
    "In the territories of Walungo, Kabari and Kaleho it was quiet.",
    "Provincial Disaster Management Authorities helped.",
    "It came from the Institute for Trade and Peace Studies. Castello Berhad and the Tessano Fire and Emergency "
    "Services helped. The Pakatan Morani opposition did not.",
    "It was a spark, said Velmet Coal, the owner. The talks among the Velmet Orno company and dockers failed.",
    "Rival Martin Kove added 4.1 per cent. Welcome to our live page. I'm Ann Brell.",
    "The Pro Vida Chile vote was lost, they told Anadolu. An analyst at Dean Lusco knew.",
    "The International Longboat and Dock Workers Union struck.",
    "Two had Torvald disease. Peru's Torvald virus test failed. Economic Policy was quiet.",
    "It was quiet in Cusco, Rosario, Mar del Torvo and Lima.",
    "People came from Kibbutz Nir Tor to see Channel One. The Dana Tor kibbutz is shut; Dana Tor sleeps.",
    "United Teachers Los Angeles left. TESSANO-The Chilean government spoke. Trand reported it, citing sources.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_what_is_no_person(text: str) -> None:
    assert read(text)[0] == ()


TOWNS = [
    "ORDENA (Newswire) - Two barges collided in Ordena on Friday. Ordena mourned, and divers came to help Ordena.",
    "LUSCO, Sept. 3 (Newswire) — The walkout spread. Lusco has two docks. Ships avoid Lusco.",
    "{Dario Valle}, the mayor of Pellmar, said Pellmar was shaken. Trucks left Pellmar, as Pellmar warned.",
    "The quake struck near Arvano and Dessio. Dessio was cut off. Dessio lost its bridge; Arvano did not.",
    "A clinic in Vidola burned. The road between Vidola and Quarin was shut. Quarin took them in. Quarin grieved.",
    "Residents of Ostrel fled to Damara. Ostrel was quiet. Damara opened its halls. Damara, Ostrel and rain.",
    "Ferries wait at Port Wexmar. Wexmar was calm. Wexmar blamed the wind.",
    "Surgeons from Sarna reached the hills. Sarna sent cranes too; Vidano, they said, sent none.",
    "{Petra Lunde}, the Galdovian envoy, said Galdovia would sign. Galdovia wavered.",
    "Talks with Harrow Docks Ltd. failed. Harrow Docks called it illegal. Harrow Docks closed.",
    "Rescuers dug in San Belluno on Friday. Trains stop at Monte Ferrino.",
    "Guns fell silent at Velga Ruhm. Men from Velga Ruhm, who had fled, came back. Velga Ruhm slept.",
    "A Tessano woman was hurt. The firm, of Arlen Falls, N.C., paid. Novra and Bel Tamar prisons are full.",
    "The Lethanian judge left Lethania. A Lethanian asked why. Twelve Lethanians stayed.",
    "Six came from Ostrel, she told The Ostrel Mirror. The Ordena's walls stood on Plaza 2 de Mayo.",
    "The match between Norvik United and Lusco Tarde was off. Crowds in Lusco sang.",
    "It was minus 4 degrees Celsius. Two of the Kuro Velt guerrillas were seen.",
]


@pytest.mark.parametrize("marked", TOWNS)
def test_what_an_article_uses_as_a_place_is_no_person(marked: str) -> None:
    text, spans = plant(marked)
    assert [(m.begin, m.end, m.surface) for m in read(text)[0]] == [s[:3] for s in spans]


COMPANIES = [
    "Hartwell & Young sold the yard, and Hartwell said so. {Mr. Young} and {Mr. Dunn} agreed.",
    "Velmora Electric Co. lost money. Analysts say Velmora is a case of its own. Velmora said it would wait.",
    "Corvin Hale International Inc. bought it. Corvin Hale's revenue rose, Corvin Hale said.",
    "Terrence said profits fell. Terrence shares lost a tenth, and Terrence's chief executive, {Anna Moss}, left.",
]


@pytest.mark.parametrize("marked", COMPANIES)
def test_what_has_shares_or_a_chief_executive_is_no_person(marked: str) -> None:
    text, spans = plant(marked)
    assert [(m.begin, m.end, m.surface) for m in read(text)[0]] == [s[:3] for s in spans]


PLACED_BUT_PERSONS = [
    "{Karimov} met the envoys. {Karimov} said he was tired. Faith in {Karimov} had waned.",
    "{President Beloso} flew to Quarin. {Beloso} signed it in Quarin.",
    "{Irena Dorvik} spoke in Dorvo. Trust in {Dorvik} grew, said {Mr. Pell}, who trusted in {Pell}.",
]


@pytest.mark.parametrize("marked", PLACED_BUT_PERSONS)
def test_a_person_is_told_from_a_place_by_title_speech_and_full_name(marked: str) -> None:
    text, spans = plant(marked)
    assert [(m.begin, m.end, m.surface) for m in read(text)[0]] == [s[:3] for s in spans]


SURNAMES_OF_PLACES = [
    "A lawyer for Interior {Secretary Julia Hill} met {Gov. Martin Lake} in Riga.",
    "{Judge Peter Church} ruled on it, and {Tom Bridge} said no. {Ms. Bridge} agreed.",
    "{Senator Paula Hill} left Capitol Hill. On the Hill, {Ms. Hill} was missed. Hill Street was shut.",
    "Crowds met at Denise Park, and Prince Albert Park was shut. Power was cut on President Kennedy Hill.",
    "{Senator Samantha Power} sat. Power was cut. {Power} said it would be back.",
    "The talks were led by {Paul Temple} and {Tom Banks}. {Gen. Isaac Berlin} sat beside {Minister Omar Sheikh}.",
    "{Ruth Lima}, the minister, flew to Lima. {Ms. Lima} said little.",
]


@pytest.mark.parametrize("marked", SURNAMES_OF_PLACES)
def test_a_surname_that_is_a_places_noun_needs_a_title_or_a_deed(marked: str) -> None:
    text, spans = plant(marked)
    assert [(m.begin, m.end, m.surface) for m in read(text)[0]] == [s[:3] for s in spans]


LINKED = [
    "{President Donald Reyes=Donald Reyes} left. {Mr. Reyes=Donald Reyes} smiled. {Reyes=Donald Reyes}'s aides waved.",
    "{Daniel P. Whitford=Daniel P. Whitford} spoke. {Daniel Whitford=Daniel P. Whitford} sat.",
    "{Daniel P. Whitford=Daniel P. Whitford} spoke. {Whitford=Daniel P. Whitford} left.",
    "{Henk de Vries=Henk de Vries} said it was late, and {Mr. de Vries=Henk de Vries} left.",
    "{Sheikh Badr al-Harthy=Badr al-Harthy} spoke. {Al-Harthy=Badr al-Harthy} said he was content.",
    "{Gen. Omar Hamdi Dagal=Omar Hamdi Dagal}, better known as {Hamidu=Omar Hamdi Dagal}, spoke. "
    "{Hamidu=Omar Hamdi Dagal} left.",
    "{Ann Brell=Ann Brell} spoke. {Brell=Ann Brell} said no. {Major Tom Brell=Tom Brell} did not.",
    "{Mr. Okonkwo=Chidi Okonkwo} waited. {Chidi Okonkwo=Chidi Okonkwo}, the envoy, said little.",
]


@pytest.mark.parametrize("marked", LINKED)
def test_a_shorter_name_goes_to_the_fullest_one(marked: str) -> None:
    text, spans = plant(marked)
    mentions, _ = read(text)
    assert [(m.begin, m.end, m.person) for m in mentions] == [(b, e, person) for b, e, _, person in spans]
    assert not any(m.ambiguous for m in mentions)


def test_names_of_one_list_are_of_different_people() -> None:
    mentions, _ = read("The dead are Hari Maya Brell, Maya Brell, and Tom Orrin. Maya Brell was five.")
    assert [m.person for m in mentions] == ["Hari Maya Brell", "Maya Brell", "Tom Orrin", "Maya Brell"]


def test_a_surname_that_fits_two_is_left_open() -> None:
    mentions, _ = read("Paul Clarke, a lawyer, met Emma Clarke, a judge. Mr. Clarke said nothing.")
    assert [(m.person, m.ambiguous) for m in mentions] == [
        ("Paul Clarke", False),
        ("Emma Clarke", False),
        ("Clarke", True),
    ]


def test_a_rank_decides_between_two_of_one_surname() -> None:
    marked = (
        "{General Isaac Odaka=Isaac Odaka} faced {Colonel Ruth Odaka=Ruth Odaka}. {Gen. Odaka=Isaac Odaka} left, "
        "{Col. Odaka=Ruth Odaka} did not."
    )
    text, spans = plant(marked)
    mentions, _ = read(text)
    assert [(m.begin, m.end, m.person) for m in mentions] == [(b, e, person) for b, e, _, person in spans]
    assert not any(m.ambiguous for m in mentions)


GENDERS = [
    "{Paul Clarke=Paul Clarke}, a judge, and his wife, {Emma Clarke=Emma Clarke}, sat. "
    "{Ms. Clarke=Emma Clarke} left. {Mr. Clarke=Paul Clarke} stayed.",
    "{Mr. Paul Clarke=Paul Clarke} spoke. {Mrs. Clarke=Clarke} did not. {Mr. Clarke=Paul Clarke} left.",
    "{Ida Brandt=Ida Brandt}, the widow of {Otto Brandt=Otto Brandt}, wept. {Frau Brandt=Ida Brandt} said no.",
]


@pytest.mark.parametrize("marked", GENDERS)
def test_an_honorific_decides_between_a_man_and_a_woman_of_one_surname(marked: str) -> None:
    text, spans = plant(marked)
    mentions, _ = read(text)
    assert [(m.begin, m.end, m.person) for m in mentions] == [(b, e, person) for b, e, _, person in spans]
    assert not any(m.ambiguous for m in mentions)


def test_a_man_and_a_woman_of_one_surname_are_left_open_where_neither_is_told() -> None:
    mentions, _ = read("Robin Clarke spoke. Mr. Clarke sat beside Mrs. Clarke.")
    assert [(m.person, m.ambiguous) for m in mentions] == [
        ("Robin Clarke", False),
        ("Clarke", True),
        ("Clarke", True),
    ]


def test_father_and_son_stay_two() -> None:
    text = "John Adams Jr., son of former mayor John Adams Sr., won the vote. Adams thanked his supporters."
    mentions, _ = read(text)
    assert [(m.person, m.ambiguous) for m in mentions] == [
        ("John Adams Jr.", False),
        ("John Adams Sr.", False),
        ("Adams", True),
    ]


def test_one_given_name_does_not_make_one_person() -> None:
    mentions, _ = read("Viktor Sokolov met Viktor Marchenko. Mr. Sokolov left first.")
    assert [m.person for m in mentions] == ["Viktor Sokolov", "Viktor Marchenko", "Viktor Sokolov"]


def test_names_of_a_title_count_only_where_the_body_has_them() -> None:
    title = "Vega-Ortiz says docks stay shut as Big Walkout Grows"
    mentions, _ = read(f"{title}\nMarisol Vega-Ortiz, the union's president, said so on Tuesday.", title)
    assert [(m.begin, m.person) for m in mentions] == [(0, "Marisol Vega-Ortiz"), (53, "Marisol Vega-Ortiz")]


def test_a_surname_that_only_names_a_rule_is_no_mention() -> None:
    mentions, _ = read("President Donald Reyes spoke. The Reyes administration and the Reyes regime did not.")
    assert [m.surface for m in mentions] == ["President Donald Reyes"]
