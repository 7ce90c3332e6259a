"""Files as people have them: what is told of each kind, and what is left out and said to be."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from dreamplayer.errors import TextError
from dreamplayer.model.text import Dream
from dreamplayer.reading.ingest import formats
from dreamplayer.reading.ingest.parse import parse_draft

FILES = Path(__file__).parent / "reading" / "files"


def read(path: Path) -> Dream:
    """The dream in a file of any kind."""
    return parse_draft(formats.read_draft(path), name=path.stem)


def words(dream: Dream) -> str:
    """All that is told: words in lower case, without marks."""
    return " ".join(re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", " ".join(w.text for w in dream.words).lower()))


def kinds(dream: Dream) -> set[str]:
    """What was left out."""
    return {omission.kind for omission in dream.omissions}


PAGES = [
    (
        "<p>Geese slept<sup><a href='#a'>1</a></sup> there.</p><ol><li id='a'>Grey ones.</li></ol>",
        "geese slept there",
        {"footnote", "footnote mark"},
    ),
    ("<p>Geese<sup>2</sup> slept.</p>", "geese slept", {"footnote mark"}),
    ("<p>Ten m<sup>2</sup> of moss on the 1<sup>st</sup> step.</p>", "ten m2 of moss on the 1st step", set()),
    (
        "<p>Mist.<a role='doc-noteref' href='#n'>*</a></p><aside role='doc-footnote' id='n'>Thin.</aside>",
        "mist",
        {"footnote", "footnote mark"},
    ),
    ("<p>One <span class='pagenum'>[Pg 4]</span>oar.</p>", "one oar", {"page number"}),
    ("<p>One <a epub:type='pagebreak' id='p4'>4</a>oar.</p>", "one oar", {"page number"}),
    ("<p>The tide<span class='lineno'>15</span> turned.</p>", "the tide turned", {"line number"}),
    ("<p>Dusk.</p><p style='display: none'>Draft.</p><p aria-hidden='true'>x</p>", "dusk", {"hidden text"}),
    (
        "<style>.no, #b { color: red; display:none }</style><p>Dusk.</p><p class='no'>Out.</p><p id='b'>Out.</p>",
        "dusk",
        {"hidden text"},
    ),
    ("<style>@media print { p { display:none } }</style><p>Dusk.</p>", "dusk", set()),
    ("<nav><a href='/'>Home</a></nav><p>Dusk.</p><footer>Mail us</footer>", "dusk", {"page furniture"}),
    (
        "<div>Menu of the site</div><main><p>The lamp was lit and the boat lay still.</p></main>",
        "the lamp was lit and the boat lay still",
        {"page furniture"},
    ),
    ("<title>Tide</title><p>The tide went out.", "the tide went out", set()),
    ("<p>un<b>hurr</b>ied</p><div>a<div>b</div>c</div>", "unhurried a b c", set()),
    ("<p>One.<br><br>Two.</p>", "one two", set()),
    (
        "<table><tr><th>moth</th><th>owl</th></tr><tr><td>grey</td><td>brown</td></tr></table>",
        "moth owl grey brown",
        set(),
    ),
    ("<dl><dt>Fen</dt><dd>wet land</dd></dl>", "fen wet land", set()),
    ("<p>The <ruby>Ouse<rp>(</rp><rt>ooze</rt><rp>)</rp></ruby> ran.</p>", "the ouse ran", {"pronunciation"}),
    ("<p>He said <q>hush</q>.</p><pre><code>x = 1</code></pre>", "he said hush", {"code"}),
    ("<p><span class='dropcap'>W</span> inter came.</p>", "winter came", set()),
    ("<p><img alt='W' src='w.png'>inter came.</p>", "winter came", set()),
    ("<div class='drop-cap'>W</div><p>inter came.</p>", "winter came", set()),
    ("<h2><img alt='The Third Night' src='3.png'></h2><p>Rain.</p>", "the third night rain", set()),
    ("<p><img alt='A ferry under a lamp.'></p><p>Rain.</p>", "rain", {"picture"}),
    (
        "<figure><img alt='A map'><figcaption>Map of the fen</figcaption></figure><p>Rain.</p>",
        "rain",
        {"picture", "caption"},
    ),
    ("<p>Rain <del>and hail</del>fell.</p>", "rain fell", {"deleted text"}),
    ("<ul class='toc'><li><a href='#a'>One</a></li></ul><h2 id='a'>One</h2><p>Rain.</p>", "one rain", {"contents"}),
    ("<script>var a</script><noscript>Turn it on</noscript><p>Rain.</p><template>t</template>", "rain", set()),
]


@pytest.mark.parametrize(("page", "told", "left_out"), PAGES)
def test_pages(tmp_path: Path, page: str, told: str, left_out: set[str]) -> None:
    """What a page tells, in order, and the kinds that it is told without."""
    path = tmp_path / "page.html"
    path.write_text(page, encoding="utf-8")
    dream = read(path)
    assert words(dream) == told
    assert kinds(dream) == left_out


NOTES = [
    (
        "The pond.[^a] It froze.\n\n[^a]: A deep one,\n    they say.\n",
        "the pond it froze",
        {"footnote", "footnote mark"},
    ),
    ("A frog^[green, of course] sang.", "a frog sang", {"footnote mark"}),
    ("> [!tip] Ease\n> Breathe ==slowly== now.", "ease breathe slowly now", set()),
    ("See [[Night Harbour|the harbour]] and [[fog]].", "see the harbour and fog", set()),
    ("Sleep came. #calm #night/late", "sleep came", {"tag"}),
    ("Rain.\n\n```python\nx = {1}\n```\n\nMore rain.", "rain more rain", {"code"}),
    ("Rain.\n\n```\nsoft and low\n```\n", "rain soft and low", set()),
    ('---\ntitle: "Fen"\ntags: [a, b]\n---\nRain.', "rain", {"file properties"}),
    ('+++\ntitle = "Fen"\n+++\nRain.', "rain", {"file properties"}),
    ("- [ ] shut the gate\n- [x] bank the fire", "shut the gate bank the fire", set()),
    ("| a | b |\n|:--|--:|\n| oak | ash |", "a b oak ash", set()),
    ("Rain ~~and hail~~ fell. %%check this%%", "rain fell", {"deleted text", "comment"}),
    ("![a map](map.png)\n\nRain at [the mill](http://x.example/a).", "rain at the mill", {"picture"}),
    ("Rain. https://example.org/long/path?q=1", "rain", {"link address"}),
    ("Rain. ^blk-7\n\n::: note\nSnow.\n:::\n\n## Hail {#hail .x}", "rain snow hail", set()),
    ("A \\*star\\* and<br>a moon.", "a star and a moon", set()),
]


@pytest.mark.parametrize(("source", "told", "left_out"), NOTES)
def test_markdown_of_notes(tmp_path: Path, source: str, told: str, left_out: set[str]) -> None:
    """Marks of people's notes are understood; each word told stands at its place in the source."""
    path = tmp_path / "note.md"
    path.write_text(source, encoding="utf-8")
    dream = read(path)
    assert words(dream) == told
    assert kinds(dream) == left_out
    assert all(source[o.char_start : o.char_end].strip() == o.text for o in dream.omissions)


