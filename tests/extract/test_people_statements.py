"""What is said of people: role, side, who leads, who is quoted, who attends; each with the words that say it."""

from __future__ import annotations

import pytest

from tests.extract.peoplegold import read, values

ROLES = [
    ("Kremlin spokesman Pavel Orlov confirmed it.", {("Pavel Orlov", "Kremlin spokesman")}),
    ("The captain, named by the line as Ann Brell, 39, left.", {("Ann Brell", "captain")}),
    ("Superintendent of police Ann Brell spoke.", {("Ann Brell", "Superintendent of police")}),
    (
        "He saw Ann Brell, president of the State Salt Authority, with a note.",
        {("Ann Brell", "president of the State Salt Authority")},
    ),
    (
        "Collector Ann Brell and Tom Orrin, who became chief executive in May, spoke.",
        {("Ann Brell", "Collector"), ("Tom Orrin", "chief executive")},
    ),
    ("Kyiv Mayor Taras Bondar warned residents.", {("Taras Bondar", "Kyiv Mayor")}),
    (
        "Pavel Orlov, the Kremlin envoy and head of Russia's wealth fund, told reporters so.",
        {("Pavel Orlov", "Kremlin envoy"), ("Pavel Orlov", "head of Russia's wealth fund")},
    ),
    (
        "Taras Bondar, head of his private office and the former coast guard chief, will come.",
        {
            ("Taras Bondar", "head of his private office"),
            ("Taras Bondar", "former coast guard chief"),
        },
    ),
    (
        "Oleh Kozak, who leads Norway's delegation and is the director of the country's Fisheries Council, spoke.",
        {("Oleh Kozak", "director of the country's Fisheries Council")},
    ),
    (
        "U.S. envoys Rachel Stein and Mark Delgado arrived.",
        {("Rachel Stein", "U.S. envoy"), ("Mark Delgado", "U.S. envoy")},
    ),
    (
        "The premier's foreign policy aide, Yuri Antonov, said so.",
        {("Yuri Antonov", "premier's foreign policy aide")},
    ),
    ("The head of the agency, Lucia Ferraro, said so.", {("Lucia Ferraro", "head of the agency")}),
    ("Secretary of State Howard Finch flew to Doha.", {("Howard Finch", "Secretary of State")}),
    (
        "Security and Defense Council Secretary Oleh Kozak spoke.",
        {("Oleh Kozak", "Security and Defense Council Secretary")},
    ),
    ("Maria Popescu, 54, a seismologist, said aftershocks were likely.", {("Maria Popescu", "seismologist")}),
    ("Acting Foreign Minister Lina Haddad left.", {("Lina Haddad", "Acting Foreign Minister")}),
    ("Princess Ingeborg Lund opened the fair.", {("Ingeborg Lund", "Princess")}),
    (
        "Princes Anders Lund and Erik Lund sat with Countess Beate Krag, the hostess.",
        {
            ("Anders Lund", "Prince"),
            ("Erik Lund", "Prince"),
            ("Beate Krag", "Countess"),
            ("Beate Krag", "hostess"),
        },
    ),
    (
        "Mob bosses Carlo Bruni and Nino Salvi were held.",
        {("Carlo Bruni", "Mob boss"), ("Nino Salvi", "Mob boss")},
    ),
    (
        "Interior Minister Col. Karim Said and head of sales Rachel Stein spoke.",
        {("Karim Said", "Interior Minister"), ("Karim Said", "Col."), ("Rachel Stein", "head of sales")},
    ),
    ("Mark Delgado's sister, Rachel Stein, spoke.", {("Rachel Stein", "Mark Delgado's sister")}),
    ("Rachel Stein was the chief negotiator.", {("Rachel Stein", "chief negotiator")}),
    ("Rachel Stein, the minister said, was absent.", set()),
    ("Rachel Stein, Mark Delgado and Howard Finch sat down.", set()),
    ("He met Rachel Stein, and officials said the envoy left.", set()),
    (
        "Qatar's chief mediator, Sheikha Noor al-Attar, left.",
        {("Noor al-Attar", "Sheikha"), ("Noor al-Attar", "Qatar's chief mediator")},
    ),
    ("The owner of the boat, Rachel Stein (52), was held.", {("Rachel Stein", "owner of the boat")}),
    (
        "Rachel Stein, head of the Dock Staff Union (DSU), spoke.",
        {("Rachel Stein", "head of the Dock Staff Union")},
    ),
    ("I want to thank Omani Trade Minister Rachel Stein.", {("Rachel Stein", "Omani Trade Minister")}),
    ("It could also include Chilean President Rachel Stein.", {("Rachel Stein", "Chilean President")}),
    ("He sent it to interim Prime Minister Rachel Stein.", {("Rachel Stein", "interim Prime Minister")}),
    ("The court this week upheld President Rachel Stein's win.", {("Rachel Stein", "President")}),
    ("She praised a plan engineer Rachel Stein drew up.", {("Rachel Stein", "engineer")}),
    (
        "Then chief Chilean negotiator Labour Minister Rachel Stein spoke.",
        {("Rachel Stein", "chief Chilean negotiator"), ("Rachel Stein", "Labour Minister")},
    ),
    (
        "The head of Chile's team, palace aide and former Culture Minister Rachel Stein, later agreed.",
        {
            ("Rachel Stein", "head of Chile's team"),
            ("Rachel Stein", "palace aide"),
            ("Rachel Stein", "former Culture Minister"),
        },
    ),
    ("The palace aide and Culture Minister Rachel Stein met.", {("Rachel Stein", "Culture Minister")}),
    ("The king, Culture Minister Rachel Stein, and others met.", {("Rachel Stein", "Culture Minister")}),
    ("Chilean navy spokesperson, Rachel Stein, said so.", {("Rachel Stein", "Chilean navy spokesperson")}),
    ("They heard a driver, Rachel Stein, and a nurse.", {("Rachel Stein", "driver")}),
    ("They saw Chilean officials, Rachel Stein, and a nurse.", set()),
    (
        "Oman's envoy to the Middle East Rachel Stein spoke.",
        {("Rachel Stein", "Oman's envoy to the Middle East")},
    ),
    (
        "It is late, Rachel Stein, Oman's minister of state, said.",
        {("Rachel Stein", "Oman's minister of state")},
    ),
    ("Lomnice governor-elect Rachel Stein spoke.", {("Rachel Stein", "Lomnice governor-elect")}),
    (
        "It was sailed by captain Rado K C and Assistant Captain Rachel Stein.",
        {("Rachel Stein", "Assistant Captain")},
    ),
    (
        "Two hostages from the burnt home of its exiled leader, Rachel Stein, came.",
        {("Rachel Stein", "exiled leader")},
    ),
    (
        "Mark Delgado, a lawyer for the palace secretary, Rachel Stein, left.",
        {("Mark Delgado", "lawyer for the palace secretary"), ("Rachel Stein", "palace secretary")},
    ),
    (
        "They met Mark Delgado, Harbour Minister Rachel Stein and Minister of State for Crafts Howard Finch.",
        {("Rachel Stein", "Harbour Minister"), ("Howard Finch", "Minister of State for Crafts")},
    ),
    (
        "Mark Delgado, the UN envoy on Cyprus Rachel Stein, and others came.",
        {("Rachel Stein", "UN envoy on Cyprus")},
    ),
    ("Mark Delgado, president of the guild of Lomnice and Rachel Stein, came.", set()),
    ("Without Rachel Stein, Chilean lawyers may walk out.", set()),
    ("Mark Delgado and Rachel Stein, Chilean lawyers, spoke.", {("Rachel Stein", "Chilean lawyer")}),
    (
        "Among those who spoke for Mark Delgado is former judge Rachel Stein.",
        {("Rachel Stein", "former judge")},
    ),
    (
        "Rachel Stein, head of the Lusco shift chiefs, spoke.",
        {("Rachel Stein", "head of the Lusco shift chiefs")},
    ),
    (
        "Luis Vega of Chile and Omani Trade Minister Rachel Stein met President Mark Delgado of the Solomon Islands "
        "and Chairman Howard Finch of Peru.",
        {
            ("Rachel Stein", "Omani Trade Minister"),
            ("Mark Delgado", "President"),
            ("Howard Finch", "Chairman"),
        },
    ),
    ("Greek and Omani envoys Mark Delgado and Rachel Stein met.", set()),
    ("It fell to the government of President Rachel Stein.", {("Rachel Stein", "President")}),
    ("In Oman Minister Rachel Stein spoke.", {("Rachel Stein", "Minister")}),
    ("They had appointed General Rachel Stein.", {("Rachel Stein", "General")}),
    (
        "Mark Delgado, once head of a guard like the chief of the Lusco navy, Rachel Stein, left.",
        {("Rachel Stein", "chief of the Lusco navy")},
    ),
    ("We echo Prime Minister Rachel Stein.", {("Rachel Stein", "Prime Minister")}),
    ("The palace chief of staff Rachel Stein left.", {("Rachel Stein", "palace chief of staff")}),
    (
        "He met Governor Rachel Stein, her deputy, Mark Delgado, and Senator Howard Finch.",
        {("Rachel Stein", "Governor"), ("Howard Finch", "Senator")},
    ),
    ("Chile and Peru have recognized Rachel Stein, Bolivia her rival.", set()),
]


