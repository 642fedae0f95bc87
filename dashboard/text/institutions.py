"""Long names of organisations by their first word: Fédération française de football, ministère de l'Intérieur."""

from __future__ import annotations

from functools import lru_cache

from dashboard.config.entities import Entities
from dashboard.config.names import NameRules
from dashboard.text.gazetteer import Found, match_at
from dashboard.text.people import is_local
from dashboard.text.tokens import spans_of
from dashboard.text.words import Words, could_be_version, is_capital, is_common_word

_LINKS = frozenset(
    {
        "de",
        "du",
        "des",
        "d'",
        "pour",
        "contre",
        "à",
        "aux",
        "of",
        "for",
        "on",
        "and",
        "et",
        "&",
        "sans",
        "sur",
    }
)
_OF = frozenset({"de", "du", "des", "d'"})
_ARTICLES = frozenset({"la", "le", "les", "l'", "the"})
_LINKED = _LINKS | _ARTICLES
_LONGEST = 16
_NOT_NOUNS = """cette leur leurs notre votre tout toute tous toutes plusieurs certains certaines autre autres quelques
trois quatre cinq nombreux nombreuses même mêmes chaque celui celle ceux celles quoi laquelle lequel plus moins deux"""
_NO_NOUNS = frozenset(_NOT_NOUNS.split())


def institution_at(words: Words, place: int, entities: Entities) -> Found | None:
    """The organisation whose name begins at a word of ``organisations`` (with a capital) or ``small_organisations``.

    It goes on over adjectives, capitals and links to a matter or a capital (*de la santé*, *of Law*). None where it
    is the first word alone.
    """
    head = _head(words, place, entities.rules)
    if head is None:
        return None
    small = not words.surfaces[place][0].isupper()
    stop = _extended(words, head, entities)
    if small and words.surfaces[place] not in {"ministère", "secrétariat"}:
        stop = min(stop, _first_capitals(words, head, stop))
    capitals = sum(is_capital(words.surfaces[here]) for here in range(head if small else place, stop))
    if stop == head + 1 and len(words.surfaces[head]) == 1:
        return None
    if stop == head or capitals < 1:
        return None
    if not small and words.begins(place) and capitals < 2:
        return None
    return Found(place, stop, words.text(place, stop), "ORG")


def begins_institution(word: str, rules: NameRules) -> bool:
    """Whether an organisation's name may begin with a word, so that ``institution_at`` may find one there."""
    return word in rules.organisations or word in _sizes(rules)


def _head(words: Words, place: int, rules: NameRules) -> int | None:
    """The word after the first words of an organisation's name, None where there are none."""
    if words.surfaces[place] in rules.organisations:
        return place + 1
    for size in _sizes(rules).get(words.surfaces[place], ()):
        stop = place + size
        if stop <= len(words) and words.text(place, stop) in rules.small_organisations:
            return stop
    return None


@lru_cache(maxsize=8)
def _sizes(rules: NameRules) -> dict[str, list[int]]:
    """How many words the phrases of ``small_organisations`` have, by their first word, longest first."""
    found: dict[str, set[int]] = {}
    for phrase in rules.small_organisations:
        spans = spans_of(phrase)
        found.setdefault(phrase[: spans[0][1]], set()).add(len(spans))
    return {word: sorted(sizes, reverse=True) for word, sizes in found.items()}


def _extended(words: Words, head: int, entities: Entities) -> int:
    stop = head
    while stop < min(len(words), head + _LONGEST):
        longer = _step(words, head, stop, entities)
        if longer is None:
            break
        stop = longer
    return stop


def _first_capitals(words: Words, head: int, stop: int) -> int:
    """The word after the first run of capitals or numbers: the university of one place, not of all that follows."""
    here = head
    while here < stop and not is_capital(words.surfaces[here]):
        here += 1
    while here < stop and (is_capital(words.surfaces[here]) or words.surfaces[here].isdigit()):
        here += 1
    return here


