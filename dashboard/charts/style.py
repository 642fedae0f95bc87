"""One look for every chart: palettes, fixed colours, French and English numbers."""

from __future__ import annotations

import colorsys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import altair as alt
from altair.utils.schemapi import debug_mode

from dashboard.config import Config

FONT = '"Source Sans", "Segoe UI", "Helvetica Neue", Arial, sans-serif'
#: Twelve colours that hold 4.5:1 on white, in the order in which sources take them.
CATEGORICAL = (
    "#2166AC", "#B85C00", "#1B7F5C", "#8E4A9E", "#6F6A00", "#B23A48",
    "#0F7F8F", "#7A5230", "#B0447A", "#4A5A78", "#4F7A1E", "#6B7280",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme of the page; ``verdicts`` and ``tints`` are keyed by verdict."""

    ground: str
    text: str
    muted: str
    hairline: str
    accent: str
    empty: str
    low: str
    high: str
    verdicts: Mapping[str, str]
    tints: Mapping[str, str]


LIGHT = Palette(
    ground="#FFFFFF",
    text="#1F2328",
    muted="#5F6368",
    hairline="#EEF0F2",
    accent="#2166AC",
    empty="#FAFAFB",
    low="#F3F7FB",
    high="#2166AC",
    verdicts={"contradict": "#B3261E", "compatible": "#8A6100", "agree": "#1B6E53", "single": "#5F6368"},
    tints={"contradict": "#FBE9E7", "compatible": "#FFF5DE", "agree": "#E6F3ED", "single": "#F1F2F4"},
)
DARK = Palette(
    ground="#14171A",
    text="#E6E8EA",
    muted="#A8ADB3",
    hairline="#2A2F34",
    accent="#7FB2E5",
    empty="#1A1D21",
    low="#1B242D",
    high="#7FB2E5",
    verdicts={"contradict": "#F2887E", "compatible": "#E0B64A", "agree": "#6CC7A4", "single": "#A8ADB3"},
    tints={"contradict": "#3B211F", "compatible": "#352B14", "agree": "#172E26", "single": "#23272B"},
)


def palette(dark: bool) -> Palette:
    """The colours of the dark or the light page."""
    return DARK if dark else LIGHT


def source_colours(sources: Iterable[str], dark: bool = False) -> dict[str, str]:
    """A colour for each source: give all sources of the corpus, whatever is filtered, so that colours stay.

    From the thirteenth source on all are grey.
    """
    names = sorted(set(sources))
    light = {name: CATEGORICAL[place] if place < len(CATEGORICAL) else LIGHT.muted for place, name in enumerate(names)}
    return {name: shade(colour, dark) for name, colour in light.items()}


def theme_colours(config: Config, dark: bool = False) -> dict[str, str]:
    """The configured colour of each theme, by theme id."""
    return {theme.theme_id: shade(theme.colour, dark) for theme in config.themes.themes}


@lru_cache(maxsize=512)
def shade(colour: str, dark: bool) -> str:
    """A colour made for white ground, on the dark page lightened until it holds 4.5:1 there."""
    if not dark:
        return colour
    hue, lightness, saturation = colorsys.rgb_to_hls(*_channels(colour))
    while contrast(colour, DARK.ground) < 5.0 and lightness < 0.95:
        lightness += 0.02
        red, green, blue = colorsys.hls_to_rgb(hue, lightness, saturation)
        colour = f"#{round(red * 255):02X}{round(green * 255):02X}{round(blue * 255):02X}"
    return colour


def mixed(ground: str, over: str, share: float) -> str:
    """``over`` laid on ``ground`` with this share (0..1): one opaque colour."""
    pairs = zip(_channels(ground), _channels(over), strict=True)
    return "#" + "".join(f"{round(255 * (low + (high - low) * share)):02X}" for low, high in pairs)


def contrast(one: str, other: str) -> float:
    """The WCAG contrast of two ``#RRGGBB`` colours, 1..21."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@lru_cache
def locale(language: str) -> Any:
    """Numbers and dates as the language writes them, for Vega."""
    if language != "fr":
        return alt.Locale(number=alt.NumberLocale(decimal=".", thousands=",", grouping=[3], currency=["$", ""]))
    return alt.Locale(
        number=alt.NumberLocale(
            decimal=",", thousands="\u202f", grouping=[3], currency=["", "\u00a0€"], percent="\u202f%"
        ),
        time=alt.TimeLocale(
            dateTime="%A %e %B %Y à %X", date="%d/%m/%Y", time="%H:%M:%S", periods=["AM", "PM"],
            days=["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"],
            shortDays=["dim.", "lun.", "mar.", "mer.", "jeu.", "ven.", "sam."],
            months=["janvier", "février", "mars", "avril", "mai", "juin",
                    "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
            shortMonths=["janv.", "févr.", "mars", "avr.", "mai", "juin",
                         "juil.", "août", "sept.", "oct.", "nov.", "déc."],
        ),
    )  # fmt: skip


def finish(chart: Any, language: str, dark: bool = False, title: str = "", subtitle: str = "") -> Any:
    """The chart in the look of the house; call it last, once, on the outermost chart.

    ``title`` says the finding; empty: no title. Draw with ``show_chart``, which leaves the look alone.
    """
    if title:
        named = alt.Title(title, subtitle=subtitle) if subtitle else alt.Title(title)
        chart = chart.properties(title=named)
    steady = alt.AutoSizeParams(type="fit-x", contains="padding")
    chart = chart.properties(background="transparent", autosize=steady)
    return chart.configure(locale=locale(language), **_config(dark))


def spec_of(make: Callable[[], Any]) -> dict[str, Any]:
    """The Vega-Lite specification of the chart that ``make`` builds, or the one that it returns.

    Altair checks every step of the making against its schema; here it does not, which makes it several times as
    fast: the tests of the charts build them with all checks on.
    """
    with debug_mode(False):
        made = make()
        spec: dict[str, Any] = made if isinstance(made, dict) else made.to_dict(validate=False)
    return spec


@lru_cache
def _config(dark: bool) -> dict[str, Any]:
    colours = palette(dark)
    text = {"labelColor": colours.text, "titleColor": colours.muted, "labelFont": FONT, "titleFont": FONT}
    sizes = {"labelFontSize": 13, "titleFontSize": 13, "titleFontWeight": "normal"}
    lines = {"domainColor": colours.hairline, "gridColor": colours.hairline, "tickColor": colours.hairline}
    return {
        "font": FONT,
        "padding": 4,
        "axis": {**text, **sizes, **lines, "labelLimit": 260, "labelPadding": 8, "titlePadding": 10},
        "header": {**text, **sizes},
        "legend": {**text, **sizes, "orient": "top", "symbolType": "circle", "columnPadding": 16},
        "title": {
            **{"font": FONT, "color": colours.text, "fontSize": 16, "fontWeight": "bold", "offset": 12},
            **{"anchor": "start", "frame": "group", "subtitleFont": FONT, "subtitleColor": colours.muted},
            **{"subtitleFontSize": 13, "subtitlePadding": 6},
        },
        "text": {"font": FONT, "fontSize": 13, "color": colours.text},
        "view": {"stroke": None},
        "scale": {"bandPaddingInner": 0.06, "bandPaddingOuter": 0},
    }


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def _luminance(colour: str) -> float:
    linear = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in _channels(colour))
    return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