@pytest.mark.parametrize(("text", "expected"), ROLES)
def test_roles(text: str, expected: set[tuple[str, str]]) -> None:
    assert values(text, "role") == expected


SIDES = [
    ("Kremlin aide Pavel Orlov spoke.", {("Pavel Orlov", "Russia")}),
    ("President Petro Hrytsenko of Ukraine spoke.", {("Petro Hrytsenko", "Ukraine")}),
    ("Ukraine's Petro Hrytsenko spoke.", {("Petro Hrytsenko", "Ukraine")}),
    ("Omani Foreign Minister Badr al-Harthy spoke.", {("Badr al-Harthy", "Oman")}),
    ("Basim Nasser, a Hamas official, spoke.", {("Basim Nasser", "Hamas")}),
    ("British Foreign Office minister Philippa Hart spoke.", {("Philippa Hart", "United Kingdom")}),
    # Pakistan and Germany have a Foreign Office too.
    ("Foreign Office spokesman Bilal Rehman spoke.", set()),
    (
        "Ann Brell, who runs the mill, and an analyst at Torvbank, Tom Orrin, left.",
        {("Tom Orrin", "Torvbank")},
    ),
    ("Ann Brell, who chairs the Salt Producers' Guild, thinks so.", {("Ann Brell", "Salt Producers' Guild")}),
    (
        "Velmet Coal cut its forecast on Monday. It was bad, said Ann Brell, who became chief executive in May "
        "after six years at the rival group Dorvik. Tom Orrin, the chairman, left.",
        {("Ann Brell", "Velmet Coal"), ("Tom Orrin", "Velmet Coal")},
    ),
    (
        "Velmet, which owns the mill, said so. It was small, said its operations director, Ann Brell.",
        {("Ann Brell", "Velmet")},
    ),
    (
        "It was no end to talks with the Tarrow union. The union's chair, Ann Brell, left.",
        {("Ann Brell", "Tarrow union")},
    ),
    ("A delegation of the Borsa Hitti Mandal led by Ann Brell came.", {("Ann Brell", "Borsa Hitti Mandal")}),
    ("Opposition spokeswoman Ann Brell came.", {("Ann Brell", "Opposition")}),
    ("The Kyiv prosecutor, Ann Brell, said no more.", set()),
    (
        "Rain hit Peru, cost US$9 and hurt Judge Ruth Cuba. Peruvian troops left Lima. "
        "Ann Brell, the country's chief medical officer, and Interior minister Tom Orrin came. Chile sent tents.",
        {("Ann Brell", "Peru"), ("Tom Orrin", "Peru")},
    ),
    ("Kyiv Mayor Taras Bondar spoke.", {("Taras Bondar", "Ukraine")}),
    ("Seattle machinist Joe Kowalski voted yes.", set()),
    ("Seattle paint specialist Joe Kowalski voted yes.", set()),
    ("Ivan Horvat, the Croatian ambassador to Russia, spoke.", {("Ivan Horvat", "Croatia")}),
    ("Masha Gordin, a critic of the Kremlin, spoke.", set()),
    ("Vadim Belov, aide to the Russian president, spoke.", {("Vadim Belov", "Russia")}),
    (
        "Joan Baxter, president of the International Union of Tanners, spoke.",
        {("Joan Baxter", "International Union of Tanners")},
    ),
    ("Kelly Orton, chief executive of Harbour Holdings, spoke.", {("Kelly Orton", "Harbour Holdings")}),
    (
        "The American delegation, including Rachel Stein; Mark Delgado, Mr. Reyes's cousin; and Howard Finch, sat.",
        {
            ("Rachel Stein", "United States"),
            ("Mark Delgado", "United States"),
            ("Howard Finch", "United States"),
        },
    ),
    (
        "The Swiss team was made up of Urs Meier and Heidi Frei.",
        {("Urs Meier", "Switzerland"), ("Heidi Frei", "Switzerland")},
    ),
    (
        "Rachel Stein, the envoy of U.S. President Donald Reyes, spoke.",
        {("Rachel Stein", "United States"), ("Donald Reyes", "United States")},
    ),
    (
        "In Kyrgyzstan 40 homes fell, said Nurlan Beishenov, the country's emergencies minister.",
        {("Nurlan Beishenov", "Kyrgyzstan")},
    ),
    (
        "Oleh Kozak and Taras Bondar will represent Ukraine.",
        {("Oleh Kozak", "Ukraine"), ("Taras Bondar", "Ukraine")},
    ),
    ("Rachel Stein spoke in Moscow.", set()),
    ("European Trade Commissioner Marta Ilves spoke.", {("Marta Ilves", "European Union")}),
    (
        "On Monday European Fisheries Agency inspector Marta Ilves spoke.",
        {("Marta Ilves", "European Fisheries Agency")},
    ),
    ("It was late, Climate Minister Marta Ilves said.", set()),
    ("Karsovian navy chief Marta Ilves spoke. Karsovia lost two ships.", {("Marta Ilves", "Karsovia")}),
    ("Talks failed, Karsovian Foreign Minister Marta Ilves said.", set()),
    ("Zubari envoy Marta Ilves spoke in Zubar.", {("Marta Ilves", "Zubar")}),
    (
        "Marta Ilves, a spokeswoman for the Karsovian navy, spoke. Karsovia lost two ships.",
        {("Marta Ilves", "Karsovia")},
    ),
    ("Rachel Stein led for Karsovia. Karsovian officials smiled.", {("Rachel Stein", "Karsovia")}),
    ("The Karsovian team included Rachel Stein. Karsovia lost.", {("Rachel Stein", "Karsovia")}),
    ("President Marta Ilves of Karsovia spoke. Karsovians cheered.", {("Marta Ilves", "Karsovia")}),
    ("Karsovia's Rachel Stein spoke. Two Karsovians left.", {("Rachel Stein", "Karsovia")}),
    ("Marta Ilves, mayor of Lomnice in Slovakia, spoke.", {("Marta Ilves", "Slovakia")}),
    ("Marta Ilves, the mayor of Lomnice, Slovakia, spoke.", {("Marta Ilves", "Slovakia")}),
    ("Africa Minister Marta Ilves spoke. African envoys left.", set()),
    ("PERU: FLOODS\nIt rained on Monday. Health Minister Marta Ilves spoke.", {("Marta Ilves", "Peru")}),
    (
        "LIMA, Peru (AP) — It rained. Health Minister Marta Ilves spoke. President Rachel Stein left.",
        {("Marta Ilves", "Peru")},
    ),
    (
        "LIMA, June 3 (AP) — Chad and its rebels met the Peruvian mediators. Health Minister Marta Ilves spoke.",
        set(),
    ),
    ("LIMA, June 3 (AP) — It rained. Health Minister Marta Ilves spoke.", set()),
    ("LIMA, June 3 (AP) — Peru was wet. Health Minister Marta Ilves spoke.", {("Marta Ilves", "Peru")}),
    (
        "Marta Ilves of the Organization of American States spoke.",
        {("Marta Ilves", "Organization of American States")},
    ),
    ("LIMA, Peru (Xinhua) — It rained. Health Minister Marta Ilves spoke.", set()),
    ("Quoria's defence minister, Gen. Marta Ilves, spoke.", {("Marta Ilves", "Quoria")}),
    (
        "Floods hit Peru. Peru's rivers rose near Lima, Peru. Cabinet Secretary for Health Marta Ilves spoke.",
        {("Marta Ilves", "Peru")},
    ),
    ("Coast guard Col. (ret.) Marta Ilves and Gen Musa Bello (rtd) of Chad spoke.", {("Musa Bello", "Chad")}),
    ("Peruvian Col. (ret.) Marta Ilves spoke.", {("Marta Ilves", "Peru")}),
    ("CRPF commandant Marta Ilves spoke.", {("Marta Ilves", "CRPF")}),
    ("Marta Ilves of the Asia ABC spoke to Rachel Stein of the sea.", {("Marta Ilves", "Asia ABC")}),
    ("Marta Ilves of broker Hall Marsh spoke.", {("Marta Ilves", "Hall Marsh")}),
    ("Marta Ilves, who chairs the League of Nurses, spoke.", {("Marta Ilves", "League of Nurses")}),
    (
        "Marta Ilves, a spokeswoman for the group, the Movement of the Lakes, spoke.",
        {("Marta Ilves", "Movement of the Lakes")},
    ),
    ("Peru welcomes it, Foreign Ministry spokeswoman Marta Ilves said.", {("Marta Ilves", "Peru")}),
    ("Peru attacked, Foreign Ministry spokeswoman Marta Ilves said.", set()),
    (
        "Moss County burned. Sheriff Marta Ilves and Rachel Stein, the county's engineer, spoke.",
        {("Marta Ilves", "Moss County"), ("Rachel Stein", "Moss County")},
    ),
    ("Moss County and Fern County burned. Sheriff Marta Ilves spoke.", set()),
    ("District Judge Marta Ilves, Incident Commander Jan Berg and HR chief Rachel Stein spoke.", set()),
    (
        "Marta Ilves, head of the Association of Dock Staff (ADS), spoke.\nThe ADS team included Rachel Stein.",
        {("Marta Ilves", "Association of Dock Staff"), ("Rachel Stein", "Association of Dock Staff")},
    ),
    ("Marta Ilves, who speaks for Norway, sat beside Rachel Stein.", {("Marta Ilves", "Norway")}),
    (
        "- *Norway:* Foreign Minister Marta Ilves (head), the army's Rachel Stein",
        {("Marta Ilves", "Norway"), ("Rachel Stein", "Norway")},
    ),
    (
        "She spoke with the old chancellor and with Oman's finance minister, Marta Ilves, for an hour.",
        {("Marta Ilves", "Oman")},
    ),
    ("They met Presidential Envoy Ms. Marta Ilves and Royal Surgeon Rachel Stein.", set()),
    ("On Friday Novra Director Marta Ilves spoke. She joined Novra in May.", {("Marta Ilves", "Novra")}),
    ("Lisbon negotiator, Marta Ilves, said so.", {("Marta Ilves", "Portugal")}),
    ("Tessano businessman Marta Ilves spoke. Minister for Trade Rachel Stein did not.", set()),
    ("Marta Ilves of the ruling Moss Alliance spoke.", {("Marta Ilves", "Moss Alliance")}),
    ("Marta Ilves, a former Omani minister, leads Chad's delegation.", {("Marta Ilves", "Chad")}),
    ("Marta Ilves, a former Omani minister, spoke.", {("Marta Ilves", "Oman")}),
    ("Rebels led by former Omani minister Marta Ilves left.", set()),
    ("Ex-Texas Gov. Rachel Stein spoke. Former Texas Gov. Marta Ilves left.", set()),
    (
        "Rain hit Peru. Peruvian troops dug in Lima. President Marta Ilves and Health Minister Rachel Stein came.",
        {("Marta Ilves", "Peru"), ("Rachel Stein", "Peru")},
    ),
    ("Marta Ilves, Rio de Janeiro's civil defense head, spoke.", {("Marta Ilves", "Brazil")}),
    ("Marta Ilves, a Danish Airlines spokeswoman, spoke.", {("Marta Ilves", "Danish Airlines")}),
    ("The Ocean Aid Group (OAG) executive director Marta Ilves spoke.", {("Marta Ilves", "Ocean Aid Group")}),
    ("It pleased Oman, whose special envoy Marta Ilves left.", {("Marta Ilves", "Oman")}),
    ("Congolese envoy Marta Ilves spoke in Kinshasa.", {("Marta Ilves", "Democratic Republic of the Congo")}),
    ("Congolese envoy Marta Ilves spoke in Brazzaville.", {("Marta Ilves", "Congo")}),
    ("The ex-Peruvian minister Marta Ilves spoke.", {("Marta Ilves", "Peru")}),
    ("Marta Ilves, a former Hamas official, spoke.", set()),
    ("Marta Ilves, a co-founder of the extinct Moss Alliance, spoke.", set()),
    (
        "Marta Ilves, president of the Danish Federation of Nurses, spoke.",
        {("Marta Ilves", "Danish Federation of Nurses")},
    ),
    ("Marta Ilves, chair of Malaysia's United Malays Party, spoke.", {("Marta Ilves", "Malaysia")}),
    (
        "Rain hit Peru. Peru's Danish guests left Lima and Cusco. President Marta Ilves came.",
        set(),
    ),
    ("In Moss County it rained. Sheriff Marta Ilves spoke.", {("Marta Ilves", "Moss County")}),
    ("Rain hit Peru. Peruvian troops dug in Lima. Foreign Minister Marta Ilves came.", set()),
    ("Rain hit Peru. Peruvian troops dug in Lima, not in Chile. President Marta Ilves came.", set()),
    ("Rain hit Peru. Peruvian troops dug in Lima. Minister for Africa Marta Ilves came.", set()),
    (
        "Luis Vega of Chile and Omani Trade Minister Marta Ilves met.",
        {("Luis Vega", "Chile"), ("Marta Ilves", "Oman")},
    ),
    ("Greek and Omani envoys Luis Vega and Marta Ilves met.", set()),
    ("Pro Vida Chile leader Marta Ilves spoke.", {("Marta Ilves", "Pro Vida Chile")}),
    ("Chile Fishers Party leader Marta Ilves spoke.", {("Marta Ilves", "Chile Fishers Party")}),
    ("Chilean opposition leader Marta Ilves spoke.", {("Marta Ilves", "Opposition")}),
    ("Marta Ilves, head of the Chilean opposition delegation, spoke.", {("Marta Ilves", "Opposition")}),
    ("Marta Ilves, a professor at the University of Lima, spoke.", {("Marta Ilves", "University of Lima")}),
    ("Marta Ilves, president of Torvbank's South America unit, spoke.", {("Marta Ilves", "Torvbank")}),
    ("Marta Ilves, head of ABC trading at a bank, spoke.", set()),
    ("Marta Ilves, a spokeswoman for the bureau's Lusco office, spoke.", set()),
    ("Marta Ilves, a spokeswoman for the Lusco mining company, spoke.", {("Marta Ilves", "Lusco")}),
    ("Marta Ilves, president of the State Salt Authority, spoke.", {("Marta Ilves", "State Salt Authority")}),
    ("Garrow's secretary of state, Marta Ilves, spoke.", set()),
    ("Marta Ilves, a daughter of Peru, spoke.", set()),
    (
        "Marta Ilves, head of the National Boeing Fitters Union, spoke.",
        {("Marta Ilves", "National Boeing Fitters Union")},
    ),
    ("They met the South's leader, Marta Ilves, on Monday.", set()),
    ("ARW general secretary Marta Ilves spoke.", {("Marta Ilves", "ARW")}),
    ("Marta Ilves, chief executive of National Power, spoke.", {("Marta Ilves", "National Power")}),
    ("Marta Ilves, head of the Peru Nurses Congress, spoke.", {("Marta Ilves", "Peru Nurses Congress")}),
    ("Marta Ilves, a member of the Peruvian Congress, spoke.", {("Marta Ilves", "Peru")}),
    ("Marta Ilves, head of the State Trade Union, spoke.", {("Marta Ilves", "State Trade Union")}),
    ("They sued Peru and its envoy Marta Ilves.", {("Marta Ilves", "Peru")}),
    (
        "Marta Ilves, head of Lusco Medical Center where they lay, spoke.",
        {("Marta Ilves", "Lusco Medical Center")},
    ),
    ("The Bosnian Serb leader Marta Ilves spoke.", set()),
    ("Peru will be represented by its envoy Marta Ilves.", {("Marta Ilves", "Peru")}),
    (
        "Talks with Omani officials, including Trade Minister Marta Ilves, came after a call by Rachel Stein.",
        {("Marta Ilves", "Oman")},
    ),
]

