"""From files to articles: one reader a format."""
