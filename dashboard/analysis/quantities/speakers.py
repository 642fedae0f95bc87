"""Who is said to say a figure: whom *selon* names, the subjects of verbs of saying, those who are quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dashboard.analysis.quantities.scope import Scope, spots
from dashboard.config.meaning import CertaintyWords
from dashboard.model import Name

_CHUNK = re.compile(r"[^,;:.«»\"“”()\n]{0,90}")
_QUOTED = re.compile(r"\s?(?:l[ea] |les |l')?[«\"“]\s?([^«»\"“”\n]{2,40}?)\s?[»\"”]")
_STOP = re.compile(
    r"\s(?:qui|que|qu'|dont|où|pour|ont|a|est|sont|pourrait|pourraient|serait|seraient|sera|avait|avaient|devrait|atteint"
    r"|s'élève|représente|il|elle|remise?|publiée?|réalisée?|diffusée?|parue?|menée?|cité[es]{0,2}|could|would|has|have"
    r"|is|was|were|published)\b"
)
_THAT = re.compile(r"(?<!\w)(?:que|qu'|that)")
_AUXILIARY = re.compile(r"(?:^|[\s'])(?:a|ont|ait|aient|avait|avaient|est|se|s'|n'|ne|l'|y|en|has|have|had)$")
_DETERMINER = re.compile(r"(?:^|[\s'(])(?:l'|d'|une?|les?|la|cette|cet|ce|son|sa|ses|leur|leurs|des|de|du|the|an)$")
_INVERTED = re.compile(r"(?:[,»”\"]|[,»”\"] (?:a|ont|avait|avaient|s'est|has|had)(?:-t-(?:il|elle|on))?)$")
# A noun phrase: a determiner and a noun, no pronoun, no number.
_PHRASE = re.compile(
    r"(?:l[ae] |les |l'|une? |des |ce |cet |cette |ces |son |sa |ses |leurs? |plusieurs |certaine?s |quelques "
    r"|d'autres |the |an? |some )[^\W\d_][^\d]{1,58}$"
)
_LEADING = re.compile(
    r"^(?:(?:et|mais|ainsi|aussi|puis|or|car|bien que|alors que|tandis que|si|que|lundi|mardi|mercredi|jeudi|vendredi"
    r"|samedi|dimanche|hier|toutefois|de son côté|and|but|while)\s)+"
)
_NEGATED = re.compile(r"(?<!\w)n(?:e |'|ot )")
_PRONOUN = re.compile(r"(?:t-)?(?:ils?|elles?|on|nous|je|lui|eux|it|he|she|they|we|i|him|her|them)$")
_NEXT = re.compile(r"(?<!\w)(?:et|mais|car|or|:|and|but) $")  # a new clause begins
_PUT_IN = re.compile(r"[^,;:.]{3,60},")
_CLOSED = re.compile(r"\s?[,.;:)»”\"]|\s*$")
_WHICH = re.compile(r"(?<!\w)(?:qui|dont|où|which|who|whose)(?!\w)")
_WHO = re.compile(r"(?<!\w)(?:qui|où|which|who)(?!\w)")
_OPENING = re.compile(r"(?<!\w)(?:et|mais|car|or|:|and|but|(?:qui|dont|où|que|which|who),?) $")
_CARRIES = re.compile(r",? ?(?:soit|dont|puis|et|ou|contre|voire|or|and|including)(?: [^,;]{0,25})?")
_BY = re.compile(
    r"\s(?:publiée?|réalisée?|diffusée?|menée?|published)(?: \w{3,10})? (?:par|by) (?:l[ea] |les |l'|the )?"
)
_WE = re.compile(r"(?<!\w)nous (?:\w{1,4}[' ])?\w{1,15}ons(?!\w)|(?<!\w)we (?!\w{0,10}ed\b)")
_HIS = re.compile(r"\s(?:son|sa|leur|its|their) ")
# a time before the figures (*En 2023, selon X, ...*)
_SETTING = re.compile(r"\W{0,3}(?:le|(?:en|aux?|dès|depuis|fin|début|courant|in|on|since)(?: [^,;]{0,20})?) $")
_UNREAL = re.compile(r"\s(?:aurait|auraient|été|been)$")  # aurait rapporté 3 millions, n'a pas été révélé: not said
_ENDS = 30  # characters that may follow a source which speaks for its whole sentence
_BESIDE = 45  # characters between a figure and the source that speaks for it alone
_TAIL = 60
_WHERE = re.compile(r"(?<!\w)(?:à|au|aux|en|dans|in|at) (?:la |l'|le )?$")


class Speaker(NamedTuple):
    """Who says something: as printed (None for a pronoun), or by canonical name.

    ``reports`` where *selon* or the like names them, ``demands`` where they ask for the figure, ``announces`` where
    they make it known, ``ours`` where they say *nous* or are *son directeur*.
    """

    surface: str | None
    name: str | None
    reports: bool = False
    demands: bool = False
    announces: bool = False
    ours: bool = False

    @property
    def shown(self) -> str | None:
        """The canonical name, else the words as printed."""
        return self.name or self.surface


def speaker_of(scope: Scope, words: CertaintyWords, quoted: Speaker | None = None) -> Speaker | None:
    """Who is said to say the figure; None where nobody is. ``quoted`` says the quotation in which it stands."""
    for speaker in _reporters(scope, words):
        return speaker
    if quoted is not None and quoted.shown is not None:
        return quoted._replace(ours=_WE.search(scope.clause) is not None)
    text, base = (scope.clause, scope.left) if scope.relative else (scope.text, 0)
    for pattern, inverted in ((words.sayings, False), (words.incises, True)):
        for start, end in spots(pattern, text):
            if base + start < scope.end and scope.start < base + end:
                continue
            found = _sayer(scope, base + start, base + end, inverted, words.outsiders)
            if found is not None:
                verb = text[start:end]
                return found._replace(
                    demands=words.demands.match(verb) is not None, announces=words.announces.match(verb) is not None
                )
    return quoted


def _reporters(scope: Scope, words: CertaintyWords) -> Iterator[Speaker]:
    """The sources that *selon* and the like name for the figure."""
    cues = spots(words.attributed, scope.text)
    for place, (start, end) in enumerate(cues):
        named = words.naming.match(scope.text, start) is not None
        last, speaker = _source(scope, end) if named else _plain_source(scope, start, end)
        if speaker is None or (scope.relative and not scope.left <= start < scope.right):
            continue
        rivals = [other for number, (other, _) in enumerate(cues) if number != place]
        if _governs(scope, start, last, rivals):
            yield speaker


def _governs(scope: Scope, start: int, end: int, rivals: list[int]) -> bool:
    """Whether a source between two places of the sentence speaks for the figure.

    One before the first figures of its part of the sentence speaks for all of them, one after a figure for that
    figure alone, or for all before it where it ends the sentence. A semicolon or another source parts them.
    """
    text = scope.text
    if start >= scope.end:
        between = text[scope.end : start]
        if (
            ";" in between
            or _NEXT.search(between)
            or _WHO.search(between)
            or any(scope.end <= rival < start for rival in rivals)
        ):
            return False
        alone = not any(scope.end <= other < start for other, _ in scope.others)
        return len(text) - end <= _ENDS or (alone and len(between) <= _BESIDE)
    between = text[end : scope.start]
    if ";" in between or any(end <= rival < scope.start for rival in rivals):
        return False
    opened = text.rfind(";", 0, start) + 1
    if not _OPENING.search(text[:start]) and any(
        opened <= other < start and not _SETTING.match(text[:other]) for other, _ in scope.others
    ):
        return _CARRIES.fullmatch(between) is not None
    return not any(scope.end <= rival <= scope.end + _BESIDE for rival in rivals if ";" not in text[scope.end : rival])


def _source(scope: Scope, end: int) -> tuple[int, Speaker | None]:
    """Whom *selon* names: where that ends, and the name among the words or the words themselves."""
    text = scope.text
    titled = _QUOTED.match(text, end)
    if titled:
        named = _name_within(scope, titled.start(1), titled.end(1))
        return titled.end(), Speaker(titled[1], named.name if named else None, True)
    tail = _CHUNK.match(text, end)
    chunk = tail.group() if tail else ""
    stop = _STOP.search(chunk)
    chunk = (chunk[: stop.start()] if stop else chunk).rstrip()
    if not chunk.strip():
        return end, None
    last = end + len(chunk)
    by = _BY.match(text, last)
    if by:
        named = _name_within(scope, by.end(), by.end() + 1)
    else:
        named = _name_within(scope, end, last) or _apposed(scope, last)
    surface = chunk.strip(" '")
    if named:
        last = max(last, named.end - scope.offset)
    return last, Speaker(None if _PRONOUN.match(surface) else surface, named.name if named else None, True)


def _apposed(scope: Scope, end: int) -> Name | None:
    """The name set off by commas behind a source (*selon son patron, Paul Martin, ...*), not the subject that may
    follow it (*selon les syndicats, Ferrox supprimerait ...*)."""
    named = _name_within(scope, end, end + 3) if scope.text.startswith(", ", end) else None
    return named if named and _CLOSED.match(scope.text, named.end - scope.offset) else None


def _plain_source(scope: Scope, start: int, end: int) -> tuple[int, Speaker | None]:
    """*de source policière*, *des rapports*: the words that name the source themselves."""
    tail = _CHUNK.match(scope.text, start)
    chunk = tail.group() if tail else scope.text[start:end]
    stop = _STOP.search(chunk, end - start)
    surface = chunk[: stop.start()] if stop else scope.text[start:end]
    return start + len(surface), Speaker(surface.strip(), None, True)


def _name_within(scope: Scope, start: int, end: int) -> Name | None:
    """The first name there that is no place where something happened (*l'essai lu à Madrid*)."""
    for name in scope.names:
        place = name.start - scope.offset
        if start <= place < end and not (
            name.type == "LOC" and place > start and _WHERE.search(scope.text, start, place)
        ):
            return name
    return None


def _sayer(scope: Scope, start: int, end: int, inverted: bool, outsiders: re.Pattern[str]) -> Speaker | None:
    """The subject of a verb of saying: before it where what is said follows, after it where that stands before."""
    text = scope.text
    head = text[:start].rstrip()
    if _DETERMINER.search(head) or _UNREAL.search(head):
        return None  # a noun: l'annonce
    turned = _INVERTED.search(head) is not None
    if start >= scope.end:
        return _after(scope, end) if turned and not _THAT.match(text[end : end + 6].lstrip()) else None
    if turned:
        put_in = _PUT_IN.match(text, end)  # l'enveloppe, calcule le syndicat, dépasse
        if put_in and put_in.end() <= scope.start and outsiders.search(put_in.group()):
            return _after(scope, end)
    return None if inverted else _before(scope, start, head, turned)


def _after(scope: Scope, end: int) -> Speaker | None:
    """The speaker after an inverted verb (*, a déclaré Satya Nadella*)."""
    named = _name_within(scope, end, end + _TAIL)
    if named:
        return Speaker(named.name, named.name, ours=_HIS.match(scope.text, end) is not None)
    tail = _CHUNK.match(scope.text, end)
    return _phrase(tail.group() if tail else "")


def _before(scope: Scope, start: int, head: str, closed: bool) -> Speaker | None:
    """The speaker before a verb; ``closed`` where a comma parts them (*X, qui emploie 12 personnes, annonce*)."""
    bare = _AUXILIARY.sub("", _AUXILIARY.sub("", head)).rstrip(" ,")
    left = max(bare.rfind(mark) for mark in ((";", "«", "(", "–") if closed else (",", ";", ":", "«", "("))) + 1
    if not closed and _WHICH.match(bare[left:].strip()):
        return _antecedent(scope, left - 1)
    if closed and (apposed := _antecedent(scope, len(bare))):
        return apposed
    first = bare.find(",", left) if closed else -1
    right = start if first < 0 else first
    close = [name for name in scope.names if left <= name.start - scope.offset < right]
    if close:
        described = [name for name in close if name.type != "LOC"] or close
        return Speaker(described[-1].name, described[-1].name)
    return _phrase(bare[left:right])


def _antecedent(scope: Scope, comma: int) -> Speaker | None:
    """Whom *, qui évoque* stands for: the name that ends at the comma."""
    named = next((name for name in scope.names if comma - 1 <= name.end - scope.offset <= comma), None)
    return Speaker(named.name, named.name) if named else None


def _phrase(words: str) -> Speaker | None:
    """Somebody who is no name: a noun phrase; a pronoun stands for whom the article speaks of."""
    surface = _LEADING.sub("", words.strip(" -'"))
    stop = _STOP.search(surface)
    surface = surface[: stop.start()] if stop else surface
    if _PRONOUN.match(surface):
        return Speaker(None, None)
    return Speaker(surface, None) if _PHRASE.match(surface) and not _NEGATED.search(surface) else None
