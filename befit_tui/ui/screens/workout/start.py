"""The start panel while no workout is open: repeat one, start empty, import."""

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from typing import Any, ClassVar

from rich.cells import cell_len
from textual import on, work
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from befit_tui.domain.effort import is_working
from befit_tui.domain.routine import Routine
from befit_tui.domain.wording import rated_set_words
from befit_tui.domain.workout import Workout
from befit_tui.logbook.lines import Run
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.planning.blocks import phase_words
from befit_tui.logbook.workout.start import Way, is_first, ways_to_begin
from befit_tui.settings import Settings
from befit_tui.ui.keys import START_KEYS
from befit_tui.ui.screens.pane import LogChanged, LogWritten, Pane, SettingChosen
from befit_tui.ui.widgets.containers import Column
from befit_tui.ui.widgets.line_list import LineList
from befit_tui.ui.widgets.text import clean, fit, fit_parts

VERB = 20
"""Cells of what begins something new, where more is said beside it."""
LEAST_DETAIL = 12
"""Cells that a name leaves for what is said of it."""
FRAME_ROWS = 2
"""Rows around the ways to begin."""
WIDE_BODY, BODY_ROWS, SMALL_BODY_ROWS = 102, 28, 22
"""Columns from which the body is drawn large; the rows that either takes."""
DAYS = "2026-11-20 · yesterday · mon · with a time if it is known: mon 18:30"


class StartPanel(LineList[Way]):
    """The ways to begin, the likeliest first."""

    DEFAULT_CSS = """
    StartPanel {
        height: 1fr; border-top: blank; border-bottom: blank;
        border-title-color: $primary; border-title-style: bold;
        border-subtitle-color: $foreground 60%;
    }
    """
    BORDER_TITLE = "Start a workout"

    def __init__(self, ways: Sequence[Way], follow: Callable[[], object]) -> None:
        super().__init__(self._line, ways, follow=follow)

    def _line(self, way: Way, width: int, _selected: bool) -> Iterator[Run]:
        """What it is called, and in a column what is said of it."""
        if way.is_heading:
            yield "─" * width, "dim"
            return
        if not way.name:
            yield f"{way.verb:<{VERB}}" if way.detail else way.verb, ""
            yield fit(way.detail, width - VERB), "dim"
            return
        named = (f"{one.verb} {one.name}" for one in self.rows if one.name)
        column = min(max(cell_len(clean(one)) for one in named), width - LEAST_DETAIL)
        name = fit(clean(way.name), column - len(way.verb) - 1)
        yield f"{way.verb} ", "dim"
        yield name, "strong"
        gap = " " * (column - len(way.verb) - 1 - cell_len(name))
        yield f"{gap}  {fit_parts(clean(way.detail), width - column - 2)}", "dim"