def test_numbers_of_a_list_are_said_once_and_not_shown(tmp_path: Path) -> None:
    """The number belongs to the first word of its item; a year that begins a line is no number of a list."""
    path = tmp_path / "list.md"
    path.write_text("1. Bank the fire.\n2. Bar the door.\n\nIt was in\n1914. Then came snow.", encoding="utf-8")
    dream = read(path)
    assert [(w.text, w.lead) for w in dream.words if w.lead] == [("Bank", "1"), ("Bar", "2")]
    assert words(dream).endswith("it was in 1914 then came snow")


def test_numbers_of_a_page_are_said_once(tmp_path: Path) -> None:
    """An ordered list counts its items; one whose text counts itself is not counted twice, and bullets have none."""
    path = tmp_path / "list.html"
    path.write_text(
        "<ol start='3'><li>Bank the fire.</li><li>Bar the door.</li></ol>"
        "<ol><li>1. Sleep.</li></ol><ul><li>Moss</li></ul>",
        encoding="utf-8",
    )
    assert [(w.text, w.lead) for w in read(path).words if w.lead] == [("Bank", "3"), ("Bar", "4")]


GUTENBERG = """The Project Gutenberg eBook of The Fen

Title: The Fen

Author: A. Nobody

*** START OF THE PROJECT GUTENBERG EBOOK THE FEN ***

Produced by Some People and the Online Distributed Proofreading Team

THE FEN

By A. Nobody

CONTENTS

  I.  The Dyke      3
  II. The Mill      9

CHAPTER I
THE DYKE

The water [Pg 4]stood[1] black. [Illustration: A dyke]

[1] Or brown.

CHAPTER II
THE MILL

It turned.

*** END OF THE PROJECT GUTENBERG EBOOK THE FEN ***

Section 1. General Terms of Use
"""