COMPANIONS = [
    ("Anna Lind led the Swiss delegation, accompanied by Heidi Frei and Rachel Stein.", "Switzerland"),
    ("The Norwegian team was led by Anna Lind, with its adviser Heidi Frei and Rachel Stein.", "Norway"),
    ("Anna Lind, Oman's envoy, led for the hosts, with Heidi Frei and Rachel Stein.", "Oman"),
    ("Anna Lind led for Oman. Her team includes adviser Heidi Frei and Rachel Stein.", "Oman"),
    ("Also there were Heidi Frei, a geologist, and Rachel Stein, on the Omani side.", "Oman"),
    ("On the Omani side were Heidi Frei and Rachel Stein.", "Oman"),
    ("Anna Lind led for Oman. A law that helps her team includes Heidi Frei and Rachel Stein.", None),
    ("Heidi Frei and Rachel Stein said that nobody died on the Omani side.", None),
    ("Anna Lind, Oman's envoy, led the talks with Heidi Frei and Rachel Stein.", None),
    ("Anna Lind, Oman's envoy, led a delegation that met with Heidi Frei and Rachel Stein.", None),
]


@pytest.mark.parametrize(("text", "side"), COMPANIONS)
def test_who_comes_along_with_a_leader_is_on_his_side(text: str, side: str | None) -> None:
    sides = dict(values(text, "side"))
    assert [sides.get(name) for name in ("Heidi Frei", "Rachel Stein")] == [side, side]


