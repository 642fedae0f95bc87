"""French text: pure functions of one article."""
