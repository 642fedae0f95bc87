"""The order of the stages, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from itertools import chain

import pandas as pd

from dashboard.config import Config
from dashboard.pipeline.work import Stage, Tables, Work
from dashboard.tables import conform, table


def _articles(work: Work) -> Tables:
    """Articles, passages and names as read; what later stages learn of them is merged at the end."""
    documents = work.documents
    words = {
        document.article.article_id: sum(p.n_words for p in document.passages if p.role != "boilerplate")
        for document in documents
    }
    copies = work.corpus.duplicates
    articles = pd.DataFrame(
        {
            "article_id": article.article_id,
            "source": article.source,
            "title": article.title,
            "published": article.published,
            "language": article.language,
            "url": article.url,
            "author": article.author,
            "text": article.text,
            "n_words": words.get(article.article_id, words.get(copies.get(article.article_id, ""), 0)),
            "duplicate_of": copies.get(article.article_id),
        }
        for article in work.corpus.articles
    )
    passages = pd.DataFrame(
        [(p.passage_id, p.article_id, p.start, p.end, p.role, p.n_words) for d in documents for p in d.passages],
        columns=["passage_id", "article_id", "start", "end", "role", "n_words"],
    )
    names = [name for document in documents for name in document.names if not name.described]
    return {"articles_read": articles, "passages_read": passages, "names": table("names", names)}


def _stories(work: Work) -> Tables:
    from dashboard.analysis.stories import stories_of

    stories = stories_of(work.documents, work.config)
    return {"stories": pd.DataFrame({"article_id": stories.index, "story_id": stories.to_numpy()})}


def _terms(work: Work) -> Tables:
    from dashboard.analysis.terms import terms_of

    terms, mentions = terms_of(work.documents, work.config)
    return {"terms": conform("terms", terms), "term_mentions": conform("term_mentions", mentions)}


def _themes(work: Work) -> Tables:
    from dashboard.analysis.themes import themes_of

    return {"passage_themes": conform("passage_themes", themes_of(work.documents, work.config))}


def _topics(work: Work) -> Tables:
    from dashboard.analysis.topics import Topics, topics_of

    earlier = Topics(**work.earlier) if work.earlier is not None else None
    found = topics_of(work.documents, work.tables["terms"], work.config, earlier)
    return {
        "topics": conform("topics", found.topics),
        "passage_topics": conform("passage_topics", found.passage_topics),
        "places": found.places[["passage_id", "x", "y"]].reset_index(drop=True),
    }


def _quantities(work: Work) -> Tables:
    from dashboard.analysis.quantities import quantities_of

    per_article = (
        quantities_of(document, work.config, quotes)
        for document, quotes in zip(work.documents, work.quotes, strict=True)
    )
    return {"quantities": table("quantities", chain.from_iterable(per_article))}


def _quotes(work: Work) -> Tables:
    from dashboard.analysis.statements import statements_of

    rows = list(chain.from_iterable(work.quotes))
    quotes = table("quotes", [{**asdict(quote), "statement_id": None} for quote in rows])
    quotes["statement_id"] = statements_of(
        quotes.drop(columns="statement_id"), work.tables["articles_read"], work.config
    )
    return {"quotes": conform("quotes", quotes)}


def _reuse(work: Work) -> Tables:
    from dashboard.analysis.credit import credited
    from dashboard.analysis.reuse import near_duplicates, overlap_of, passage_copies, reuse_of

    articles, passages, quotes = analysed_articles(work), work.tables["passages_read"], work.tables["quotes"]
    reuse = reuse_of(articles, passages, quotes, work.config.analysis.reuse)
    reuse = conform("reuse", reuse.assign(common_source=credited(reuse, articles, work.config.sources)))
    groups = near_duplicates(reuse, articles, passages)
    copies = passage_copies(reuse, passages, articles)
    return {
        "reuse": reuse,
        "source_overlap": conform("source_overlap", overlap_of(reuse, articles, passages, quotes)),
        "duplicate_groups": pd.DataFrame({"article_id": articles["article_id"], "duplicate_group": groups.to_numpy()}),
        "copies": pd.DataFrame({"passage_id": passages["passage_id"], "copy_of": copies.to_numpy()}),
    }


def _claims(work: Work) -> Tables:
    from dashboard.analysis.claims import claims_of

    quantities, reuse = work.tables["quantities"], work.tables["reuse"]
    claims, mentions = claims_of(quantities, analysed_articles(work), reuse, work.config.quantities)
    return {"claims": conform("claims", claims), "claim_mentions": conform("claim_mentions", mentions)}


def analysed_articles(work: Work) -> pd.DataFrame:
    """The articles that stand in the comparisons, with their story; another outlet's copy is one of them."""
    articles = work.tables["articles_read"].merge(work.tables["stories"], on="article_id", how="inner")
    return articles.assign(duplicate_of=None).sort_values("article_id", ignore_index=True)


_TEXT = ("text", "config/entities.py", "config/analysis.py", "ingest")


def _reading(config: Config) -> tuple[object, ...]:
    return config.entities, config.analysis.text, config.analysis.stopwords


STAGES: tuple[Stage, ...] = (
    Stage("articles", ("articles_read", "passages_read", "names"), (), _reading, _articles, _TEXT),
    Stage(
        "stories",
        ("stories",),
        ("articles",),
        lambda config: (config.analysis.topics,),
        _stories,
        ("analysis",),
    ),
    Stage(
        "terms",
        ("terms", "term_mentions"),
        ("articles",),
        lambda config: (config.analysis.terms,),
        _terms,
        ("analysis",),
    ),
    Stage(
        "themes",
        ("passage_themes",),
        ("articles",),
        lambda config: (config.themes, config.learned),
        _themes,
        ("analysis",),
    ),
    Stage(
        "topics",
        ("topics", "passage_topics", "places"),
        ("articles", "terms"),
        lambda config: (config.analysis.topics, config.analysis.terms),
        _topics,
        ("analysis",),
    ),
    Stage(
        "quantities",
        ("quantities",),
        ("articles",),
        lambda config: (config.quantities, config.analysis.quotes, config.sources),
        _quantities,
        ("analysis/quantities", "analysis/quotes", "config/quantities.py"),
    ),
    Stage(
        "quotes",
        ("quotes",),
        ("articles",),
        lambda config: (config.analysis.quotes, config.sources),
        _quotes,
        ("analysis",),
    ),
    Stage(
        "reuse",
        ("reuse", "source_overlap", "duplicate_groups", "copies"),
        ("articles", "stories", "quotes"),
        lambda config: (config.analysis.reuse, config.sources),
        _reuse,
        ("analysis",),
    ),
    Stage(
        "claims",
        ("claims", "claim_mentions"),
        ("quantities", "stories", "reuse"),
        lambda config: (config.quantities,),
        _claims,
        ("analysis",),
    ),
)


def example_checks() -> tuple[Callable[[Config], list[str]], ...]:
    """What tests every example in the configuration: (config) -> one sentence for each that comes out wrong."""
    from dashboard.analysis import quantities, quotes, themes
    from dashboard.text.examples import example_failures

    return (example_failures, themes.example_failures, quantities.example_failures, quotes.example_failures)
