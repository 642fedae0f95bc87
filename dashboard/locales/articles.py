"""The article that French gives a body called by a common noun: *le musée de Lens*, *l’université de Pau*."""

from __future__ import annotations

_VOWELS = tuple("aâàeéèêëiîïoôuûùœhy")
_NAME_VOWELS = tuple("aâàeéèêëiîïoôuûùœ")
_FEMININE_ENDINGS = ("tion", "sion", "té", "ie", "ure", "ence", "ance", "ette", "euse", "trice", "ise", "ière", "ole")
_FEMININE = frozenset(
    {
        *("ville", "région", "cour", "banque", "caisse", "mutuelle", "chambre", "clinique", "usine", "métropole"),
        *("commune", "ligue", "gare", "police", "équipe", "bourse", "chaîne", "plateforme", "centrale", "mine"),
        *("église", "cathédrale", "abbaye", "province", "maison", "communauté", "foire", "base", "coopérative"),
        *("agence", "firme", "marque", "enseigne", "prison", "croix", "fonderie", "haute", "troupe", "galerie"),
    }
)
_MASCULINE = frozenset({"musée", "lycée", "comité", "côté", "génie", "incendie", "syndicat", "conseil", "traité"})


def definite(name: str) -> str:
    """A name with its article: *le musée de Lens*; one that begins with a capital has none (*Google*)."""
    number, elided, feminine = _kind(name)
    if number is None:
        return name
    return f"l’{name}" if elided else f"{_THE[number, feminine]} {name}"


def de(name: str) -> str:
    """French *de* before a name: *de Google*, *d’OpenAI*, *du musée de Lens*."""
    number, elided, feminine = _kind(name)
    if number is None:
        return f"d’{name}" if name[:1].casefold() in _NAME_VOWELS else f"de {name}"
    return f"de l’{name}" if elided else f"{_OF_THE[number, feminine]} {name}"


def at(name: str) -> str:
    """French *à* before a name: *à Google*, *au musée de Lens*."""
    number, elided, feminine = _kind(name)
    if number is None:
        return f"à {name}"
    return f"à l’{name}" if elided else f"{_AT_THE[number, feminine]} {name}"


_THE = {("one", False): "le", ("one", True): "la", ("many", False): "les", ("many", True): "les"}
_OF_THE = {("one", False): "du", ("one", True): "de la", ("many", False): "des", ("many", True): "des"}
_AT_THE = {("one", False): "au", ("one", True): "à la", ("many", False): "aux", ("many", True): "aux"}


def _kind(name: str) -> tuple[str | None, bool, bool]:
    """Number (None: a name that takes no article), whether its article is elided, whether it is feminine."""
    first = name.split(" ")[0].split("-")[0]
    if not first[:1].islower() or " " not in name:
        return None, False, False
    if first.endswith("s") and first[:-1].endswith(tuple("aeinrtul")) and first not in _SINGULAR:
        return "many", False, False
    feminine = first in _FEMININE or (first.endswith(_FEMININE_ENDINGS) and first not in _MASCULINE)
    return "one", first[:1] in _VOWELS and first not in _ASPIRATED, feminine


_SINGULAR = frozenset(
    {"fonds", "palais", "corps", "cours", "congrès", "parcours", "concours", "secours", "relais", "haras"}
)
_ASPIRATED = frozenset({"haut", "haute", "halle", "hangar", "hameau", "haras", "havre"})
