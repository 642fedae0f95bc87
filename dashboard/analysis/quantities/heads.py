"""Who or what a sentence speaks of: its grammatical subject, as far as its first words tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from dashboard.model import Name

# Words that open a clause without being its subject; with what follows them up to a comma they are passed over.
_ADVERBIAL = re.compile(
    r"(?:à|a(?= (?:l')?[^\W\d_]{2,25},)|au|aux"
    r"|avant|après|avec|chez|contre|d'après|dans|de|depuis|dès|devant|du|durant|d'ici|en|entre|face|faute"
    r"|fin|grâce|hors|hier|jusqu'|l'an|malgré|outre|par|parmi|pendant|pour|quant|sans|selon|si|sous|sur|vers"
    r"|lorsque|quand|comme|alors|at|by|for|from|in|on|since|with|after|before|despite"
    r"|[^\W\d_]{2,20}(?:é|ée|és|ées|ie|is|ises?|uit|uite|ment|ant))(?![\w-])"
)
_SUBJECT_BEGINS = re.compile(
    r"(?:l'|(?:le|la|les|un|une|ce|cet|cette|ces|son|sa|ses|leurs?|il|elle|ils|elles|on|the|its|his|her|it|he|she) )"
)
_COUNTED = re.compile(r"(?:\d|(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|près de|plus de|quelque) )")
# First words of a sentence that are no noun which describes its subject.
_NOT_DESCRIBING = re.compile(
    r"(?:l'|d'|c'|j'|n'|s'|qu'|(?:le|la|les|un|une|des|ce|cet|cette|ces|son|sa|ses|leurs?|mon|ma|mes|notre|nos|il|elle|ils"
    r"|elles|on|nous|vous|je|tu|qui|que|dont|où|plus|moins|près|environ|quelque|tout|toute|tous|toutes|deux|trois|quatre"
    r"|cinq|six|sept|huit|neuf|dix|the|its|his|her|it|he|she|they|we|both|some|many)(?!\w))"
)
_LINK = re.compile(r"(?:mais|et|or|car|puis|donc|ainsi|pourtant|toutefois|désormais|résultat :|bref,|but|and|yet) ")
_COMMA = re.compile(r"(?<![0-9]),(?![0-9])\s?|,\s")
_DETERMINER = re.compile(
    r"(?:l'|(?:le|la|les|un|une|ce|cet|cette|ces|chaque|aucune?|the|this|that) )(?:ex-|(?:autres?|seconde?|premi\w+"
    r"|ancien(?:ne)?|jeunes?(?! pousse)|petite?s?|grande?s?|gros(?:se)?|nouve(?:au|l|lle|aux|lles)|futur(?:e|s|es)?"
    r"|célèbres?|vieux|vieille|deuxième|troisième|principal(?:e|es)?|former|new) ){0,2}"
)
_OWNED = re.compile(
    r"(?:son|sa|ses|leurs?|its|their|his|her) (?:propres? |ancien(?:ne)?s? |nouve(?:au|l|lle|aux|lles) |premi\w+ )?"
)
_PRONOUN = re.compile(r"(?:ils?|elles?|celui-ci|celle-ci|ce dernier|cette dernière|it|he|she|they)(?!\w)")
_IMPERSONAL = re.compile(r"il (?:y a|faut|s'agi|manque|reste|est (?:tombé|question|possible)|convient|existe)")
_NOUN = re.compile(r"jeune pousse|[^\W\d_]{2,25}(?:-[^\W\d_]{2,15}){0,3}")
_OF = re.compile(r"(?:\s|^)(?:de|du|des|of|chez)\s|(?:\s|^)d'")
_BREAK = re.compile(
    r"[,;:()«»\d]|(?:^|\s)(?:à|au|aux|en|pour|dans|sur|sous|par|qui|que|dont|est|a|ont|sont|va|vont|avait|sera|étaient"
    r"|était|le|les|un|une|son|sa|ses|in|on|at|to|has|have|is|was|will)\s|\w(?:ait|aient|era|eront)\s|(?<!\bde)\s(?:la\s|l')"
)
_QUANTITY = re.compile(r"(?:près de|plus de|moins de|environ|quelque|quelques|plusieurs|au moins|jusqu'à|des|\d)")
# *GRENOBLE, 18 fév 2026 -*
_DATELINE = re.compile(
    r"[^\W\d_]{2,20}(?:[- ][^\W\d_]{2,15}){0,3}, \d{1,2} [^\W\d_]{3,9}\.?(?: \d{4})?(?: \([^)]{2,20}\))? ?[-–—] "
)
_COLON = re.compile(r"\s?:\s")  # *Brive : le trésorier condamné*
_UP_TO = re.compile(r"(?:jusqu'à|entre|près de|de) \d")
_WHO = re.compile(r"[\s,]{0,2}(?:qui|which|who)(?!\w)")
_THAT = re.compile(r"(?<!\w)(?:que |qu'|où |lorsque |quand |that |when )")
_APPOSED = re.compile(r"^[^,;:«»()]{0,40}, (?:m\. |mme |me )?$")
_TITLE = re.compile(r"^, [«“\"]\s?$")
_CALLED = re.compile(r"^, (?:l'|le |la |m\. |mme )?(?:[^\W\d_]{3,20} ){0,2}$")
_NEAR, _OPENING, _SHORT = 60, 120, 25

Kind = Literal["name", "of", "noun", "pronoun", "owned", "figure", "none"]


class Head(NamedTuple):
    """The subject of a clause: a ``name``, a ``noun`` (``of`` a name), a ``pronoun``, what is ``owned``, a
    ``figure``; ``none`` where its words do not tell. ``noun`` is the common noun, ``plural`` by its article,
    ``name`` the name with it."""

    kind: Kind
    noun: str | None = None
    name: Name | None = None
    plural: bool = False


def head_of(text: str, names: Sequence[Name], offset: int, left: int = 0) -> Head:
    """The subject of the clause that begins at ``text[left]`` (lower case); ``offset`` is the text's in the article."""
    place = _opening(text, left, names, offset)
    owned = _OWNED.match(text, place)
    if _IMPERSONAL.match(text, place):
        return Head("noun")
    if _PRONOUN.match(text, place):
        return Head("pronoun")
    article = owned or _DETERMINER.match(text, place)
    begin = article.end() if article else place
    named = _named(text, names, offset, begin)
    if named is not None and named.start - offset in (place, begin):
        return Head("name", None, named)
    noun = _NOUN.match(text, begin) if article else None
    if noun is None:
        return Head("figure") if _QUANTITY.match(text, place) else Head("none")
    plural = article is not None and article.group().startswith(("les ", "ces ", "leurs ", "ses "))
    if named is not None and named.type in ("ORG", "LOC"):
        named = _person_after(text, names, offset, noun.end(), named) or named
    if named is not None:
        between = text[noun.end() : named.start - offset]
        if _APPOSED.match(between):
            return Head("name", noun.group(), named)
        apposed = _apposed(text, names, offset, named)
        if apposed is not None and not _BREAK.search(between):
            return Head("name", noun.group(), apposed)
        acted_on = named.type == "LOC" and between.strip() and not _OF.search(between)  # le belge ferme Ypres
        if not _BREAK.search(between) and not acted_on:
            return Head("of" if _OF.search(between) else "name", noun.group(), named, plural)
    return Head("owned" if owned else "noun", noun.group(), None, plural)


