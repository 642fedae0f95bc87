"""How sure an article is of a figure."""

from __future__ import annotations

import re
from typing import NamedTuple

from dashboard.analysis.quantities.scope import Scope, spots
from dashboard.analysis.quantities.speakers import Speaker
from dashboard.config.entities import Entities
from dashboard.config.meaning import CertaintyWords
from dashboard.model import Certainty

_THAT = re.compile(r"(?<!\w)(?:que|qu'|that)")
# a verb of a relative clause that is closed by a comma before the main one (*X, qui va partir, avait payé*)
_CLOSED = re.compile(r"(?<![0-9]), (?:a|ont|avait|avaient|est|était|n'a|has|had) ")
# another verb follows with its own figures (*emploie 120 personnes et vise le double*)
_LINKS = re.compile(r"(?<!\w)(?:et|ou|mais|qui|que|qu'|dont|or|and|which|that)(?!\w)")
_WHOLE = re.compile(r" (?:des|sur (?:les|ses|ces|leurs|un total de)|of (?:the|its)) $")  # onze des 34 sites
# what a forecast is compared with: *après 60 % en 2020*, *contre 99 l'an dernier*
_COMPARED = re.compile(r"(?<!\w)(?:contre|après|au lieu de|against|after)(?: [^,;]{1,30} en)? $")
_PAST = re.compile(
    r"[^,;]{0,12}(?:en (?:19|20)[0-9]{2}|l'an (?:dernier|passé)|l'année (?:dernière|précédente)|un an (?:plus tôt|avant"
    r"|auparavant)|auparavant|aujourd'hui|actuellement|last year|a year earlier|in (?:19|20)[0-9]{2})|$"
)
# *plus faible que prévu*: what was expected is no forecast
_EXPECTED = re.compile(r"(?<!\w)(?:que |qu'|comme |than )(?:initialement |d'abord )?$")
_PARTICIPLE = re.compile(r"[^\W\d_]{2,15}(?:u|ue|us|ues|é|ée|és|ées|ed)$")
# *la cave, inondée deux fois, ...*: a participle between commas tells what has happened
_APPOSED = re.compile(
    r", (?!(?:peu|lieu|jeu|feu|cité|côté)\s)(?:[^\W\d_]{2,15}(?:ée?|u|ie|erte?|ise|ite)s?|mis|ouverts?)"
    r"(?: (?!il|elle|on|a |est )[^\W\d_]{2,12}){0,2} (?:[^\W\d_]{1,10}['’ ]){0,3}$"
)
# *le projet que X veut bâtir a attiré*: the verb of the main clause closes the one before it
_MAIN_VERB = re.compile(r"(?<![\w'])(?:a|ont) (?:[^\W\d_]{3,12} )?[^\W\d_]{2,15}(?:é|i|u|it|is)e?s?(?!\w)")
_SCENE = re.compile(
    r"\W{0,3}(?:au|aux|le|en|depuis|après|dès|du|fin|début|courant|il y a|pendant|durant|in|on|since|after)"
    r"(?: [^,;]{0,20})?$"
)
_COMMA = re.compile(r"[^,;.]{0,25},")
_JOINT = re.compile(r" et | and |, ")
_NEAR = 45
_LEAD = 25  # characters between a colon and the first figure after it


class Sureness(NamedTuple):
    """A certainty; ``attributed_to`` is who says so, ``source`` the canonical name of one who only reports."""

    certainty: Certainty
    attributed_to: str | None = None
    source: str | None = None


def sureness_of(
    scope: Scope,
    words: CertaintyWords,
    entities: Entities,
    speaker: Speaker | None,
    parties: tuple[str | None, str | None] = (None, None),
) -> Sureness:
    """The first that fits of denied, rumour, attributed, projected, conditional, confirmed.

    ``speaker`` is who is said to say the figure, ``parties`` whose it is and with whom: what either announces of
    its own deal is confirmed.
    """
    subject = parties[1] if _is_party(speaker, parties[1]) else parties[0]
    if _is_aside(scope):
        return Sureness("confirmed")
    who = speaker.shown if speaker else None
    own = speaker is None or _is_own(speaker, words, entities, subject)
    if own and speaker is not None and speaker.name is None and speaker.surface is not None:
        who = subject or who
    source = None if own else source_of(speaker, words, entities, subject)
    if _is_denied(scope, words):
        return Sureness("denied", who, source)
    if spots(words.rumour, scope.text):
        return Sureness("rumour", None if own else who, source)
    if not own:
        return Sureness("attributed", who, source)
    if not _is_known(scope, words):
        if _is_projected(scope, words):
            return Sureness("projected", who)
        if _is_conditional(scope, words):
            return Sureness("conditional", who)
    return Sureness("confirmed", who)


def _is_party(speaker: Speaker | None, other: str | None) -> bool:
    """Whether the speaker is the other party of a deal."""
    return speaker is not None and speaker.name is not None and not speaker.reports and speaker.name == other


def source_of(
    speaker: Speaker | None, words: CertaintyWords, entities: Entities, subject: str | None = None
) -> str | None:
    """The canonical name of a speaker who only reports a figure that is another's; None where nobody does."""
    if speaker is None or speaker.name is None or _is_own(speaker, words, entities, subject):
        return None
    return speaker.name if speaker.reports or _is_outsider(speaker, words) else None