@pytest.mark.parametrize(("text", "expected"), SIDES)
def test_sides(text: str, expected: set[tuple[str, str]]) -> None:
    assert values(text, "side") == expected


def test_a_side_is_passed_on_through_a_role_that_names_another() -> None:
    text = "President Petro Hrytsenko of Ukraine spoke.\nTaras Bondar, Mr. Hrytsenko's chief of staff, sat beside him."
    assert ("Taras Bondar", "Ukraine") in values(text, "side")


OWNERS = [
    ("A line of Moss Power burst. The utility's spokeswoman, Joan Baxter, spoke.", "Moss Power"),
    ("The Tanners Union refused. Joan Baxter, head of research at the union, spoke.", "Tanners Union"),
    ("The Tanners Union refused. Joan Baxter, a critic of the union, spoke.", None),
    ("Ukraine refused. Joan Baxter, a spokeswoman for the group, spoke.", None),
    ("Moss Airways lost money. It was late. Then finance director Joan Baxter spoke.", "Moss Airways"),
    ("Moss Airways lost. Fern Airways won. It was late. Then finance director Joan Baxter spoke.", None),
    (
        "The Orchard Pickers' Alliance walked out. Its president, Joan Baxter, spoke.",
        "Orchard Pickers' Alliance",
    ),
    (
        "The owners' group, Valley Canneries Inc., said no. Chief Executive Joan Baxter spoke.",
        "Valley Canneries",
    ),
    ("The Tanners Union refused, and its leader, Joan Baxter, spoke.", "Tanners Union"),
    ("The Hamas rebel group refused, its leader Joan Baxter said.", "Hamas"),
    ("Airbus raised its offer. It was late. The company's chief executive, Joan Baxter, spoke.", "Airbus"),
    ("Ukraine agreed. Its foreign minister, Joan Baxter, spoke.", "Ukraine"),
    ("The Tanners Union refused. Joan Baxter, the union's president, spoke.", "Tanners Union"),
    (
        "Talks with Harrow Docks Ltd. failed. Harrow Docks sulked. Its owner, Joan Baxter, spoke.",
        "Harrow Docks",
    ),
    ("Galdovia's president, Joan Baxter, spoke.", "Galdovia"),
    ("Airbus refused. The union's leader, Joan Baxter, spoke.", None),
    ("Ludwig Frei met Airbus. Its president, Joan Baxter, spoke.", None),
    ("Officials of the Tanners Union met. It grew late. Its president, Joan Baxter, spoke.", None),
    ("Ukraine's parliament met. Its speaker, Joan Baxter, spoke.", None),
    ("“We are ready,” said Joan Baxter, its president.", None),
]


