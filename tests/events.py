"""Generated press on events: each told by three sources within a week, its names again two months later."""

from __future__ import annotations

import random
from datetime import date, timedelta

from dashboard.model import Article

SOURCES = ("Le Fanal", "La Gazette", "Radio Plaine")
# What happens, in three tellings each.
KINDS = {
    "strike": (
        "Grève chez {firm} à {town}. Les salariés de {firm} ont cessé le travail à {town}. Les syndicats réclament "
        "une hausse des salaires de 5 %. La direction, menée par {person}, doit les recevoir.",
        "À {town}, les ouvriers de {firm} débraient pour leurs salaires. Réunis devant l'usine, les grévistes et leurs "
        "syndicats demandent 5 % de plus. {person} promet de négocier.",
        "Salaires : le bras de fer s'engage chez {firm}. Depuis l'aube, un piquet de grève bloque l'usine de {town}. "
        "Les syndicats attendent une offre de {person} sur la hausse de 5 %.",
    ),
    "fire": (
        "Un incendie détruit un entrepôt de {firm}. Les flammes ont pris dans la nuit à {town}. Quarante pompiers ont "
        "lutté contre le feu jusqu'au matin. {person} parle d'une lourde perte.",
        "{town} : l'entrepôt de {firm} ravagé par les flammes. Quarante pompiers sont venus à bout de l'incendie. "
        "{person} s'est rendu sur place, une enquête dira l'origine du feu.",
        "Après l'incendie de {town}, l'enquête commence. Le feu a eu raison de l'entrepôt de {firm}, malgré quarante "
        "pompiers, et {person} craint des mois de réparations.",
    ),
    "merger": (
        "{firm} rachète un concurrent belge. Le groupe de {town} débourse 80 millions d'euros pour cette acquisition. "
        "Les actionnaires sont conviés à voter, annonce {person}.",
        "Acquisition en Belgique pour {firm}. Pour 80 millions d'euros, l'entreprise de {town} met la main sur son "
        "concurrent. {person} y voit une étape, les actionnaires voteront.",
        "{person} emmène {firm} en Belgique. Le rachat du concurrent coûtera 80 millions d'euros au groupe de {town}, "
        "si les actionnaires donnent leur accord à l'acquisition.",
    ),
    "pollution": (
        "La rivière de {town} souillée par des hydrocarbures. Une fuite sur le site de {firm} a tué des milliers de "
        "poissons. La préfecture interdit la baignade. {person} présente ses excuses.",
        "Poissons morts à {town} : une fuite d'hydrocarbures mise en cause. La rivière est polluée en aval de {firm}. "
        "Baignade et pêche sont interdites par la préfecture. {person} regrette l'accident.",
        "Pollution de la rivière : {firm} sommé de s'expliquer. La fuite d'hydrocarbures a semé la mort parmi les "
        "poissons près de {town}. La préfecture a fermé la baignade, {person} sera entendu.",
    ),
    "award": (
        "{firm} primé pour son moteur à hydrogène. Un jury d'ingénieurs a remis le grand prix de l'innovation à "
        "l'entreprise de {town}. {person} a reçu le trophée à Lyon.",
        "Le grand prix de l'innovation va à {town}. Les ingénieurs du jury ont salué le moteur à hydrogène de {firm}. "
        "À Lyon, {person} a brandi le trophée.",
        "Moteur à hydrogène : un trophée pour {person}. L'inventeur de {firm}, à {town}, décroche à Lyon le grand prix "
        "de l'innovation, à l'unanimité du jury d'ingénieurs.",
    ),
    "fraud": (
        "Fraude fiscale : {firm} perquisitionné. Des enquêteurs ont saisi des documents comptables au siège de {town}. "
        "Le parquet soupçonne des fausses factures. L'avocat de {person} conteste.",
        "Les enquêteurs au siège de {firm}. À {town}, une perquisition vise des fausses factures, selon le parquet. "
        "{person}, par son avocat, nie toute fraude fiscale.",
        "Fausses factures : le parquet vise {person}. La perquisition menée à {town} a livré des documents comptables "
        "de {firm}. La fraude fiscale est niée par l'avocat.",
    ),
}
TOWNS = ("Brévanne", "Loriol", "Sauvigne", "Montaigre", "Fleurance", "Ostreville")
FIRMS = ("Cordival", "Melthor", "Sogéplan", "Alponne", "Ferrostan", "Puyval")
PEOPLE = ("Hélène Sarrat", "Marc Dufresnoy", "Odile Kerven", "Nadia Belkacem", "Luc Morange", "Simon Perthuis")


def events(seed: int = 0) -> tuple[list[Article], list[str]]:
    """Articles and the event of each, drawn by the seed.

    Each of six firms has an event of its own kind; two months later it has one of another kind, four months later one
    of the first kind again, all with the same names. Three sources tell each, on days of one week.
    """
    draw = random.Random(seed)
    kinds = draw.sample(sorted(KINDS), len(KINDS))
    articles, told = [], []
    for place, names in enumerate(zip(TOWNS, FIRMS, PEOPLE, strict=True)):
        held = dict(zip(("town", "firm", "person"), names, strict=True))
        for step in range(3):
            kind = kinds[(place + step % 2) % len(kinds)]
            first = date(2024, 1, 8) + timedelta(days=60 * step + draw.randrange(4))
            for source, telling in zip(SOURCES, KINDS[kind], strict=True):
                published = (first + timedelta(days=draw.randrange(7))).isoformat()
                key = f"{names[1]} {step} {kind}"
                articles.append(Article(f"{key} {source}", source, "", telling.format(**held), published))
                told.append(key)
    return articles, told
