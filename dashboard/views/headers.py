"""The columns of tables in words, for what is shown and for what is downloaded."""

from __future__ import annotations

from dashboard.locales import _


def headers() -> dict[str, str]:
    """Column name to its header in the current language; columns that readers never see are missing."""
    return _texts() | _reports() | _words() | _ids()


def _texts() -> dict[str, str]:
    """Articles and the places in them."""
    return {
        "source": _("Source"),
        "title": _("Title"),
        "published": _("Published"),
        "language": _("Language"),
        "url": _("Address"),
        "author": _("Author"),
        "n_words": _("Words"),
        "text": _("Text"),
        "sentence": _("Sentence"),
        "n_passages": _("Passages"),
        "n_articles": _("Articles"),
        "left": _("Words on the left"),
        "key": _("Words found"),
        "right": _("Words on the right"),
        "figures": _("Figures"),
        "quotes": _("Quotations"),
        "shared": _("Shared passages"),
    }


def _reports() -> dict[str, str]:
    """Figures, quotations and shared passages."""
    return {
        "surface": _("As printed"),
        "kind": _("Kind"),
        "value": _("Value"),
        "min": _("Minimum"),
        "max": _("Maximum"),
        "date": _("Date"),
        "unit": _("Unit"),
        "bound": _("Bound"),
        "measure": _("Measure"),
        "subject": _("Subject"),
        "counterparty": _("Counterparty"),
        "refers_to": _("Refers to"),
        "certainty": _("Certainty"),
        "attributed_to": _("Attributed to"),
        "verdict": _("Verdict"),
        "n_sources": _("Number of sources"),
        "n_origins": _("Independent origins"),
        "period": _("Period"),
        "speaker": _("Speaker"),
        "similarity": _("Similarity"),
        "origin": _("Origin"),
        "first_seen": _("First seen"),
        "common_source": _("Common source"),
        "containment": _("Share of words"),
        "containment_unquoted": _("Share of words without quotations"),
        "source_a": _("Source A"),
        "source_b": _("Source B"),
        "longest": _("Longest passage"),
        "n_statements": _("Shared statements"),
        "normalised": _("Normalised"),
        "speaker_surface": _("Speaker as printed"),
        "n_words_quoted": _("Words in quotation marks"),
    }


def _words() -> dict[str, str]:
    """Themes, topics, terms and names."""
    return {
        "theme": _("Theme"),
        "score": _("Score"),
        "share": _("Share"),
        "topic": _("Topic"),
        "term": _("Term"),
        "count": _("Count"),
        "rank": _("Rank"),
        "main": _("Main theme"),
        "evidence": _("Words that tell"),
        "theme_share": _("Share of its passages with the theme"),
        "covered": _("Covered by a theme"),
        "label": _("Topic name"),
        "terms": _("Its terms"),
        "sources": _("Sources"),
        "npmi": _("Coherence (NPMI)"),
        "name": _("Name"),
        "type": _("Type"),
        "article_share": _("Share of the source’s articles"),
        "passage_share": _("Share of the source’s passages"),
        "tfidf": _("TF-IDF"),
        "total": _("Total"),
        "group": _("Group"),
        "count_rest": _("Count in the rest"),
        "total_rest": _("Total of the rest"),
        "g2": _("Log-likelihood (G²)"),
        "log_ratio": _("Effect size (log₂ of the ratio)"),
    }


def _ids() -> dict[str, str]:
    """What finds a row again, and files."""
    return {
        "article_id": _("Article id"),
        "passage_id": _("Passage id"),
        "start": _("Start"),
        "end": _("End"),
        "quantity_id": _("Figure id"),
        "claim_id": _("Claim id"),
        "quote_id": _("Quotation id"),
        "statement_id": _("Statement id"),
        "group_id": _("Shared passage id"),
        "topic_id": _("Topic id"),
        "theme_id": _("Theme id"),
        "path": _("File"),
        "row": _("Row"),
        "reason": _("Reason"),
    }