class StartPane(Pane):
    """The workout mode while no workout is open."""

    BINDING_GROUP_TITLE = "Start"
    BINDINGS: ClassVar[list[BindingType]] = [*START_KEYS]
    NAME = "start"
    KEYS_FOR = "StartPanel"

    def compose(self) -> ComposeResult:
        """One list; before the first workout a page around it."""
        self._is_first = is_first(self._logbook)
        if self._is_first:
            from befit_tui.ui.screens.workout.first_page import FirstPage

            yield FirstPage()
        else:
            panel = StartPanel(tuple(ways_to_begin(self._logbook)), self._tell)
            panel.border_subtitle = phase_words(self._logbook)
            with Column(id="start-left"):
                yield panel
            with Vertical(id="start-beside"):
                yield Static(id="start-plan")

    def on_mount(self) -> None:
        """A pane that comes after a workout knows the past already."""
        self._tell()
        self.call_after_refresh(self._show_today)

    @on(LogChanged)
    async def _offer(self) -> None:
        """Offer what the log holds now."""
        if self._is_first != is_first(self._logbook):
            had_keys = self.has_focus_within
            await self.recompose()
            if had_keys:
                self.take_keys()
        elif not self._is_first:
            panel = self.query_one(StartPanel)
            panel.update_rows(tuple(ways_to_begin(self._logbook)))
            panel.border_subtitle = phase_words(self._logbook)
            self.call_after_refresh(self._show_today)

    async def _show_today(self) -> None:
        """What speaks for an easier day, once all of the past is known."""
        log = self._logbook
        if log.unread_months:
            return
        # The first frame does without alerts, and need not wait for what knows them.
        from befit_tui.logbook.muscles import week_sets
        from befit_tui.logbook.open_alerts import open_alerts, unnoted
        from befit_tui.ui.widgets.body.muscles import SEVEN_DAYS, MuscleMap
        from befit_tui.ui.widgets.today_panel import TodayPanel

        for beside in self.query("#start-beside"):  # none on the first page
            if not beside.query(TodayPanel):
                await beside.mount(panel := TodayPanel())
                panel.share = 3  # above it stands one workout
            alerts = unnoted(log, open_alerts(log))
            # None where a workout was begun meanwhile.
            for panel in beside.query(TodayPanel):
                panel.show(tuple(alerts), "No alert is open.")
        for left in self.query("#start-left"):
            today = Workout(id="", started_at=log.clock())
            first = today.day - timedelta(days=6)
            sets = week_sets(log.history, today, log.catalog.get, first)
            await left.query(MuscleMap).remove()
            if any(sets.values()):
                await left.mount(MuscleMap(sets, self.settings.volume_band, SEVEN_DAYS))
        self._fit()

    def on_resize(self) -> None:
        """Draw the body where there is room for it below the ways to begin."""
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        # A pane that is taken down may have lost one of them.
        for body, ways in zip(
            self.query("MuscleMap"), self.query(StartPanel), strict=False
        ):
            room = self.size.height - len(ways.rows) - FRAME_ROWS
            wide = ways.size.width >= WIDE_BODY
            rows = BODY_ROWS if wide else SMALL_BODY_ROWS
            body.display = room >= rows and not self.screen.has_class("-narrow")

    def _tell(self) -> None:
        """Say what the way under the cursor begins with."""
        for plan in self.query("#start-plan").results(Static):
            way = self.query_one(StartPanel).row
            lines = _plan_lines(self._logbook, way.plan) if way and way.plan else ()
            # It has all of the room there is, so nothing moves: a key stays cheap.
            plan.update(Content("\n").join(lines), layout=False)

    async def action_choose(self) -> None:
        """Begin the way under the cursor."""
        way = self.query_one(StartPanel).row
        plan = way.plan if way is not None else None
        if isinstance(plan, Routine):
            self._ask_and_start(plan)
        elif plan is not None:
            self._begin(lambda: self._logbook.repeat(plan))
        elif way is not None:
            await self.run_action(way.id)

    @work
    async def _ask_and_start(self, routine: Routine) -> None:
        """Ask for the training maxes that nobody has set, then start."""
        from befit_tui.logbook.planning.programme import Programmes
        from befit_tui.ui.screens.planning.training_maxes import TrainingMaxes

        if Programmes.of(self._logbook).without_max(routine):
            await self.app.push_screen_wait(TrainingMaxes(self._logbook))
        self._start(routine)

    def _start(self, routine: Routine, week: int | None = None) -> None:
        from befit_tui.logbook.planning.programme import start

        self._begin(lambda: start(self._logbook, routine, week))

    def action_empty(self) -> None:
        """Open an empty workout and choose its first exercise."""
        if self._begin(self._logbook.start):
            self.app.call_later(self.app.run_action, "in_workout('add')")

    @work
    async def action_add(self) -> None:
        """Open a workout with an exercise."""
        from befit_tui.logbook.workout.editor import add_exercise
        from befit_tui.ui.screens.picker import choose_exercise

        chosen = await choose_exercise(self.app, self._logbook, "Add an exercise")
        if chosen is not None:
            self._begin(lambda: add_exercise(self._logbook, chosen))

    @work
    async def action_programme(self) -> None:
        """Ask for the days a week and the equipment, then show what suits."""
        from befit_tui.catalog.programmes import EQUIPMENT, programmes
        from befit_tui.ui.screens.choice import Choice

        days = sorted({days for one in programmes() for days in one.days})
        labels = [f"{number} days a week" for number in days]
        day = await self.app.push_screen_wait(
            Choice("How often?", labels, 1, first=days[0])
        )
        if day is None:
            return
        means = [
            one
            for one in EQUIPMENT
            if any(found.suits(days[day], one) for found in programmes())
        ]
        with_what = await self.app.push_screen_wait(Choice("With what?", means))
        if with_what is not None:
            await self._ask_routine(days[day], means[with_what])

    @work
    async def action_routines(self) -> None:
        """Choose a routine to start."""
        await self._ask_routine()

    async def _ask_routine(self, days: int = 0, equipment: str = "") -> None:
        from befit_tui.ui.screens.planning.routines import RoutinesScreen

        dialog = RoutinesScreen(self._logbook, days, equipment)
        chosen = await self.app.push_screen_wait(dialog)
        if chosen is not None:
            self._start(chosen.routine, chosen.week)
        else:
            self.post_message(LogChanged())

    @work
    async def action_other_day(self) -> None:
        """Open a workout that was done on another day."""
        from befit_tui.domain.grammar.day_entry import parse_day
        from befit_tui.ui.screens.prompt import ask_line

        now, here = self._logbook.clock(), self._logbook.here
        moment = await ask_line(
            self.app,
            "A workout for which day?",
            lambda typed: parse_day(typed, now, here),
            hint=DAYS,
        )
        if moment is not None:
            self._begin(
                lambda: self._logbook.start(started_at=moment, entered_later=True)
            )

    @work
    async def action_check_in(self) -> None:
        """Ask how the lifter comes in; kept for the workout of today."""
        from befit_tui.ui.screens.planning.check_in_and_block import ask_check_in

        if await ask_check_in(self.app, self._logbook):
            self.post_message(LogWritten())

    def _begin(self, opens: Callable[[], object]) -> bool:
        """Open a workout, which the app shows; whether it was not refused."""
        from befit_tui.ui.screens.dialog import attempt

        begun = attempt(self.app, opens)
        if begun:
            cut_short(self.app, self._logbook)
            self.post_message(LogWritten())
            self.app.run_worker(_ask_rack(self.app, self._logbook, self.settings))
        return begun


