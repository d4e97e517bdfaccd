"""Marked-up text: nothing lost, nothing twice, crossing spans both shown."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from readout.show.as_html import HtmlWriter
from readout.show.as_text import line
from readout.show.marks import Spans, marked
from readout.show.nodes import Mark, Para

TEXT = "Three hundred <crews> waited two days for Odd Nygaard & Co."
SPAN = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda s: (min(s), max(s)))
SPANS = st.fixed_dictionaries({kind: st.lists(SPAN, max_size=4) for kind in ("when", "long", "who", "many")})


@given(spans=SPANS, where=SPAN)
def test_the_text_stays_the_text(spans: Spans, where: tuple[int, int]) -> None:
    assert line(marked(TEXT, *where, spans)) == TEXT[where[0] : where[1]]


@given(spans=SPANS)
def test_every_marked_letter_is_in_its_span(spans: Spans) -> None:
    at = 0
    for piece in marked(TEXT, 0, len(TEXT), spans):
        kinds = set()
        inner = piece
        while isinstance(inner, Mark):
            kinds.add(inner.kind)
            (inner,) = inner.content
        length = len(str(inner))
        for kind, found in spans.items():
            assert (kind in kinds) == any(b <= at and at + length <= e for b, e in found if b < e)
        at += length


def test_crossing_spans_are_cut_and_nested() -> None:
    html = HtmlWriter("x").blocks((Para(marked("abcdef", 0, 6, {"when": [(0, 4)], "who": [(2, 6)]})),))
    assert html == (
        '<p class="ro-body"><mark class="ro-when">ab</mark><mark class="ro-when"><mark class="ro-who">cd</mark>'
        '</mark><mark class="ro-who">ef</mark></p>'
    )
