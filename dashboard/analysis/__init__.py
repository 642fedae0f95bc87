"""What the articles say: pure functions of documents and tables."""
