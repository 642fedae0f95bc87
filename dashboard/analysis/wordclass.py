"""Whether a lemma is a noun, an adjective, a verb or no term, without a tagger: by its forms and endings.

A verb is what simplemma's word lists conjugate; an adjective has an adjective's ending or stands in the
configuration; everything else that is no stop word is taken as a noun.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from dashboard.text.lemmas import lemma_of

WordClass = Literal["noun", "adjective", "verb", "adverb"]

_IRREGULAR = frozenset(
    """être avoir faire aller venir tenir voir savoir pouvoir vouloir devoir falloir valoir naître connaître
    paraître disparaître apparaître croire boire asseoir mourir courir offrir ouvrir couvrir souffrir cueillir
    acquérir conquérir pleuvoir prévoir recevoir décevoir concevoir percevoir apercevoir émouvoir promouvoir""".split()
)
_ADJECTIVE = (
    "ique", "uel", "iel", "nel", "tel", "eux", "able", "ible", "aire", "ial", "nal", "ral", "cal", "tal", "oral",
    "gal", "val", "dal", "mal", "bal", "tif", "sif", "ien", "ais", "ois", "éen", "iste", "esque",
)  # fmt: skip
# Nouns with an adjective's ending.
_NOUNS = frozenset(
    """politique musique république boutique fabrique clinique critique technique polémique logique pratique
    éthique statistique rubrique réplique brique plastique banque informatique robotique physique
    mathématique électronique énergétique bibliothèque domestique diplomatique logistique
    affaire salaire partenaire actionnaire commissaire anniversaire propriétaire locataire secrétaire adversaire
    milliardaire fonctionnaire maire notaire libraire exemplaire formulaire horaire territoire scénaire commentaire
    frère vocabulaire militaire honoraire sanctuaire gestionnaire émissaire volontaire stagiaire bénéficiaire
    universitaire hôpital journal tribunal capital animal festival signal canal mal métal cheval général total bal
    carnaval régal rival terminal maréchal arsenal mondial idéal récital cérémonial
    table câble portable cartable vocable comptable responsable coupable cible bible crible
    hôtel appel matériel personnel logiciel ciel duel miel gel sel rappel pixel label colonel recel cartel tunnel
    motif tarif actif passif préservatif objectif effectif collectif dispositif sportif apéritif adjectif explosif
    milieu feu lieu creux cheveux yeux
    chien bien lien moyen gardien musicien citoyen comédien technicien chirurgien historien mécanicien pharmacien
    électricien magicien politicien informaticien quotidien entretien soutien maintien lycéen
    mois bois fois français anglais relais palais délais essais choix anglois bourgeois
    artiste journaliste économiste touriste liste piste spécialiste cycliste terroriste syndicaliste scientiste
    gréviste analyste capitaliste socialiste pianiste juriste dentiste urbaniste libertaire cinéaste""".split()
)
_ADVERB_STEMS = ("amment", "emment", "iquement", "ellement", "eusement", "ivement", "alement", "ablement", "iblement",
                 "airement", "ièrement", "idement", "urement", "ûrement", "ainement", "ouvellement", "ément", "ûment")  # fmt: skip
_MENT_NOUNS = frozenset(
    """élément événement évènement aliment complément supplément régiment ciment sentiment bâtiment document monument
    argument instrument moment segment fragment testament médicament tempérament parlement ornement serment
    piment ferment jument rudiment sacrement excrément appartement département""".split()
)


@cache
def word_class(lemma: str, language: str) -> WordClass:
    """The class of a lemma; a word that nothing tells of is a noun. English knows verbs by no form: all are nouns."""
    if language != "fr" or not lemma:
        return "noun"
    if _is_verb(lemma):
        return "verb"
    if lemma.endswith("ment") and _is_adverb(lemma):
        return "adverb"
    if lemma in _NOUNS:
        return "noun"
    if lemma.endswith(_ADJECTIVE) and "-" not in lemma:
        return "adjective"
    return "noun"


def _is_verb(lemma: str) -> bool:
    if not lemma.endswith(("er", "ir", "re")) or len(lemma) < 4:
        return False
    if lemma in _IRREGULAR:
        return True
    stem = lemma[:-2]
    soft = stem + "e" if stem.endswith("g") else stem[:-1] + "ç" if stem.endswith("c") else stem
    forms = (soft + "ait", soft + "aient", stem + "issait", stem + "aient", lemma.rstrip("e") + "ait")
    return any(form != lemma and lemma_of(form, "fr") == lemma for form in forms)


def _is_adverb(lemma: str) -> bool:
    if lemma in _MENT_NOUNS:
        return False
    if lemma.endswith(_ADVERB_STEMS):
        return True
    stem = lemma[:-4]
    return stem.endswith("e") and lemma_of(stem, "fr") == stem[:-1] and not _is_verb(stem + "r")