def test_a_gutenberg_text_is_told_from_its_first_chapter(tmp_path: Path) -> None:
    """Header, licence, credits, title page, contents, notes and marks of pictures are left out; chapters are known."""
    path = tmp_path / "fen.txt"
    path.write_text(GUTENBERG, encoding="utf-8")
    dream = read(path)
    assert words(dream) == "chapter i the dyke the water stood black chapter ii the mill it turned"
    assert {"licence", "credits", "title page", "contents", "page number", "picture", "footnote"} <= kinds(dream)
    assert (dream.title, dream.author) == ("The Fen", "A. Nobody")
    assert [chapter.title for chapter in dream.chapters] == ["CHAPTER I THE DYKE", "CHAPTER II THE MILL"]


PLAIN = [
    ("The lad-\nder creaked in the moon-\nlight.", "the ladder creaked in the moonlight"),
    ("A cold-\nhearted wind, and a self-\nmade path.", "a cold-hearted wind and a self-made path"),
    ("The sea-\nfarer slept. A seafarer dreams.", "the seafarer slept a seafarer dreams"),
    (
        "The owl sat upon the beam of the old mill and looked\n\n- 12 -\n\nover the water.",
        "the owl sat upon the beam of the old mill and looked over the water",
    ),
    ("The owl sat.\n\nPage 3 of 9\n\nThe frog sang.", "the owl sat the frog sang"),
    (
        "[12/05/2024, 21:14:03] Ann: Are you awake?\n[12/05/2024, 21:15:10] Ben: Nearly not.\n"
        "[12/05/2024, 21:16:00] Ben: <Media omitted>\n[12/05/2024, 21:16:40] Ben: Good night.",
        "ann are you awake ben nearly not good night",
    ),
    (
        "1\n00:00:01,000 --> 00:00:02,000\n<i>Low tide.</i>\n\n2\n00:00:02,100 --> 00:00:03,000\n{\\an8}- Mud and\nstars.\n",  # noqa: E501
        "low tide mud and stars",
    ),
    ("WEBVTT\n\nNOTE made by hand\n\nintro\n00:01.000 --> 00:02.000 align:start\n<v Ann>Low tide.</v>\n", "low tide"),
]


@pytest.mark.parametrize(("source", "told"), PLAIN)
def test_plain_text_of_every_kind(tmp_path: Path, source: str, told: str) -> None:
    """Broken words, page furniture, chats and subtitles are told as one would read them."""
    path = tmp_path / "text.txt"
    path.write_text(source, encoding="utf-8")
    assert words(read(path)) == told


def test_what_only_looks_like_a_running_head_is_told(tmp_path: Path) -> None:
    """Days that are counted are no page furniture; a line that counts pages amid sentences is."""
    path = tmp_path / "days.txt"
    path.write_text("Evening 1\n\nRain.\n\nEvening 2\n\nSnow.\n\nEvening 3\n\nMist.", encoding="utf-8")
    assert words(read(path)) == "evening 1 rain evening 2 snow evening 3 mist"
    half = "The owl sat on the beam of the mill all evening and looked"
    path.write_text("\n\n".join(f"{half}\n\nThe Fen {n}\n\nover the water." for n in (4, 5, 6)), encoding="utf-8")
    assert "fen" not in words(read(path))
    assert kinds(read(path)) == {"running head"}


def test_a_foreword_does_not_take_the_book_with_it(tmp_path: Path) -> None:
    """In a text whose headings are only capitals a section ends at the next of them."""
    path = tmp_path / "fen.txt"
    tales = "THE DYKE\n\nIt held.\n\nTHE MILL\n\nIt turned."
    path.write_text(f"FOREWORD\n\nThese were told to me.\n\n{tales}", encoding="utf-8")
    assert words(read(path)) == "the dyke it held the mill it turned"