def _plan_lines(logbook: Logbook, plan: Routine | Workout) -> Iterator[Content]:
    """The exercises of a plan, each with its sets: those done, or those planned."""
    if plan.entries:
        yield Content.styled(clean(plan.name) or "Workout", "bold $primary")
    for entry in plan.entries:
        exercise = logbook.catalog.get(entry.exercise)
        words = "  ".join(
            rated_set_words(one, exercise, logbook.unit).replace(" ", "")
            for one in entry.sets
            if is_working(one)
        )
        if not words:
            # Few starts have a plan to read, and its grammar is slow to load.
            from befit_tui.ui.screens.planning.routine_editor import next_words

            words = next_words(entry)
        yield Content.styled(clean(exercise.name), "bold")
        yield Content.styled(f"  {words}", "$foreground 60%")


async def _ask_rack(app: App[Any], logbook: Logbook, settings: Settings) -> None:
    """Which loads there are, where the plan takes a step that nobody knows; once."""
    from befit_tui.domain.grammar.owned import parse_owned
    from befit_tui.logbook.planning import racks
    from befit_tui.ui.screens.dialog import attempt
    from befit_tui.ui.screens.prompt import ask_line

    place = settings.place
    if not (what := racks.unknown(logbook, place)):
        return
    before = settings.home if place == "home" else settings.gym

    def read(typed: str) -> str:
        """The loads of the place with those that were typed; nothing if none were."""
        line = racks.with_answer(before, what, typed, logbook.unit) if typed else ""
        parse_owned(line)
        return line

    asked, hint = racks.question(what, place), racks.example(what)
    told = await ask_line(app, asked, read, hint=hint)
    attempt(app, lambda: racks.remember(logbook, what, place))
    if told:
        app.post_message(SettingChosen(place, told))


def cut_short(app: App[Any], logbook: Logbook, before: int | None = None) -> None:
    """Keep what fits into the minutes of the check-in, and say it."""
    from befit_tui.logbook.workout.short_session import shorten_as_told
    from befit_tui.ui.screens.dialog import attempt

    def cut() -> None:
        if said := shorten_as_told(logbook, before):
            app.notify(said, timeout=8)

    attempt(app, cut)
