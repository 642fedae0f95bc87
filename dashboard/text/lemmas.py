"""Dictionary forms and languages, from simplemma, with its known faults put right."""

from __future__ import annotations

from functools import cache

from dashboard.text.clean import fold

# Where simplemma takes a noun of the press for a verb's or another word's form.
_FRENCH = {
    "donnée": "donnée",
    "données": "donnée",
    "jusqu'à": "jusqu'à",
    "jusqu'": "jusque",
    "aujourd'hui": "aujourd'hui",
    "entrée": "entrée",
    "entrées": "entrée",
    "arrivée": "arrivée",
    "arrivées": "arrivée",
    "montée": "montée",
    "percée": "percée",
    "percées": "percée",
    "avancée": "avancée",
    "avancées": "avancée",
    "levée": "levée",
    "levées": "levée",
    "prix": "prix",
    "mis": "mettre",
    "plus": "plus",
    "fils": "fils",
    "été": "être",
    "suite": "suite",
    "mesure": "mesure",
    "mesures": "mesure",
    "marché": "marché",
    "marchés": "marché",
    "employé": "employé",
    "employés": "employé",
    "salarié": "salarié",
    "salariés": "salarié",
    "traité": "traité",
    "député": "député",
    "députés": "député",
}
# The accents that capitals often go without (*Elections*).
_BARE = {"E": "éêè", "O": "ô"}
_ELISIONS = {
    "l'": "le",
    "d'": "de",
    "j'": "je",
    "m'": "me",
    "t'": "te",
    "s'": "se",
    "n'": "ne",
    "c'": "ce",
    "qu'": "que",
    "lorsqu'": "lorsque",
    "puisqu'": "puisque",
    "quoiqu'": "quoique",
    "tandisqu'": "tandis que",
}


@cache
def lemma_of(word: str, language: str) -> str:
    """The dictionary form of one token, in lower case; the word itself, in lower case, where none is known.

    ``language`` is ISO 639-1; one that simplemma does not know leaves words as they are. Elided words give
    their full form (``l'`` is ``le``). The source of forms is simplemma's word lists.
    """
    import simplemma

    plain = fold(word).lower()
    if language == "fr":
        known = _FRENCH.get(plain) or _ELISIONS.get(plain)
        if known:
            return known
    if not plain or plain[0].isdigit():
        return plain
    if language == "fr" and word[0] in _BARE and not simplemma.is_known(plain, lang="fr"):
        accented = (accent + plain[1:] for accent in _BARE[word[0]])
        plain = next((form for form in accented if simplemma.is_known(form, lang="fr")), plain)
    try:
        return simplemma.lemmatize(plain, lang=language).lower()
    except (ValueError, TypeError):
        return plain


def language_of(text: str) -> str:
    """``fr`` or ``en``, whichever knows more of the words of the first 5,000 characters; ``fr`` if neither does."""
    import simplemma

    sample = text[:5000]
    french = simplemma.in_target_language(sample, lang="fr")
    english = simplemma.in_target_language(sample, lang="en")
    return "en" if english > french else "fr"
