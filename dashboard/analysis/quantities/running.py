"""What an article speaks of from sentence to sentence: its running organisation, and who *il* and *sa* stand for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from typing import NamedTuple

from dashboard.analysis.quantities.heads import Head, head_of
from dashboard.config.meaning import SubjectWords
from dashboard.model import Document, Name
from dashboard.text.clean import fold

_SENTENCE_END = re.compile(r"\n|[.!?] ")
_SOURCE = re.compile(
    r"\b(?:(?:selon|d'après|according to)\s"
    r"|(?:économistes|analystes|experts|stratégistes|enquêteurs) (?:de |d'|du |chez ))(?:le |la |l'|les |the )?$"
)
# *maire de Clamecy*: the place that *la commune* then stands for
_OFFICE_OF = re.compile(
    r"\b(?:maire|mairesse|commune|ville|village|bourg|habitante?s?) (?:de |d'|du |des )(?:la |l')?$"
)
# What stands before the subject of a sentence or clause, at most one adverb (*Jamais Microsoft n'avait*).
_SUBJECT = re.compile(
    r"(?:^\W{0,4}(?:(?!(?:chez|selon|pour|avec|sans|contre|de|à|dans|par|sur|entre|et|with|from|for|at|in|to)\s)"
    r"\w{3,12} )?"
    r"|,\s(?:a |ont |had )?(?!avec|chez|selon|pour|sans|contre|dans|par|sur|entre|comme)[^\W\d_]{3,12}\s"
    r"|[,:«\"“]\s?|\b(?:que|si|quand|où|mais|that)\s|\bqu')(?:le |la |l'|the )?$"
)
_WORDS_BEFORE = re.compile(r"(?:[^\W\d_]{2,25}[ -]){1,3}$")
_STOPS = frozenset(("de", "du", "des", "la", "le", "les", "et", "à", "au", "aux", "par", "que", "pour", "chez", "dans"))
_LEAD = 14
_TITLE, _HEADED = 1, 2  # a name in the first sentence counts as so many more mentions
_RARE = 3  # an organisation named so many times less often than the one an article speaks of does not take its place


class State(NamedTuple):
    """What the sentences before one speak of: an organisation, and who a pronoun stands for. None: nobody.

    ``human`` is the last person named, ``place`` the last place that a sentence was about.
    """

    topic: str | None
    person: str | None
    human: str | None = None
    place: str | None = None


class Running:
    """The states of one article before each of its sentences; made in one pass over it."""

    def __init__(
        self, document: Document, words: SubjectWords, outsiders: re.Pattern[str], people: frozenset[str]
    ) -> None:
        """Reads the subjects of all sentences; ``outsiders`` finds those who only speak of an organisation, ``people``
        are nouns for people."""
        self._outsiders = outsiders
        self._people = people
        self._mentions = Counter(name.name for name in document.names if name.type == "ORG")
        opening = document.sentences[:_TITLE]
        last = opening[-1].end if opening else 0
        self._headed = frozenset(name.name for name in document.names if name.start < last)
        self._mentions.update({name: _HEADED for name in self._headed if name in self._mentions})
        self._words = words
        self._document = document
        self._text = fold(document.article.text).lower()
        self._name_starts = [name.start for name in document.names]
        self._starts = [sentence.start for sentence in document.sentences]
        self._introduced: dict[str, list[tuple[int, str]]] = {}
        for name in document.names:
            for noun in self._nouns(name) if name.type in ("ORG", "PER") else ():
                self._introduced.setdefault(noun, []).append((name.start, name.name))
        self._states: list[State] = []
        self._run()

    def at(self, offset: int) -> State:
        """The state before the sentence that holds a place."""
        place = bisect_right(self._starts, offset) - 1
        return self._states[place] if place >= 0 else State(None, None)

    def bracketed(self, name: Name) -> bool:
        """Whether a name stands alone in brackets (a party, an agency) and so owns nothing."""
        return self._text[name.start - 1 : name.start] == "(" and self._text[name.end : name.end + 1] == ")"

    def resolve(self, head: Head, offset: int, state: State, cues: re.Pattern[str] | None = None) -> str | None:
        """The name of a sentence's subject; ``cues`` tell nouns that are a measure of the running organisation."""
        if head.kind == "name" and head.name is not None:
            return head.name.name
        if head.kind == "pronoun":
            return state.person
        noun = head.noun
        if noun is None:
            return None
        told = None if head.plural else self.introduced(noun, offset)
        if told is not None:
            return told
        ours = noun in self._words.attributes or (cues is not None and cues.match(noun) is not None)
        if noun in self._words.demonyms:
            return None if head.plural else state.person or state.topic
        if head.kind == "of" and head.name is not None and head.name.type == "LOC":
            if noun in self._words.generic and noun not in self._words.located:
                return state.topic or head.name.name
            return None if noun in self._people and noun not in self._words.generic else head.name.name
        if head.kind == "of" and head.name is not None:
            owns = ours or noun in self._words.generic
            return (
                head.name.name if head.name.type in ("ORG", "PRODUCT") or (owns and head.name.type == "PER") else None
            )
        if head.kind == "owned":
            return state.person or (state.topic if ours else None)
        if noun in self._words.bodies:
            return self._words.bodies[noun]
        if noun in self._words.places:
            return state.place
        if noun in self._words.leaders:
            return state.topic or state.human
        if noun in self._people and noun not in self._words.generic:
            return None if head.plural else state.human
        return state.topic if ours or noun in self._words.generic else None

    def introduced(self, noun: str, offset: int) -> str | None:
        """Whom a noun stands for (*l'institut*, after *l'institut Carnel*): the last name given with it."""
        told = self._introduced.get(noun, ())
        place = bisect_left(told, (offset, ""))
        return told[place - 1][1] if place else None

    def _nouns(self, name: Name) -> set[str]:
        """The common nouns that a name is given with: its own first word, those right before it."""
        first, _, rest = self._text[name.start : name.end].partition(" ")
        found = {first} if rest and name.type == "ORG" else set()
        before = _WORDS_BEFORE.search(self._text[max(0, name.start - 60) : name.start])
        for word in reversed(re.split("[ -]", before.group().strip()) if before else []):
            if word in _STOPS:
                break
            found.add(word)
        return found

    def _run(self) -> None:
        topic: str | None = None
        state = State(None, None)
        led = False
        for place, sentence in enumerate(self._document.sentences):
            if place and self._opens_section(place) and not self._is_named_in_section(place, state.topic):
                state, led = State(None, None), False
            self._states.append(state)
            names = self._names(sentence.start, sentence.end)
            head = head_of(self._text[sentence.start : sentence.end], names, sentence.start)
            subject = self.resolve(head, sentence.start, state)
            topic, led = self._topic(names, state.topic, led)
            spoken = head.noun in self._words.generic or any(
                name.name == subject and self._leads(name, topic) for name in names
            )
            if subject is not None and spoken:
                topic, led = subject, True
            person = subject if subject is not None or head.kind == "noun" else state.person
            state = State(topic, person, *self._others(names, subject, state))

    def _others(self, names: list[Name], subject: str | None, state: State) -> tuple[str | None, str | None]:
        """The person and the place that later sentences may speak of: their subject, else the last one named."""
        human, place = state.human, state.place
        for name in names:
            if name.type == "PER" and (name.name == subject or human not in [other.name for other in names]):
                human = name.name
            held = name.type == "LOC" and _OFFICE_OF.search(self._text, max(0, name.start - 30), name.start)
            if name.type == "LOC" and (name.name == subject or held):
                place = name.name
        return human, place

    def _topic(self, names: list[Name], topic: str | None, led: bool) -> tuple[str | None, bool]:
        """The last organisation that is a subject here, while there was none the last that is named."""
        for name in names:
            if not self._leads(name, topic) or _SOURCE.search(self._text[max(0, name.start - 25) : name.start]):
                continue
            if _SUBJECT.search(self._lead(name.start)):
                topic, led = name.name, True
            elif not led and not (topic in self._headed and name.name not in self._headed):
                topic = name.name
        return topic, led

    def _leads(self, name: Name, topic: str | None) -> bool:
        """Whether an article may speak of a name from here on: an organisation, no outsider where there is one."""
        lowered = name.name.lower()
        if name.type != "ORG" or self.bracketed(name) or self._words.indices.match(lowered):
            return False
        if self._words.judges.match(lowered):
            return False
        if self._words.observers.match(lowered) and name.name not in self._headed:
            return False
        if topic is None or name.name == topic:
            return True
        rare = self._mentions[name.name] * _RARE <= self._mentions[topic]
        return not rare and self._outsiders.match(lowered) is None

    def _lead(self, place: int) -> str:
        """What stands before a place in its sentence, at most fourteen characters."""
        return _SENTENCE_END.split(self._text[max(0, place - _LEAD) : place])[-1]

    def _opens_section(self, place: int) -> bool:
        sentences, passages = self._document.sentences, self._document.passages
        here, before = sentences[place].passage, sentences[place - 1].passage
        return here != before and passages[here].role == "heading" and passages[before].role != "heading"

    def _is_named_in_section(self, place: int, topic: str | None) -> bool:
        """Whether the section that a sentence opens still names the organisation."""
        sentences = self._document.sentences
        end = next((k for k in range(place + 1, len(sentences)) if self._opens_section(k)), len(sentences))
        return any(name.name == topic for name in self._names(sentences[place].start, sentences[end - 1].end))

    def _names(self, start: int, end: int) -> list[Name]:
        names = self._document.names
        return list(names[bisect_left(self._name_starts, start) : bisect_left(self._name_starts, end)])