def test_columns_are_refused_with_a_sentence(tmp_path: Path) -> None:
    """Text in two columns would be told across them; a list with page numbers is none."""
    left = ["the tide went out over", "the flat grey sands and", "left the boats leaning", "on their sides in mud."] * 3
    path = tmp_path / "columns.txt"
    path.write_text("\n".join(f"{a:<30}    {b}" for a, b in zip(left, reversed(left), strict=True)), encoding="utf-8")
    with pytest.raises(TextError, match="columns"):
        read(path)
    path.write_text("\n".join(f"{a:<30}    {n}" for n, a in enumerate(left)), encoding="utf-8")
    assert read(path)


@pytest.mark.parametrize("name", ["night.odt", "night.docx"])
def test_files_of_a_word_processor(name: str) -> None:
    """Written by LibreOffice: notes, comments, deletions, hidden text are left out, a text box is told once."""
    dream = read(FILES / name)
    told = "the night ferry the ferry lay at the old pier and softly it rocked a lamp burned in the bow"
    assert words(dream).startswith(told)
    assert words(dream).count("the bell is rung by hand") == 1
    assert words(dream).endswith(
        "mist came over the reeds the bell is rung by hand one rope two oars then all was still page"
    )
    assert {"footnote", "comment", "deleted text", "hidden text", "page number"} == kinds(dream)
    assert [w.text for w in dream.words if w.emphasis] == ["rocked."]
    assert dream.chapters[0].title == "The Night Ferry"


def test_rows_and_lists_of_a_word_processor() -> None:
    """Cells are set apart, rows and items are sentences of one passage, lines broken by hand are verse."""
    dream = read(FILES / "walk.docx")
    told = [[s.text for s in p.sentences] for p in dream.passages]
    assert ["dusk, geese", "dark, frogs"] in told
    assert ["a coat", "a lamp"] in told
    assert dream.passages[-1].verse


W = 'xmlns:w="w" xmlns:mc="mc" xmlns:wps="wps" xmlns:v="v"'


def docx(path: Path, body: str) -> Path:
    """A document as Word writes it, of one part."""
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
    return path


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


BOX = f"<w:txbxContent><w:p>{run('In a box.')}</w:p></w:txbxContent>"
WORD = [
    (
        f"<w:p>{run('Low ')}<mc:AlternateContent>"
        f"<mc:Choice><w:r><w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing></w:r></mc:Choice>"
        f"<mc:Fallback><w:r><w:pict><v:textbox>{BOX}</v:textbox></w:pict></w:r></mc:Fallback>"
        f"</mc:AlternateContent>{run('tide.')}</w:p>",
        "low tide in a box",
    ),
    (
        f"<w:p><w:moveFrom>{run('Gone.')}</w:moveFrom>{run('Here.')}<w:moveTo>{run(' Moved.')}</w:moveTo></w:p>",
        "here moved",
    ),
    (f"<w:p><w:del><w:r><w:delText>Gone.</w:delText></w:r></w:del><w:ins>{run('New.')}</w:ins></w:p>", "new"),
    (f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('One ')}</w:p><w:p>{run('line.')}</w:p>", "one line"),
    (f"<w:p>{run('Seen.')}{run('Hidden.', '<w:vanish/>')}{run('Struck.', '<w:strike/>')}</w:p>", "seen"),
    (
        '<w:p><w:pPr><w:framePr w:dropCap="drop"/></w:pPr>' + run("W") + f"</w:p><w:p>{run('inter came.')}</w:p>",
        "winter came",
    ),
    (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText> HYPERLINK "x" </w:instrText>'
        '<w:fldChar w:fldCharType="separate"/>'
        f'</w:r>{run("A link.")}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
        "a link",
    ),
    (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>'  # noqa: E501
        f"<w:p>{run('One 3')}</w:p></w:sdtContent></w:sdt><w:p>{run('Text.')}</w:p>",
        "text",
    ),
    (
        f"<w:tbl><w:tr><w:tc><w:p>{run('oak')}</w:p></w:tc><w:tc><w:p>{run('ash')}</w:p></w:tc></w:tr></w:tbl>",
        "oak ash",
    ),
]


@pytest.mark.parametrize(("body", "told"), WORD)
def test_documents_of_word(tmp_path: Path, body: str, told: str) -> None:
    """Boxes are told once, what is moved away, deleted or hidden is not, drop caps and joined paragraphs are whole."""
    assert words(read(docx(tmp_path / "d.docx", body))) == told


