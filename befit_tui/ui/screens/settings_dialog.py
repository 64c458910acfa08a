"""The dialog of the settings, each written at once when it is changed."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from befit_tui.domain.load import number
from befit_tui.settings import CHOICES, HELP, NUMBERS, Settings, typed_setting
from befit_tui.ui.screens.form import Field, Form

YES_NO = {"True": "yes", "False": "no"}


def settings_dialog(
    settings: Callable[[], Settings],
    config: Path,
    themes: Iterable[str],
    change: Callable[[str, object], None],
) -> Form:
    """A dialog of the settings as they stand, kept in ``config``."""
    choices = {**CHOICES, "theme": tuple(sorted(themes))}
    return Form(
        "Settings",
        lambda: tuple(_fields(settings(), choices)),
        change,
        foot=f"Kept in {config}",
    )


def _fields(
    settings: Settings, choices: Mapping[str, tuple[object, ...]]
) -> Iterator[Field]:
    for key, about in HELP.items():
        value = getattr(settings, key)
        typed = number(value) if key in NUMBERS else str(value)
        yield Field(
            id=key,
            title=key.replace("_", " "),
            about=about,
            value=value,
            words=YES_NO.get(typed, typed),
            read=partial(typed_setting, key),
            choices={
                YES_NO.get(str(one), str(one)): one for one in choices.get(key, ())
            },
            anew=key in NUMBERS,
        )