@pytest.mark.parametrize(("text", "side"), OWNERS)
def test_its_is_the_organisation_that_the_words_before_are_about(text: str, side: str | None) -> None:
    assert values(text, "side") == ({("Joan Baxter", side)} if side else set())


LEADS = [
    ("Admiral Igor Kostin would head Moscow's team.", {("Igor Kostin", "Russia")}),
    ("Oleh Kozak, who leads Ukraine's delegation, spoke.", {("Oleh Kozak", "Ukraine")}),
    ("Igor Kostin, the intelligence chief, is set to lead Moscow's delegation.", {("Igor Kostin", "Russia")}),
    ("A Vietnamese team led by Nguyen Thi Lan arrived.", {("Nguyen Thi Lan", "Vietnam")}),
    ("Oleh Kozak heads the bank.", set()),
    ("The head of Oman's delegation, Oleh Kozak, later agreed.", {("Oleh Kozak", "Oman")}),
    ("Oleh Kozak, the head of the Omani delegation, agreed.", {("Oleh Kozak", "Oman")}),
    ("Omani delegation head Oleh Kozak agreed.", {("Oleh Kozak", "Oman")}),
    ("Oleh Kozak, a former head of the Omani delegation, agreed.", set()),
    ("Oleh Kozak, a spokesman for the head of the Omani delegation, agreed.", set()),
    (
        "The delegations, led by Omani minister Oleh Kozak and Chad's envoy to Peru Igor Kostin, sat.",
        {("Oleh Kozak", "Oman"), ("Igor Kostin", "Chad")},
    ),
    ("The delegations, led by Oleh Kozak and Igor Kostin, sat.", set()),
]


