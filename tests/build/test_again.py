"""A warm build gives byte for byte what a cold one gives, whatever was edited in between."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as tried
from hypothesis import strategies as st

from site_builder.model.site import Site
from tests.build.sites import BRIDGE, SONG, built, pages, site, write

WORDS = ("诚信", "重庆", "共青团", "大桥", "刘红", "新闻", "高铁", "诚实", "大路")
ENGLISH = (
    "trust",
    "Chongqing",
    "the youth league",
    "Liu Hong",
    "news",
    "fast trains",
    "Liú Hóng",
    "honest",
    "a road",
    "Qin Hong",
)
FIRST = {"song": SONG, "bridge": BRIDGE}
SLUGS = ("song", "bridge", "train", "letter")
OTHERS = {
    f"other-{number}": f"---\ntitle: Of {word}\nslug: other-{number}\ntopics: [cities]\n---\n\n"
    f"All speak of {english} ({word}), as #{word}{WORDS[0]}# and #{word}{WORDS[3]}# show.\n"
    for number, (word, english) in enumerate(zip(WORDS, ENGLISH, strict=False))
}
"""Articles that nobody edits: with them one edit is few enough for looking only at what it changed."""

sentences = st.builds(
    "{} ({}) and a hashtag “{}” (#{}{}#), said [they](/articles/song/).".format,
    st.sampled_from(ENGLISH),
    st.sampled_from(WORDS),
    st.sampled_from(ENGLISH),
    st.sampled_from(WORDS),
    st.sampled_from(WORDS),
)
articles = st.builds(
    "---\ntitle: {} {}\nslug: {{slug}}\ndate: {}\ndate_precision: year\ntopics: [{}]\n"
    "rights: {{{{status: {}}}}}\nstatus: {}\n---\n\n{}\n".format,
    st.sampled_from(("News", "About", "A letter on")),
    st.sampled_from(WORDS),
    st.integers(2018, 2020),
    st.sampled_from(("trust", "cities", "trust, cities")),
    st.sampled_from(("own", "reserved")),
    st.sampled_from(("published", "published", "draft")),
    st.lists(sentences, min_size=1, max_size=3).map("\n\n".join),
)
edits = st.one_of(
    st.tuples(st.just("article"), st.sampled_from(SLUGS[1:]), articles),
    st.tuples(st.just("remove"), st.sampled_from(SLUGS[1:]), st.just("")),
    st.tuples(st.just("reading"), st.sampled_from(WORDS), st.sampled_from(("a", "bā"))),
    st.tuples(st.just("glossary"), st.sampled_from(WORDS), st.sampled_from(ENGLISH)),
    st.tuples(st.just("note"), st.sampled_from(WORDS), st.sampled_from(ENGLISH)),
    st.tuples(st.just("topic"), st.sampled_from(("trust", "cities")), st.sampled_from(ENGLISH)),
    st.tuples(st.just("hashtag"), st.sampled_from(WORDS), st.sampled_from(ENGLISH)),
    st.tuples(st.just("page"), st.sampled_from(("about", "thanks")), st.sampled_from(WORDS)),
    st.tuples(st.just("rename"), st.sampled_from(SLUGS[1:]), st.sampled_from(("boat", "letter"))),
    st.tuples(st.just("plain"), st.sampled_from(SLUGS), st.sampled_from(ENGLISH)),
    st.tuples(st.just("revert"), st.sampled_from(SLUGS), st.just("")),
    st.tuples(
        st.just("template"), st.sampled_from(("article", "term", "hashtag", "topic", "foot")), st.text("ab", max_size=2)
    ),
)
TEMPLATES = Path(__file__).parents[2] / "templates"


def apply(root: Path, edit: tuple[str, str, str]) -> None:
    kind, name, text = edit
    if kind == "article":
        write(root, f"content/articles/{name}.md", text.format(slug=name))
    elif kind == "remove":
        (root / f"content/articles/{name}.md").unlink(missing_ok=True)
    elif kind == "reading":
        write(root, "content/readings.yaml", f"- word: {name}\n  reading: {text} {text}\n")
    elif kind == "glossary":
        write(root, "content/glossary.yaml", f"- term: {name}\n  english: [{text}]\n")
    elif kind == "note":
        write(root, "content/annotations/song.yaml", f"- id: n1\n  quote: {name}\n  note: {text}\n")
    elif kind == "hashtag":
        write(root, "content/hashtags.yaml", f"- name: {name}{WORDS[0]}\n  english: [{text}]\n  topics: [cities]\n")
    elif kind == "template":
        standard = (TEMPLATES / f"{name}.html").read_text("utf-8")
        block = "{% block main %}"
        write(
            root,
            f"templates/{name}.html",
            standard.replace(block, block + text) if block in standard else standard + text,
        )
    elif kind == "page":
        write(root, f"content/pages/{name}.md", f"---\ntitle: About {text}\n---\n\nOf [it](/glossary/).\n")
    elif kind in {"rename", "plain", "revert"}:
        rework(root, kind, name, text)
    else:
        write(root, f"content/topics/{name}.md", f"---\ntitle: {text}\n---\n\nAbout {text}.\n")


def rework(root: Path, kind: str, name: str, text: str) -> None:
    """Rename an article that is there, add a sentence without Chinese to it, or make it what it was at first."""
    file = root / f"content/articles/{name}.md"
    if kind == "revert" and name in FIRST:
        write(root, f"content/articles/{name}.md", FIRST[name])
    elif kind == "rename" and file.exists():
        write(root, f"content/articles/{text}.md", file.read_text("utf-8").replace(f"slug: {name}", f"slug: {text}"))
        if name != text:
            file.unlink()
    elif kind == "plain" and file.exists():
        file.write_text(f"{file.read_text('utf-8')}\nNobody asked {text}.\n", encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("settings", [Site(), Site(entries="anchors")])
# No shrinking: a step takes a second.
@tried(
    max_examples=8,
    suppress_health_check=[HealthCheck.too_slow],
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(rounds=st.lists(st.lists(edits, min_size=1, max_size=3), min_size=1, max_size=4))
def test_a_warm_build_is_a_cold_build(rounds: list[list[tuple[str, str, str]]], settings: Site) -> None:
    root = Path(tempfile.mkdtemp())
    try:
        warm = site(root / "warm", song=SONG, **OTHERS)
        (warm / "templates").mkdir()
        built(warm, settings)
        for edited in rounds:
            for edit in edited:
                apply(warm, edit)
            report = built(warm, settings)
            cold = root / "cold"
            for folder in ("content", "templates"):
                shutil.copytree(warm / folder, cold / folder)
            expected = built(cold, settings)
            assert report.issues == expected.issues
            assert report.published == expected.published
            if expected.published:
                assert pages(warm) == pages(cold)
            shutil.rmtree(cold)
    finally:
        shutil.rmtree(root)