def _is_aside(scope: Scope) -> bool:
    """An age in apposition, a time that sets the scene: nobody but the article says them."""
    before, after = scope.text[: scope.start], scope.after
    if scope.kind == "age":
        return before.endswith((", ", " (")) and after[:1] in (",", ".", ")", "")
    return scope.kind in ("date", "duration") and _SCENE.match(before) is not None and _COMMA.match(after) is not None


def _is_known(scope: Scope, words: CertaintyWords) -> bool:
    """A figure that a forecast starts from: the whole of a part, what something is compared with, what has happened."""
    before = scope.text[: scope.start]
    if _is_apposed(scope, words):
        return True
    if _WHOLE.search(before) and any(other <= scope.start for _, other in scope.others):
        return True
    return _COMPARED.search(before) is not None and _PAST.match(scope.after) is not None


def _is_apposed(scope: Scope, words: CertaintyWords) -> bool:
    """Whether a past participle between commas governs the figure, and no forecast."""
    found = _APPOSED.search(scope.text, max(0, scope.start - _NEAR), scope.start)
    closed = _COMMA.match(scope.after) is not None or scope.after.strip() in ("", ".")
    return found is not None and closed and not words.projected.search(found.group())


def _is_denied(scope: Scope, words: CertaintyWords) -> bool:
    """Whether a denial governs the figure, and no other verb of saying stands between (*nie X et affirme Y*)."""
    for _, end in spots(words.denied, scope.clause):
        between = scope.text[scope.left + end : scope.start] if scope.left + end <= scope.start else ""
        if not words.sayings.search(between):
            return True
    return False


def _governs(scope: Scope, start: int, end: int, reach: int = 200) -> bool:
    """Whether a verb at a place of the clause rules the figure: before it, or after it without a comma between."""
    start, end = scope.left + start, scope.left + end
    if end <= scope.start:
        return scope.relative or not (_CLOSED.search(scope.text, end, scope.start) or _is_embedded(scope, start, end))
    if start < scope.end or start - scope.end > reach:
        return False
    between = scope.text[scope.end : start]
    if "," in between:
        return False
    link = _LINKS.search(between)
    return link is None or any(scope.end + link.end() <= other < start for other, _ in scope.others)


def _is_embedded(scope: Scope, start: int, end: int) -> bool:
    """Whether a verb stands in a clause that *que* opens and the main verb closes before the figure."""
    opened = _THAT.search(scope.text, scope.left, start)
    return (
        opened is not None
        and opened.start() > scope.left
        and _MAIN_VERB.search(scope.text, end, scope.start) is not None
    )


def _is_projected(scope: Scope, words: CertaintyWords) -> bool:
    clause = scope.clause
    for start, end in spots(words.projected, clause):
        expected = _PARTICIPLE.match(clause[start:end]) and _EXPECTED.search(clause[:start])
        if not expected and _governs(scope, start, end, _NEAR):
            return True
    return any(_governs(scope, start, end) for start, end in spots(words.future, clause))


def _is_conditional(scope: Scope, words: CertaintyWords) -> bool:
    """The journalistic conditional: no hypothesis, no future seen from the past (*a dit qu'il augmenterait*)."""
    verbs = [start for start, end in spots(words.conditional, scope.clause) if _governs(scope, start, end)]
    verbs = verbs or _before_colon(scope, words)
    if not verbs or words.hypothesis.search(scope.text):
        return False
    head = scope.text[: scope.left + verbs[0]]
    told = words.announcing.search(head)
    return not (told and _THAT.search(head, told.end()))


def _before_colon(scope: Scope, words: CertaintyWords) -> list[int]:
    """The conditional that a colon carries on (*l'écart se resserrerait : 52 % contre 48*)."""
    opened = scope.text[: scope.left].rstrip()
    if not opened.endswith(":") or scope.start - scope.left > _LEAD:
        return []
    begin = max(opened.rfind(mark, 0, -1) for mark in (",", ";", ":")) + 1
    return [begin - scope.left + start for start, _ in spots(words.conditional, opened[begin:])]


def _is_outsider(speaker: Speaker, words: CertaintyWords) -> bool:
    return any(words.outsiders.search(shown.lower()) is not None for shown in (speaker.surface, speaker.name) if shown)


def _is_own(speaker: Speaker, words: CertaintyWords, entities: Entities, subject: str | None) -> bool:
    """Whether the speaker is the subject, leads it, announces it, or is a pronoun or noun that stands for it."""
    if speaker.demands:
        return False
    if (speaker.announces or speaker.ours) and not _is_outsider(speaker, words):
        return True
    if speaker.name is not None and words.outsiders.search(speaker.name.lower()) is None:
        if subject is not None and subject in (*_JOINT.split(speaker.name), entities.head_of.get(speaker.name)):
            return True
        if not speaker.name[:1].islower():  # a description (le champion du logiciel) may stand for the subject
            return False
    if speaker.surface is None:
        return speaker.name is None
    surface = speaker.surface.lower()
    if words.outsiders.search(surface):
        return False
    if subject is not None and subject.lower() in surface:
        return True
    return any(f" {own} " in f" {surface} " for own in words.own)
