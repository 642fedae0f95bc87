"""What goes wrong is said in one sentence, never as a traceback."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from dashboard.config import ConfigError
from dashboard.ingest import IngestError
from dashboard.locales import _
from dashboard.views.markup import safe


@contextmanager
def said_plainly() -> Iterator[None]:
    """Stops the run with one sentence where configuration or corpus cannot be used."""
    try:
        yield
    except (ConfigError, IngestError) as error:
        logging.getLogger("recoupe").error("%s", str(error).replace("\n", " "))
        st.html(f'<h1 style="font-size:28px">{safe(_("Nothing can be shown yet"))}</h1><p>{safe(error)}</p>')
        st.stop()
