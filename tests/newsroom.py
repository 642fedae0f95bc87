"""Fifty generated articles on eight subjects, which share words in pairs and with all others."""

from __future__ import annotations

import random

from dashboard.model import Article

SUBJECTS = (
    "sardine chalutier criée filet quota pêcheur thon cale marin port armateur équipage",
    "phare voilier régate skipper spinnaker mât cap bouée marin port équipage escale",
    "glacier sérac crevasse névé alpiniste cordée piolet refuge sommet guide avalanche altitude",
    "station téléski damage piste forfait skieur remontée dameuse sommet guide avalanche altitude",
    "levain farine pétrin fournil brioche croûte boulanger baguette recette four apprenti vitrine",
    "ganache cacao praline nougat macaron pâtissier glaçage entremets recette four apprenti vitrine",
    "tramway rail aiguillage rame caténaire terminus conducteur dépôt trajet abonné chantier réseau",
    "vélo piste cyclable garage antivol guidon atelier cycliste trajet abonné chantier réseau pédale",
)
COMMON = (
    "ville projet saison équipe budget élu public matin réunion rapport voisin école marché année travail maison "
    "jardin fenêtre voiture médecin hôpital facture banque loyer toit pont rivière forêt bois métal pierre papier "
    "journal lettre théâtre musée concert peintre couleur histoire roman auteur lecteur film caméra lumière ombre "
    "pluie orage neige soleil chaleur vent terre récolte blé vigne cheval mouton berger lait fromage"
)


def newsroom(count: int = 50, seed: int = 0) -> list[Article]:
    """The articles in the order of their ids, the same for a seed; each of some paragraphs, mostly on one subject."""
    draw = random.Random(seed)
    made = []
    for number in range(count):
        subject = draw.randrange(len(SUBJECTS))
        own = [f"{stem}{number}" for stem in ("Valdor", "Morange")]
        paragraphs = []
        for _ in range(draw.randrange(4, 9)):
            strayed = draw.randrange(len(SUBJECTS)) if draw.random() < 0.2 else subject
            words = _words(draw, SUBJECTS[strayed].split(), COMMON.split())
            paragraphs.append(_sentence(words) + f" À {draw.choice(own)}, {_sentence(words[::-1]).lower()}")
        made.append(Article(f"n{number:03d}.txt", f"source {number % 5}", "", "\n".join(paragraphs), language="fr"))
    return made


def _words(draw: random.Random, own: list[str], common: list[str]) -> list[str]:
    return draw.sample(own, 3) + draw.sample(common, 5)


def _sentence(words: list[str]) -> str:
    first, second, third, fourth, *rest = words
    tail = " et ".join(f"du {word}" for word in rest)
    return f"Le {first} attend la {second} près du {third}, loin de ce {fourth} et {tail}."
