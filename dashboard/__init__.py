"""Recoupe: what each press article reports, source by source."""
