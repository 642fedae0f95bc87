"""A small corpus on disk: three outlets on one plant, one exact copy, one file that holds nothing."""

from __future__ import annotations

from pathlib import Path

TEXTS = {
    "aube.txt": (
        "Ferrox ferme son usine de Vierzon\n\n"
        "Le fabricant de câbles Ferrox va supprimer 340 postes, a annoncé lundi sa directrice générale, Anne Leroy. "
        "« Nous avons cherché un repreneur pendant dix-huit mois sans en trouver », a déclaré Anne Leroy.\n\n"
        "Le groupe avait investi 12 millions d’euros dans le site en 2021. Il promet d’y laisser son centre de "
        "recherche, qui emploie 40 ingénieurs."
    ),
    "midi.txt": (
        "Selon les syndicats, Ferrox supprimerait environ 400 postes à Vierzon.\n\n"
        "« Nous avons cherché un repreneur pendant dix-huit mois sans en trouver », a affirmé Anne Leroy devant "
        "les élus. Ferrox avait investi 12 millions d’euros dans le site en 2021.\n\n"
        "La région veut voter une aide de 3 millions d’euros pour les salariés."
    ),
    "soir.txt": (
        "La ville de Vierzon perd son premier employeur privé.\n\n"
        "Le maire demande à l’État un plan pour les 340 salariés de Ferrox dont le poste disparaît. Les câbles "
        "partent en Pologne, où le groupe a ouvert une usine deux fois plus grande."
    ),
}
MANIFEST = (
    "file,source,title,published\n"
    "aube.txt,L’Aube,Ferrox ferme son usine de Vierzon,2024-05-13T08:00\n"
    "midi.txt,Le Midi,,2024-05-13T12:30\n"
    "soir.txt,Le Soir,,2024-05\n"
    "soir copie.txt,Le Soir,,2024-05\n"
)


def write_corpus(folder: Path) -> Path:
    """Writes the corpus into the folder, which is made, and returns it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "soir copie.txt").write_text(TEXTS["soir.txt"], encoding="utf-8")
    (folder / "vide.txt").write_text("", encoding="utf-8")
    (folder / "articles.csv").write_text(MANIFEST, encoding="utf-8")
    return folder
