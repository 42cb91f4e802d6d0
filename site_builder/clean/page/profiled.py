"""The fields of an article as the profile of its site says where they stand.

Input: the page's tree, the fields as they were found without the profile, the profile. Output: the fields. A selector
that finds nothing changes nothing: sites change their pages, and nothing may need a profile.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from site_builder.clean.page.meta import Meta
from site_builder.clean.page.people import clean_names
from site_builder.clean.page.published import parse_date
from site_builder.clean.writing.markdown import squeeze
from site_builder.model.article import PartialDate, Rights
from site_builder.model.profile import Profile
from site_builder.model.scrape import Evidence

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def select(root: HtmlElement, selector: str) -> list[HtmlElement]:
    """Return the elements that a CSS selector names; one that is none names nothing."""
    from cssselect import SelectorError  # noqa: PLC0415 - only pages of known sites need it

    try:
        return list(root.cssselect(selector)) if selector else []
    except SelectorError:
        return []


def read_profiled(root: HtmlElement, profile: Profile) -> dict[str, tuple[Any, str]]:
    """Return the fields that the selectors of ``profile`` find, each with what ``--explain`` shows of it."""
    title, dek = (_text(root, selector) for selector in (profile.title, profile.dek))
    authors = clean_names([_text(root, profile.byline)])
    date = _date(root, profile)
    found: dict[str, tuple[Any, str]] = {
        "title": (title, title),
        "dek": (dek, dek),
        "authors": (authors, "; ".join(authors)),
        "date": (date, date.text),
    }
    return {field: said for field, said in found.items() if said[1]}


def with_profile(meta: Meta, found: Mapping[str, tuple[Any, str]], profile: Profile) -> Meta:
    """Return ``meta`` with what was ``found`` by the profile and what it says of all pages of its site."""
    new: dict[str, Any] = {field: value for field, (value, _) in found.items()}
    by = {field: Evidence(field, shown, "profile") for field, (_, shown) in found.items()}
    if profile.publisher and not meta.publisher:
        new["publisher"], by["publisher"] = profile.publisher, Evidence("publisher", profile.publisher, "profile")
    if profile.rights and not meta.rights.notice:
        holder = meta.publisher or profile.publisher
        new["rights"], by["rights"] = (
            Rights("reserved", holder, None, profile.rights),
            Evidence("rights", profile.rights, "profile"),
        )
    if profile.lang and any(one.field == "lang" and one.source == "default" for one in meta.evidence):
        new["lang"], by["lang"] = profile.lang, Evidence("lang", profile.lang, "profile")
    kept = tuple(one for one in meta.evidence if one.field not in by)
    told = tuple(text for text in meta.differences if text.partition(":")[0] not in by)
    return replace(meta, **new, evidence=(*kept, *by.values()), differences=told)


def _text(root: HtmlElement, selector: str) -> str:
    return next((text for one in select(root, selector) if (text := squeeze(one.text_content()))), "")


def _date(root: HtmlElement, profile: Profile) -> PartialDate:
    element = next(iter(select(root, profile.date)), None)
    if element is None:
        return PartialDate()
    shown = squeeze(element.text_content())
    if profile.date_format:
        try:
            return PartialDate(datetime.strptime(shown, profile.date_format).date().isoformat(), "day")  # noqa: DTZ007 - a day
        except ValueError:
            return PartialDate()
    return parse_date(element.get("datetime") or element.get("content") or shown)