@pytest.mark.parametrize(("text", "expected"), LEADS)
def test_who_leads(text: str, expected: set[tuple[str, str]]) -> None:
    assert values(text, "leads") == expected


QUOTED = [
    ("Pavel Orlov said it was early.", {("Pavel Orlov", "said")}),
    ("Pavel Orlov, the Kremlin spokesman, also told reporters so.", {("Pavel Orlov", "told")}),
    ("“It is early,” said Pavel Orlov, the Kremlin spokesman.", {("Pavel Orlov", "said")}),
    ("It was early, according to Taras Bondar, the city's mayor.", {("Taras Bondar", "according to")}),
    (
        "Rachel Stein and Mark Delgado warned of delays.",
        {("Rachel Stein", "warned"), ("Mark Delgado", "warned")},
    ),
    ("Pavel Orlov was told to leave.", set()),
    ("The office of Pavel Orlov's aide said so.", set()),
    ("Officials said Pavel Orlov would come.", set()),
    ("A spokesman for Interior Secretary Rachel Stein said it was early.", set()),
    ("The union's leader, Rachel Stein, said it was early.", {("Rachel Stein", "said")}),
    ("A spokesman for the interior minister Rachel Stein said it was early.", set()),
    ("A lawyer for Rachel Stein and Mark Delgado said it was early.", set()),
]


