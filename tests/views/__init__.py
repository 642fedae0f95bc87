"""Views, without a browser."""
