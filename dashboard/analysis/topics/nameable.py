"""Which terms may name a topic: what a person would not choose is left out, by class."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dashboard.analysis.quotes.verbs import verbs_of
from dashboard.analysis.topics.matrix import Flags
from dashboard.config import Config
from dashboard.text.clean import search_key
from dashboard.text.people import is_first_name


def nameable(keys: Sequence[str], shown: Sequence[str], config: Config) -> Flags:
    """Whether each term, of this key and spelling, may stand in a name.

    Left out are words that the configuration calls ``unnamed``, forms of verbs of saying, first names alone (but
    *Milan*), words of any subject in capitals (*DIRECT*), and what holds no letter.
    """
    settings = config.analysis
    unnamed = settings.topics.unnamed
    # In -e, or as short as *lit*, they are as often nouns (*juge*, *note*).
    saying = frozenset(form for form in verbs_of(settings.quotes).finite if len(form) > 3 and not form.endswith("e"))
    plain = frozenset(map(search_key, settings.terms.general | settings.terms.never))
    plain |= settings.stopwords.get("fr", frozenset())
    things = frozenset(name for name, entity in config.entities.by_name.items() if entity.type != "PER")

    def fits(key: str, form: str) -> bool:
        if key in unnamed or form in unnamed or form in saying:
            return False
        if form.isupper() and search_key(form) in plain:
            return False
        bare = " " not in form and form not in things and is_first_name(form, config.entities.rules)
        return not bare and any(map(str.isalpha, form))

    return np.fromiter(map(fits, keys, shown), dtype=bool, count=len(shown))
