from dashboard.ingest.pages import fields_of_html, fields_of_markdown

PAGE = """<html lang="fr"><head><title>Le titre &lt;script&gt;</title>
<meta property="article:published_time" content="2023-01-23T08:15:00+01:00">
<meta property="og:site_name" content="Le Fil"><meta name="author" content="Ève Morin">
<link rel="canonical" href="https://exemple.fr/a"><script>alert("un")</script></head>
<body><nav>Accueil Sports Météo</nav><article><h1>La verrerie rouvre</h1>
<p>Les deux cents salariés de la verrerie reprennent le travail lundi matin, après six mois d'arrêt.</p>
<p>La direction affiche une balise : &lt;script&gt;alert("deux")&lt;/script&gt; sur le mur de l'atelier.</p>
<script>alert("trois")</script></article><footer>Mentions légales</footer></body></html>"""


def test_html_gives_its_body_and_what_it_declares() -> None:
    fields = fields_of_html(PAGE)
    assert "Les deux cents salariés" in fields["text"]
    assert '<script>alert("deux")</script>' in fields["text"]
    assert "trois" not in fields["text"] and "Météo" not in fields["text"] and "Mentions" not in fields["text"]
    assert (fields["published"], fields["source"], fields["author"], fields["url"], fields["language"]) == (
        "2023-01-23T08:15:00+01:00", "Le Fil", "Ève Morin", "https://exemple.fr/a", "fr",
    )  # fmt: skip


def test_html_dates_are_declared_or_none() -> None:
    linked = '<script type="application/ld+json">{"@graph": [{"datePublished": "2024-05-01"}]}</script>'
    assert (
        fields_of_html(f"<html><head>{linked}</head><body><p>Un texte.</p></body></html>")["published"] == "2024-05-01"
    )
    assert fields_of_html("<p>Publié en 2019, dit-on.</p>")["published"] is None


def test_a_short_page_keeps_its_text() -> None:
    assert fields_of_html("<html><body><p>Un mot.</p><script>non()</script></body></html>")["text"] == "Un mot."


def test_markup_without_any_text() -> None:
    assert fields_of_html("<!-- rien -->")["text"] == ""


def test_front_matter() -> None:
    text = '---\nTitle: "Un titre"\nsource: Le Fil\ndate: 2023-01\ntags:\n- verre\nétrange\n---\n\n# Sous-titre\n'
    fields, strange = fields_of_markdown(text)
    assert fields == {"title": "Un titre", "source": "Le Fil", "date": "2023-01", "text": "# Sous-titre\n"}
    assert strange == [7]


def test_markdown_without_front_matter() -> None:
    assert fields_of_markdown("---\nun trait, puis du texte") == ({"text": "---\nun trait, puis du texte"}, [])
    assert fields_of_markdown("# Titre\n---\n") == ({"text": "# Titre\n---\n"}, [])
