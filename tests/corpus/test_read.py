"""Files of every format and in every state, from a path to an article or a warning."""

from __future__ import annotations

import base64
from datetime import date
from pathlib import Path

import pytest

from readout.corpus import Article, read_articles

BODY = (
    "The two delegations met in the town hall for six hours on Tuesday, the mediator said.\n\n"
    "They agreed to free 40 prisoners before the end of the month and to meet again in the spring."
)


def save(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def read_one(path: Path) -> Article:
    reading = read_articles([path])
    assert reading.warnings == ()
    (article,) = reading.articles
    return article


def test_text_with_front_matter(tmp_path: Path) -> None:
    head = "---\nheadline: Talks in the town hall\nDate: 2026-04-07\nsource: Hill Post\nby: [Ana Ruiz, Jo Beck]\n---\n"
    article = read_one(save(tmp_path, "a.txt", head + BODY))
    assert article.text == "Talks in the town hall\n" + BODY.replace("\n\n", "\n")
    assert (article.published, article.published_basis) == (date(2026, 4, 7), "stated")
    assert (article.publisher, article.authors) == ("Hill Post", ("Ana Ruiz", "Jo Beck"))


def test_markdown_down_to_its_words(tmp_path: Path) -> None:
    page = (
        "---\ntitle: Talks\nlink: https://hill.example/2026/04/07/talks\n---\n# Talks\n\n<!-- draft -->\n"
        "The **two** [delegations](https://hill.example) met in the *town hall*\nfor six hours on Tuesday.\n\n"
        "![crowd](crowd.png)\n\n> “We talked,” said `Marta Ruiz`, who chaired the meeting.\n\n"
        "- 40 prisoners\n- 2 days\n"
    )
    article = read_one(save(tmp_path, "a.md", page))
    assert article.text.split("\n") == [
        "Talks",
        "The two delegations met in the town hall for six hours on Tuesday.",
        "“We talked,” said Marta Ruiz, who chaired the meeting.",
        "- 40 prisoners",
        "- 2 days",
    ]
    assert article.published == date(2026, 4, 7)
    assert "address" in article.published_evidence
    assert article.publisher == "hill.example"


HTML = """<html lang="en"><head><title>Talks in the town hall - Hill Post</title>
<meta property="og:title" content="Talks in the town hall"><meta property="og:site_name" content="Hill Post">
{meta}</head><body><nav><a href="/">Home</a><a href="/w">World</a></nav><article><h1>Talks in the town hall</h1>
<p>By Ana Ruiz</p><p>The two delegations met in the town hall for six hours on Tuesday, the mediator said.</p>
<p>They agreed to free 40 prisoners before the end of the month and to meet again in the spring.</p>
<p>No date was set for the next meeting, which the mediator called a matter of weeks and not of days.</p></article>
<footer>Privacy policy. All rights reserved.</footer></body></html>"""
META = {
    "JSON-LD": (
        '<script type="application/ld+json">{"@graph": [{"datePublished": "2026-04-07T23:30:00-05:00"}]}</script>'
    ),
    "article:published_time": '<meta property="article:published_time" content="2026-04-07T10:00:00Z">',
    "itemprop": '<meta itemprop="datePublished" content="April 7, 2026">',
}


@pytest.mark.parametrize("meta", META)
def test_web_page_with_metadata(tmp_path: Path, meta: str) -> None:
    article = read_one(save(tmp_path, "a.html", HTML.format(meta=META[meta])))
    assert article.title == "Talks in the town hall"
    assert article.text.split("\n")[1].startswith("The two delegations")
    assert "Ana Ruiz" not in article.text
    assert "Privacy" not in article.text
    assert article.published == date(2026, 4, 7)
    assert article.publisher == "Hill Post"


@pytest.mark.parametrize("block", ["{", "[" * 100_000, '{"datePublished": 7}', '{"datePublished": "soon"}'])
def test_web_page_with_broken_metadata(tmp_path: Path, block: str) -> None:
    page = HTML.format(meta=f'<script type="application/ld+json">{block}</script>')
    assert read_one(save(tmp_path, "a.html", page)).published is None


def test_web_page_in_its_declared_encoding(tmp_path: Path) -> None:
    page = HTML.format(meta='<meta charset="windows-1252">').replace("the mediator", "the café owner")
    assert "café" in read_one(save(tmp_path, "a.htm", page.encode("cp1252"))).text


@pytest.mark.parametrize("transfer", ["8bit", "base64"])
def test_mail_with_wrapped_plain_part(tmp_path: Path, transfer: str) -> None:
    wrapped = BODY.replace(" hours on", " hours\non").replace(" month and", " month\nand")
    content = base64.encodebytes(wrapped.encode()).decode() if transfer == "base64" else wrapped
    mail = (
        "From: Hill Post <news@hill.example>\nSubject: Fwd: =?utf-8?q?Talks_in_the_caf=C3=A9?=\n"
        "Date: Tue, 07 Apr 2026 23:10:00 +0200\nContent-Type: text/plain; charset=utf-8\n"
        f"Content-Transfer-Encoding: {transfer}\n\n{content}"
    )
    article = read_one(save(tmp_path, "a.eml", mail))
    assert article.text == "Talks in the café\n" + BODY.replace("\n\n", "\n")
    assert article.published == date(2026, 4, 7)
    assert article.publisher == "Hill Post"


def test_mail_with_nothing_but_a_page(tmp_path: Path) -> None:
    mail = "From: a@hill.example\nSubject: Talks\nContent-Type: text/html; charset=utf-8\n\n" + HTML.format(
        meta=""
    )
    article = read_one(save(tmp_path, "a.eml", mail))
    assert "for six hours on Tuesday" in article.text
    assert (article.published, article.published_basis) == (None, "unknown")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_encodings_that_show_themselves(tmp_path: Path, encoding: str) -> None:
    article = read_one(save(tmp_path, "a.txt", ("Pérez’s plan “holds”\n\n" + BODY).encode(encoding)))
    assert article.title == "Pérez’s plan “holds”"


def test_windows_encoding_is_told(tmp_path: Path) -> None:
    path = save(tmp_path, "a.txt", ("Pérez’s plan holds\n\n" + BODY).encode("cp1252"))
    reading = read_articles([path])
    assert reading.articles[0].title == "Pérez’s plan holds"
    assert reading.warnings == (f"{path}: not in UTF-8, read as Windows-1252",)


UNREADABLE = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\t\n ", "empty"),
    "binary.txt": (bytes(range(256)) * 20, "binary, not text"),
    "picture.md": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0\x01\x02" * 200, "binary, not text"),
    "empty.html": (b"<html><body></body></html>", "no article text found in the page"),
    "furniture.txt": (b"Share\nComments\n0:00\n", "no article text in it"),
    "note.eml": (b"just words", "not a saved e-mail: it has no headers"),
    "scan.pdf": (b"%PDF-1.7", "not a format that is read (.txt, .md, .markdown, .html, .htm, .eml)"),
    "french.txt": (
        "Les deux délégations se sont réunies mardi pendant six heures à la mairie, a déclaré le médiateur. "
        "Elles se sont mises d’accord pour libérer quarante prisonniers avant la fin du mois et se revoir.".encode(),
        "not in English",
    ),
    "dutch.txt": (
        b"De twee delegaties kwamen dinsdag in het stadhuis bijeen en spraken zes uur met elkaar, zei de "
        b"bemiddelaar. Zij werden het eens om veertig gevangenen vrij te laten en elkaar in mei weer te zien.",
        "not in English",
    ),
    "russian.txt": ("Переговоры продолжались шесть часов, сообщил посредник.".encode(), "not in English"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_is_no_article_is_named_and_the_run_goes_on(tmp_path: Path, name: str) -> None:
    content, why = UNREADABLE[name]
    bad = save(tmp_path, f"bad/{name}", content)
    good = save(tmp_path, "good.txt", BODY)
    reading = read_articles([bad, good])
    assert [a.id for a in reading.articles] == ["good"]
    assert reading.warnings == (f"{bad}: {why}",)


def test_a_path_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"No such file or folder: .*nowhere"):
        read_articles([tmp_path / "nowhere"])
    with pytest.raises(FileNotFoundError, match="nothing"):
        read_articles([tmp_path / "nothing*.txt"])


def test_folders_globs_and_files_name_each_file_once(tmp_path: Path) -> None:
    for name in ("a.txt", "b/c.txt", "b/[d].txt", ".hidden.txt", "b/.git/e.txt", "page_files/f.txt"):
        save(
            tmp_path, name, f"Report on {name.upper()} of the day\n\n{BODY}\n\nIt took {len(name) * 7} days."
        )
    everything = [a.path for a in read_articles([tmp_path]).articles]
    assert everything == [str(tmp_path / n) for n in ("a.txt", "b/c.txt", "b/[d].txt")]
    again = [tmp_path / "b" / "[d].txt", tmp_path / "b" / "*.txt", tmp_path / "**/*.txt", tmp_path]
    assert {a.path for a in read_articles(again).articles} >= set(everything)
    assert len(read_articles(again).articles) == len(read_articles([*again, *again]).articles)


def test_ids_are_unique_and_do_not_hang_on_the_order_given(tmp_path: Path) -> None:
    texts = [
        "Rain fell for nine days in the valley and 40 homes were lost.",
        "The court heard 12 witnesses on Monday.",
    ]
    one = save(tmp_path, "x/Łódź talks!.txt", texts[0] * 3)
    two = save(tmp_path, "y/Lodz Talks.txt", texts[1] * 3)
    three = save(tmp_path, "日本.txt", BODY)
    ids = {a.path: a.id for a in read_articles([one, two, three]).articles}
    assert ids == {a.path: a.id for a in read_articles([three, two, one]).articles}
    assert len(set(ids.values())) == 3
    assert ids[str(three)] == "article"


def test_sidecar_goes_before_all_else(tmp_path: Path) -> None:
    save(tmp_path, "a.txt", "---\ndate: 2026-04-01\ntitle: Old\npublisher: Old Post\n---\nOld\n\n" + BODY)
    save(tmp_path, "b.txt", "The court heard 12 witnesses on Monday and rose after four hours.")
    save(
        tmp_path,
        "articles.csv",
        "\ufefffile;published;title;publisher;authors;url\na.txt;2026-04-07;New;Hill Post;Ana Ruiz;https://hill.example/x\n"
        "gone.txt;2026-04-07;;;;\n",
    )
    reading = read_articles([tmp_path])
    a, b = reading.articles
    assert (a.published, a.published_basis, a.published_evidence) == (
        date(2026, 4, 7),
        "sidecar",
        "articles.csv",
    )
    assert (a.title, a.publisher, a.authors, a.url) == (
        "New",
        "Hill Post",
        ("Ana Ruiz",),
        "https://hill.example/x",
    )
    assert b.published is None
    assert reading.warnings == (f"{tmp_path / 'articles.csv'}: names gone.txt, which is not there",)


def test_a_date_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    save(tmp_path, "a.txt", BODY)
    save(
        tmp_path,
        "b.txt",
        "---\ndate: the other day\n---\nThe court heard 12 witnesses on Monday and rose late.",
    )
    save(tmp_path, "articles.csv", "file,published\na.txt,05/04/2026\n")
    warnings = "\n".join(read_articles([tmp_path]).warnings)
    assert "05/04/2026" in warnings
    assert "b.txt" in warnings


@pytest.mark.parametrize(
    "front", ["a: [", "- x", "just words", "? ", "a: &a [*a]", "date: 2026-13-45", "title: {}"]
)
def test_odd_front_matter_is_no_reason_to_stop(tmp_path: Path, front: str) -> None:
    (article,) = read_articles([save(tmp_path, "a.txt", f"---\n{front}\n---\n{BODY}")]).articles
    assert "six hours" in article.text


def test_nothing_reaches_a_terminal_or_a_page_unseen(tmp_path: Path) -> None:
    odd = '---\ntitle: "Tal\\e[31mks \\u202Ehere"\npublisher: "Hill\\x07 Post"\nurl: "javascript:alert(1)"\n---\n'
    article = read_one(save(tmp_path, "a.txt", odd + BODY.replace("six", "\x1b]0;six\u200b\u00ad")))
    assert article.title == "Tal[31mks here"
    assert article.publisher == "Hill Post"
    assert article.url is None
    assert "]0;six hours" in article.text


def test_copies_are_one_article(tmp_path: Path) -> None:
    long = "\n\n".join(
        f"On day {n} the mediators met side {n} for {n + 2} hours in hall {n}." for n in range(20)
    )
    save(tmp_path, "a.txt", f"Talks go on\n\nMarch 3, 2026\n\n{long}")
    save(tmp_path, "b.txt", f"Hill Post\n\nTalks go on\n\nMarch 2, 2026\n\n{long}\n\n© 2026 Hill Post")
    save(tmp_path, "c.txt", f"Talks go on\n\nMarch 4, 2026\n\n{long.replace('9 hours', '90 hours')}")
    first, update = read_articles([tmp_path]).articles
    assert (first.id, first.copies) == ("b", (str(tmp_path / "a.txt"),))
    assert (update.id, update.copies) == ("c", ())


def test_a_broken_date_in_a_page_is_not_mended_by_a_guess(tmp_path: Path) -> None:
    body = (
        "<p>The harbour board met the dockers again and spoke about wages, shifts and the new crane.</p>" * 3
    )
    head = '<meta property="article:published_time" content="2026-02-30T10:00"><title>Dockers and board meet</title>'
    page = tmp_path / "page.html"
    page.write_text(f"<html><head>{head}</head><body><article>{body}</article></body></html>")
    assert read_articles([page]).articles[0].published is None


def test_a_text_that_is_no_article_by_its_length_is_left_out(tmp_path: Path) -> None:
    line = "The warden said on Monday that the pumps had run for two hours and then stopped. "
    (tmp_path / "log.txt").write_text(line * 15_000, encoding="utf-8")
    assert read_articles([tmp_path]).warnings == (f"{tmp_path / 'log.txt'}: too large for an article",)