def _step(words: Words, head: int, place: int, entities: Entities) -> int | None:
    """The word after one more piece of the name: an adjective, a capital, or links and what they lead to."""
    rules = entities.rules
    if place >= len(words):
        return None
    comma = words.between(place - 1, place) == ", "
    if comma:
        return place + 1 if _is_listed(words, head, place, rules) else None
    if not words.glued(place - 1, place):
        return None
    if words.surfaces[place].isdigit():
        return place + 1 if is_capital(words.surfaces[place - 1]) and could_be_version(words, place) else None
    if is_capital(words.surfaces[place]):
        described = words.surfaces[head - 1].islower() and place > head and words.lowers[place - 1] not in _LINKED
        return None if described and not is_capital(words.surfaces[place - 1]) else _capital(words, place, entities)
    if words.lowers[place] in rules.adjectives or is_local(words.lowers[place], rules):
        return place + 1
    return _linked(words, head, place, entities)


def _linked(words: Words, head: int, place: int, entities: Entities) -> int | None:
    """The word after links (*pour la*, *de l'*) and the matter or capital that they lead to."""
    here = place
    while here < len(words) and here < place + 4 and words.lowers[here] in _LINKS | _ARTICLES:
        here += 1
    if here in (place, len(words)) or words.lowers[place] in _ARTICLES:
        return None
    if not all(words.glued(left, left + 1) for left in range(place - 1, here)):
        return None
    capital, links = is_capital(words.surfaces[here]), words.lowers[place:here]
    if capital and "et" in links and not _OF & set(links) & set(words.lowers[head:place]):
        return None
    if capital and "à" in links:
        return None
    if capital:
        return _capital(words, here, entities)
    return _matter(words, here, entities.rules) or _any_matter(words, head, place, here, entities.rules)


def _any_matter(words: Words, head: int, place: int, here: int, rules: NameRules) -> int | None:
    """The word after any noun that *de* links to a first word with a capital: Association des juges tunisiens."""
    noun = words.surfaces[here]
    described = all(word in rules.adjectives or is_local(word, rules) for word in words.lowers[head:place])
    direct = words.lowers[place] in _OF and described
    proper = words.surfaces[head - 1][0].isupper() and not words.begins(head - 1)
    verb = here - 1 > head and noun.endswith(("er", "ir")) and not noun.endswith("ier")  # ..., d'abaisser son taux
    if not (direct and proper) or verb or len(noun) < 4 or not noun.isalpha() or noun in _NO_NOUNS:
        return None
    return here + 1 if is_common_word(noun, words.language, rules) else None


def _capital(words: Words, place: int, entities: Entities) -> int | None:
    """The word after a capital or the listed name that begins there, None where another organisation begins."""
    word = words.surfaces[place]
    known = match_at(words, place, entities, ())
    if known and known.stop > place + 1:
        return known.stop
    return None if word in entities.rules.organisations and words.lowers[place - 1] in _ARTICLES else place + 1


def _matter(words: Words, place: int, rules: NameRules) -> int | None:
    for size in (4, 3, 2, 1):
        stop = place + size
        if stop <= len(words) and words.text(place, stop).lower() in rules.matters:
            return stop
    return None


def _is_listed(words: Words, head: int, place: int, rules: NameRules) -> bool:
    """Whether a comma stands inside a list that *and* or *et* closes: Law, Trade and Climate."""
    if not any(words.lowers[here] in _LINKS for here in range(head, place)):
        return False
    for here in range(place, min(len(words) - 1, place + 3)):
        if words.lowers[here] in {"and", "et"}:
            following = words.surfaces[here + 1]
            return is_capital(words.surfaces[place]) and is_capital(following) and words.lowers[here] == "and"
        if not (is_capital(words.surfaces[here]) or words.lowers[here] in rules.adjectives):
            return False
    return False