def inner_head(text: str, names: Sequence[Name], offset: int, left: int, right: int) -> Head | None:
    """The name that is the subject of the last subordinate clause that begins in ``text[left:right]``, if one is."""
    last = None
    for match in _THAT.finditer(text, left, right):
        last = match
    head = head_of(text, names, offset, last.end()) if last else None
    return head if head and head.kind == "name" and head.name and head.name.start - offset < right else None


def antecedent(text: str, names: Sequence[Name], offset: int, left: int) -> Head | None:
    """The name that the relative clause beginning at ``text[left]`` is about, where one stands right before it."""
    for begin in (left, left - 1, left - 4, left - 5):
        who = _WHO.match(text, begin) if begin >= 0 else None
        if who is None:
            continue
        end = begin + len(who.group()) - len(who.group().lstrip(" ,"))
        for name in names:
            if 0 < end - (name.end - offset) <= 2 and name.type != "LOC":
                return Head("name", None, name)
    return None


def _ending_comma(text: str, names: Sequence[Name], offset: int, place: int) -> re.Match[str] | None:
    """The comma after what opens a clause: an adverbial, a noun that describes the subject (*Filiale de X, Y*)."""
    adverbial = _ADVERBIAL.match(text, place)
    if _UP_TO.match(text, place):
        return None
    if adverbial is None:
        described = _NOUN.match(text, place)
        known = any(name.start - offset == place for name in names[:3])
        if known or not described or _NOT_DESCRIBING.match(text, place):
            return None
    first = None
    for comma in _COMMA.finditer(text, place, place + _OPENING):
        first = first or comma
        end = comma.end()
        if (
            _SUBJECT_BEGINS.match(text, end)
            or _COUNTED.match(text, end)
            or any(name.start - offset == end for name in names)
        ):
            return comma
    return first if adverbial else None


def _opening(text: str, left: int, names: Sequence[Name], offset: int) -> int:
    """Where the subject may begin: after quotation marks, a place of writing, adverbials with their comma."""
    place = _past(text, left)
    written = _DATELINE.match(text, place)
    if written:
        place = _past(text, written.end())
    if text.startswith("(", place) and ")" in text[place : place + 50]:
        place = _past(text, text.index(")", place) + 1)
    titled = next((name for name in names[:2] if name.type == "LOC" and name.start - offset == place), None)
    colon = _COLON.match(text, titled.end - offset) if titled else None
    if colon:
        place = _past(text, colon.end())
    for _ in range(3):
        link = _LINK.match(text, place)
        if link:
            place = _past(text, link.end())
        comma = _ending_comma(text, names, offset, place)
        if comma is None:
            break
        place = _past(text, comma.end())
    return place


def _person_after(text: str, names: Sequence[Name], offset: int, end: int, named: Name) -> Name | None:
    """The person after an organisation or place that says where it belongs (*la candidate du RN Solène Guichard*)."""
    if named.start - offset - end > 25 or _BREAK.search(text[end : named.start - offset]):
        return None
    return next((name for name in names if name.type == "PER" and name.start == named.end + 1), None)


def _apposed(text: str, names: Sequence[Name], offset: int, named: Name) -> Name | None:
    """The name between commas after one that only belongs to the subject (*le film de X, « Y »,*)."""
    end = named.end - offset
    for name in names:
        between = text[end : max(end, name.start - offset)]
        if name.start > named.end and (_TITLE.match(between) or (name.type == "PER" and _CALLED.match(between))):
            return (
                name if text[name.end - offset : name.end - offset + 4].lstrip(" »\xa0\u202f").startswith(",") else None
            )
    return None


def _past(text: str, place: int) -> int:
    while place < len(text) and text[place] in ' «"“”–—-\n\t\xa0\u202f':
        place += 1
    return place


def _named(text: str, names: Sequence[Name], offset: int, begin: int) -> Name | None:
    """The first name from a place on that is near."""
    return next((name for name in names if begin <= name.start - offset <= begin + _NEAR), None)