@pytest.mark.parametrize(("text", "expected"), QUOTED)
def test_who_is_quoted(text: str, expected: set[tuple[str, str]]) -> None:
    assert values(text, "quoted") == expected


ATTENDS = [
    ("Pavel Orlov, who attended the previous talks, left.", {("Pavel Orlov", "attended the previous talks")}),
    (
        "Rachel Stein and Mark Delgado met with Pavel Orlov.",
        {(n, "met") for n in ("Rachel Stein", "Mark Delgado", "Pavel Orlov")},
    ),
    (
        "A meeting between Rachel Stein and Pavel Orlov ran late.",
        {(n, "meeting") for n in ("Rachel Stein", "Pavel Orlov")},
    ),
    ("Rachel Stein took part in the talks.", {("Rachel Stein", "part in the talks")}),
    ("Rachel Stein met a deadline.", set()),
]


@pytest.mark.parametrize(("text", "expected"), ATTENDS)
def test_who_attends(text: str, expected: set[tuple[str, str]]) -> None:
    assert values(text, "attends") == expected


def test_statements_point_to_the_words_that_say_so() -> None:
    text = "Kremlin spokesman Pavel Orlov said Admiral Igor Kostin would head Moscow's team."
    said = {(s.subject, s.property, text[s.begin : s.end]) for s in read(text)[1]}
    assert said == {
        ("Pavel Orlov", "name", "Pavel Orlov"),
        ("Pavel Orlov", "role", "Kremlin spokesman"),
        ("Pavel Orlov", "side", "Kremlin"),
        ("Pavel Orlov", "quoted", "said"),
        ("Igor Kostin", "name", "Igor Kostin"),
        ("Igor Kostin", "role", "Admiral"),
        ("Igor Kostin", "leads", "Moscow's team"),
        ("Igor Kostin", "side", "Moscow's team"),
    }