def epub(
    path: Path, chapters: dict[str, str], *, head: str = "", properties: str = "", more: dict[str, str] | None = None
) -> Path:
    """A book of these chapters in their order."""
    items = "".join(
        f'<item id="i{n}" href="{name}" media-type="application/xhtml+xml"/>' for n, name in enumerate(chapters)
    )
    spine = "".join(f'<itemref idref="i{n}"/>' for n in range(len(chapters)))
    with zipfile.ZipFile(path, "w") as file:
        file.writestr(
            "META-INF/container.xml", '<container><rootfiles><rootfile full-path="p.opf"/></rootfiles></container>'
        )
        file.writestr(
            "p.opf",
            f"<package><metadata>{head}</metadata><manifest>{items}{properties}</manifest><spine>{spine}</spine></package>",
        )
        for name, text in {**chapters, **(more or {})}.items():
            file.writestr(name, text)
    return path


def chapter(body: str, kind: str = "") -> str:
    """A page of a book."""
    return f'<html xmlns:epub="e"><head><title/></head><body epub:type="{kind}">{body}</body></html>'


def test_a_book_without_what_stands_around_it(tmp_path: Path) -> None:
    """Title page, imprint, dedication, contents, notes and colophon are left out; the title comes from the metadata."""
    book = epub(
        tmp_path / "b.epub",
        {
            "cover.xhtml": chapter("<img alt='Cover'/>"),
            "titlepage.xhtml": chapter("<h1>The Fen</h1>", "titlepage"),
            "x1.xhtml": chapter("<p>Copyright © 2020 Nobody. All rights reserved. ISBN 978-0-00-000000-2</p>"),
            "d.xhtml": chapter("<section epub:type='dedication'><p>To the frogs</p></section>", "frontmatter"),
            "c1.xhtml": chapter("<h2>I</h2><p>Water<a href='endnotes.xhtml#n1' epub:type='noteref'>1</a> rose.</p>", "bodymatter"),  # noqa: E501
            "c2.xhtml": chapter("<p class='t'>The Mill</p><p>It turned.</p>", "bodymatter"),
            "endnotes.xhtml": chapter("<ol><li id='n1'>Brown.</li></ol>", "backmatter"),
            "colophon.xhtml": chapter("<p>Set in type.</p>", "colophon"),
        },
        head="<title>The Fen</title><creator>A. Nobody</creator>",
        properties='<item id="n" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>',
        more={"nav.xhtml": "<html><body><nav epub:type='toc'><a href='c2.xhtml'>The Mill</a></nav></body></html>"},
    )  # fmt: skip
    dream = read(book)
    assert words(dream) == "i water rose the mill it turned"
    assert (dream.title, dream.author) == ("The Fen", "A. Nobody")
    assert [c.title for c in dream.chapters] == ["I", "The Mill"]
    assert {"title page", "imprint", "front matter", "footnote mark", "colophon"} <= kinds(dream)


def test_a_book_that_describes_its_pictures(tmp_path: Path) -> None:
    """Descriptions are told where the book says that they are meant to be read, and only there."""
    pages = {"c1.xhtml": chapter("<p>Rain.</p><figure><img alt='A ferry under a lamp.' src='f.png'/></figure>")}
    means = '<meta property="schema:accessibilityFeature">alternativeText</meta>'
    assert words(read(epub(tmp_path / "a.epub", pages))) == "rain"
    assert words(read(epub(tmp_path / "b.epub", pages, head=means))) == "rain a ferry under a lamp"


def test_a_locked_book_says_so(tmp_path: Path) -> None:
    """Copy protection is named; veiled fonts lock nothing."""
    pages = {"c1.xhtml": chapter("<p>Rain.</p>")}
    lock = '<e><EncryptionMethod Algorithm="{}"/></e>'
    fonts = lock.format("http://www.idpf.org/2008/embedding")
    assert read(epub(tmp_path / "a.epub", pages, more={"META-INF/encryption.xml": fonts}))
    with pytest.raises(TextError, match="locked"):
        read(epub(tmp_path / "b.epub", pages, more={"META-INF/encryption.xml": lock.format("aes128-cbc")}))


def test_a_page_nested_beyond_use_is_refused(tmp_path: Path) -> None:
    """Depth costs its square in the parser: it is asked first. Deep but sane pages keep their words."""
    path = tmp_path / "deep.html"
    path.write_text("<div>" * 30_000 + "word", encoding="utf-8")
    with pytest.raises(TextError, match="nested"):
        read(path)
    path.write_text("<div>" * 400 + "still told", encoding="utf-8")
    assert words(read(path)) == "still told"
