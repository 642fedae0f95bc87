"""Pages and texts with metadata of their own: HTML, and Markdown with front matter."""

from __future__ import annotations

import json
import re
from typing import Any

_FENCE = re.compile(r"---[ \t]*\n")
_KEY = re.compile(r"([A-Za-z_][\w-]{0,40})[ \t]*:[ \t]*(.*)")
_FIELDS = frozenset({"id", "source", "title", "published", "date", "url", "language", "author", "lang"})
_DATE_META = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "dc.date.issued",
    "dc.date",
    "dcterms.created",
    "date",
    "pubdate",
    "publish-date",
    "parsely-pub-date",
    "sailthru.date",
)


def fields_of_markdown(text: str) -> tuple[dict[str, Any], list[int]]:
    """The body as ``text`` with the front matter's fields, and the numbers of its lines that are no field.

    Front matter is what stands between a first line ``---`` and the next; only plain ``key: value`` lines are
    read. The body begins behind it, so offsets are those of the body.
    """
    opening = _FENCE.match(text)
    closing = re.compile(r"^---[ \t]*$", re.MULTILINE).search(text, opening.end()) if opening else None
    if not opening or not closing:
        return {"text": text}, []
    fields: dict[str, Any] = {}
    strange = []
    for number, line in enumerate(text[opening.end() : closing.start()].split("\n"), 2):
        found = _KEY.fullmatch(line.strip())
        if found and found.group(1).lower() in _FIELDS:
            name = found.group(1).lower()
            fields["language" if name == "lang" else name] = found.group(2).strip().strip("\"'")
        elif line.strip() and not found and not line.lstrip().startswith(("#", "-")):
            strange.append(number)
    return {**fields, "text": text[closing.end() :].lstrip("\n")}, strange


def fields_of_html(markup: str) -> dict[str, Any]:
    """The body text that trafilatura extracts, with title, author, date, address and language.

    Where trafilatura finds no body (short pages), the text of the page without scripts and styles. Dates are the
    ones that the page declares, never guessed from its words. Scripts and tags that stand as text stay text.
    """
    from lxml import etree, html  # type: ignore[import-untyped]
    from trafilatura import bare_extraction

    try:
        tree = html.fromstring(re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", markup))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return {"text": ""}
    declared = _date_of(tree)
    language = tree.get("lang") or tree.get("xml:lang")
    page = bare_extraction(markup, with_metadata=True, include_comments=False, include_tables=True)
    found = page if isinstance(page, dict) else page.as_dict() if page else {}
    text = found.get("raw_text") or found.get("text") or _plain_text(tree)
    return {
        "text": text,
        "title": found.get("title") or _first(tree, "//title//text()"),
        "author": found.get("author"),
        "url": _first(tree, "//link[@rel='canonical']/@href") or _first(tree, "//meta[@property='og:url']/@content"),
        "source": _first(tree, "//meta[@property='og:site_name']/@content"),
        "published": declared,
        "language": language,
    }


def _first(tree: Any, path: str) -> str | None:
    return next((str(value).strip() for value in tree.xpath(path) if str(value).strip()), None)


def _date_of(tree: Any) -> str | None:
    metas: dict[str, str] = {}
    for meta in tree.xpath("//meta[@content]"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        metas.setdefault(name.lower(), meta.get("content"))
    declared = next((metas[name] for name in _DATE_META if metas.get(name)), None)
    return declared or _linked_data_date(tree) or _first(tree, "//time/@datetime")


def _linked_data_date(tree: Any) -> str | None:
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            content = json.loads(script)
        except (ValueError, RecursionError):
            continue
        graph = content.get("@graph", [content]) if isinstance(content, dict) else content
        for item in graph if isinstance(graph, list) else []:
            if isinstance(item, dict) and isinstance(item.get("datePublished"), str):
                return str(item["datePublished"])
    return None


def _plain_text(tree: Any) -> str:
    from lxml import etree

    body = tree.find(".//body")
    etree.strip_elements(tree, "script", "style", "noscript", "template", "head", with_tail=False)
    lines = (" ".join(str(part).split()) for part in (body if body is not None else tree).itertext())
    return "\n".join(line for line in lines if line)
