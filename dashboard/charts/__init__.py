"""Tables in, Altair charts out."""
