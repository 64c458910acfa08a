"""A workout by lines of text, ``befit log -``: what the screen does by keys.

A line goes in, sentences come out. The same editor stands behind it as behind the
screen, so a line is read, doubted and filled from the plan in the same way.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta

from befit_tui.domain import signs
from befit_tui.domain.errors import BefitError, DoubtError, EntryError
from befit_tui.domain.moments import clock_time, latest
from befit_tui.domain.wording import place_words
from befit_tui.domain.workout import LoggedSet
from befit_tui.logbook import check_in
from befit_tui.logbook.doubts import ENTER_AGAIN
from befit_tui.logbook.exercise_card import exercise_card, spoken_card
from befit_tui.logbook.find_exercise import exercise_meant, find_exercise
from befit_tui.logbook.glossary import GLOSSARY
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.planning import routines
from befit_tui.logbook.planning.blocks import UNDO
from befit_tui.logbook.planning.programme import start
from befit_tui.logbook.questionnaire import Question
from befit_tui.logbook.workout import row_words
from befit_tui.logbook.workout.editor import WorkoutEditor
from befit_tui.logbook.workout.effort_question import BROKE, TECHNICAL, Answer
from befit_tui.logbook.workout.finish.page import spoken
from befit_tui.logbook.workout.finish.summary import summary_of
from befit_tui.logbook.workout.meter_view import meter_of
from befit_tui.logbook.workout.plates import Gears, loading
from befit_tui.logbook.workout.quick_log import read_words, reads, split_line
from befit_tui.logbook.workout.rest import rest_target
from befit_tui.logbook.workout.rows import TitleRow
from befit_tui.logbook.workout.short_session import shorten_as_told
from befit_tui.logbook.workout.today import alerts_of, day_words_of, note_alert
from befit_tui.logbook.workout_times import close_forgotten

HELP: Mapping[str, str] = {
    "start": "open an empty workout; start NAME takes a routine",
    "routines": "your routines, those whose turn it is first",
    "repeat": "plan the last workout again; repeat NAME the last of that name",
    "add NAME": "add an exercise, or go to it",
    "next": "what the next set is; an empty line says the same",
    "ok": "log the next set as it was said; f as failure, b as form broke",
    "8, 82.5x8, 8@1": "log what you did in the exercise you are at",
    "bench press 80x8@2": "log a set of an exercise, also one that is not planned",
    "@2": "how many reps were left in the last set; @f failure, @s slipped, @b broke",
    "note TEXT": "a note on the last set",
    "check-in": "what is asked of how you come in; check-in sleep 4 answers one of it",
    "meter": "what the meter says of the next set",
    "plates": "what goes on each side of the bar for the next set",
    "rest": "how long you have rested",
    "list": "the whole workout",
    "alerts": "what this workout calls for; o notes the first: quiet until worse",
    "about NAME": "what an exercise is, and what failing on it looks like",
    "what WORD": "what a word of Befit means",
    "undo": "take the newest change back; redo does it again",
    "finish": "end the workout; undo brings it back",
    "quit": "leave; an open workout stays open",
}
"""What can be typed, and what it does."""

ALIASES = {"": "next", "?": "help"}
Said = Iterator[str]


class WorkoutByLines:
    """Answers one line after the other; ``is_over`` once it was asked to end.

    Every change is on disk before it is said. Each ``_do_`` method is the command of
    its name, as in the ``cmd`` of the standard library.
    """

    def __init__(self, logbook: Logbook, gears: Gears) -> None:
        self._logbook = logbook
        self._gears = gears
        logbook.read_months()
        self._forgotten = close_forgotten(logbook)
        self._editor = WorkoutEditor(logbook, bounce=timedelta(0))
        self._cursor = self._editor.cursor
        self._doubted = ""
        self._said: set[str] = set()
        self.is_over = False

    def greeting(self) -> Said:
        """What stands open, and how to go on."""
        if self._forgotten:
            yield self._forgotten
        if self._logbook.active is None:
            yield "No workout is open. Type start, repeat, a set, or help."
        else:
            yield from self._open()

    def _open(self) -> Said:
        name = self._logbook.opened().name or "A workout"
        yield f"{name} is open, {self._progress()}."
        yield from self._do_next("")

    def answer(self, line: str) -> Said:
        """What a line does, in sentences.

        Raises:
            BefitError: it cannot be done; nothing has changed, and the next line is
                read as if this one had not been there.
        """
        if self._logbook.follow():
            self._cursor.follow()
        line = line.strip()
        word, _, rest = line.partition(" ")
        name = ALIASES.get(word, word.casefold()).replace("-", "_")
        command: Callable[[str], Said] | None = getattr(self, f"_do_{name}", None)
        if command is not None:
            return command(rest.strip())
        return self._rate(line) if line.startswith("@") else self._typed(line)

    def _typed(self, line: str) -> Said:
        if reads(line):
            if self._cursor.exercise is None:
                raise EntryError('Say which exercise it was: "bench press 80x8@2".')
        else:
            name, line = split_line(line)
            self._go_to(name)
        return self._logged(lambda: self._submit(line))

    def _submit(self, line: str) -> None:
        try:
            self._editor.submit(line)
        except DoubtError as error:
            asked = str(error).removesuffix(ENTER_AGAIN)
            raise DoubtError(f"{asked}Type the same line again to keep it.") from error

    def _do_ok(self, _: str, rating: Answer | None = None) -> Said:
        return self._logged(lambda: self._editor.log(rating))

    def _do_f(self, _: str) -> Said:
        return self._do_ok("", TECHNICAL)

    def _do_b(self, _: str) -> Said:
        return self._do_ok("", BROKE)

    def _logged(self, log: Callable[[], object]) -> Said:
        """Log in the row that is next, and say what was logged."""
        before = {done.id for done in self._logbook.opened().sets}
        self._to_next_row()
        log()
        return self._say_logged(before)

    def _say_logged(self, before: set[str]) -> Said:
        workout = self._logbook.opened()
        for entry in workout.entries:
            for place, done in enumerate(entry.sets, 1):
                if done.id not in before:
                    name = self._logbook.catalog.get(entry.exercise).name
                    at = place_words(done.kind, place)
                    yield f"Logged: {name}, {at}: {self._set_words(done)}."
                    for label in self._cursor.records.get(done.id, ()):
                        yield f"A record: {label}."
        last = self._cursor.last_set
        if last and last.reps and last.left is None and last.end is None:
            yield "How many reps were left? Type @0 to @5, or @f for failure."
        for alert in alerts_of(self._cursor)[:1]:
            if alert.title not in self._said:  # who listens need not hear it each time
                self._said.add(alert.title)
                yield f"{alert.title}."
        yield f"Rest {clock_time(rest_target(self._cursor))}."
        yield from self._do_next("")

    def _rate(self, line: str) -> Said:
        last = self._cursor.last_set
        if last is None or last.reps is None:
            raise EntryError("No set that is counted in reps is logged yet.")
        self._cursor.go_to_set(last.id)
        self._editor.submit(f"x{last.sides or last.reps}{line}")
        self._cursor.go_on()
        (rated,) = (one for one in self._logbook.opened().sets if one.id == last.id)
        yield f"The last set: {self._set_words(rated)}."

    def _do_note(self, text: str) -> Said:
        last = self._cursor.last_set
        if last is None or not text:
            raise EntryError("Type note and the text, after a set.")
        self._cursor.go_to_set(last.id)
        self._editor.write_note(text)
        self._cursor.go_on()
        yield "The note is kept with the last set."

    def _do_start(self, name: str) -> Said:
        if name:
            start(self._logbook, routines.called(self._logbook, name))
        else:
            self._logbook.start()
        self._editor.restart()
        yield from self._cut_short()
        yield from self._open()

    def _do_routines(self, _: str) -> Said:
        known = routines.routines(self._logbook)
        today = self._logbook.clock().date()
        for turn in routines.in_turn(known, self._logbook.history):
            said = routines.turn_words(turn, today).replace(" · ", ", ")
            yield f"{turn.routine.name}: {said}."
        if not known:
            yield "You have no routines yet."

    def _do_repeat(self, name: str) -> Said:
        past = self._logbook.history.newest_first()
        wanted = (
            one for one in past if not name or one.name.casefold() == name.casefold()
        )
        found = next(wanted, None)
        if found is None:
            raise BefitError("There is no such workout in the history.")
        self._logbook.repeat(found)
        self._editor.restart()
        yield f"{found.name or 'The workout'} is planned again."
        yield from self._cut_short()
        yield from self._do_next("")

    def _do_add(self, name: str) -> Said:
        if not name:
            raise EntryError("Type add and the exercise, as in add bench press.")
        self._go_to(name)
        return self._do_next("")

    def _do_next(self, _: str) -> Said:
        if (row := self._cursor.coming_row) is None:
            yield "No exercise is planned. Type a set, or add and an exercise."
            return
        prompt = row_words.prompt(self._cursor).replace("  ", ", ")
        beside = row_words.remarks(self._cursor, row) if row.done is None else ()
        yield f"Next: {row.exercise.name}, {prompt.replace('– ×', 'no load yet ×')}."
        for reason in beside[:1]:
            said = reason.removeprefix(f"{signs.CARE} ")
            yield f"{said[0].upper()}{said[1:]}."

    def _do_meter(self, _: str) -> Said:
        self._logbook.opened()
        self._to_next_row()
        view = meter_of(self._cursor)
        if view is None:
            raise BefitError("No exercise is planned.")
        yield f"{view.title}, {view.subtitle}: {view.words}, {view.target_words}."
        yield f"Failure sets: {view.failed} of {view.budget.allowed} today."
        if view.objection:
            yield f"{view.objection}."

    def _do_plates(self, _: str) -> Said:
        self._logbook.opened()
        self._to_next_row()
        yield f"{loading(self._cursor, self._gears).words}."

    def _do_rest(self, _: str) -> Said:
        workout = self._logbook.opened()
        if not workout.sets:
            raise BefitError("No set is logged yet.")
        gone = (self._logbook.clock() - latest(workout)).total_seconds()
        target = rest_target(self._cursor)
        yield f"Rested {clock_time(gone)} of {clock_time(target)}."

    def _do_list(self, _: str) -> Said:
        self._logbook.opened()
        for row in self._cursor.rows:
            if isinstance(row, TitleRow):
                yield f"{row.exercise.name}: {row.plan or 'no plan'}.".replace(
                    " · ", ", "
                )
            elif row.done is not None:
                at = place_words(row.done.kind, row.planned.number)
                yield f"{at}: {self._set_words(row.done)}."
        yield f"{self._progress()}."

    def _do_alerts(self, _: str) -> Said:
        found = alerts_of(self._cursor)
        for alert in found:
            yield f"{alert.severity}: {alert.title}. {alert.advice}"
        if not found:
            yield day_words_of(self._cursor)

    def _do_o(self, _: str) -> Said:
        title = note_alert(self._cursor)
        if not title:
            raise BefitError("There is no alert to note.")
        yield f"Noted: {title}. It stays quiet until it is worse."

    def _do_about(self, name: str) -> Said:
        """The card of the exercise of that name, or of the one that is next."""
        exercise = find_exercise(self._logbook, name) if name else self._cursor.exercise
        if exercise is None:
            raise EntryError("Type about and the exercise, as in about bench press.")
        exposures = self._logbook.history.exposures(exercise.id)
        yield from spoken_card(exercise_card(exercise, exposures, self._logbook.unit))

    def _do_what(self, word: str) -> Said:
        found = [one for one in GLOSSARY if word and word.casefold() in one]
        for term in found:
            yield f"{term.replace(' · ', ', ')}: {GLOSSARY[term]}."
        if not found:
            raise EntryError("Type what and a word of Befit, as in what deload.")

    def _do_check_in(self, typed: str) -> Said:
        questions = check_in.new_questions(self._logbook)
        asked = [one for one in questions.lines if typed.startswith(one.label)]
        if typed and not asked:
            raise EntryError("Type check-in, what is asked and the answer: sleep 4.")
        if asked:
            one = max(asked, key=lambda line: len(line.label))
            answer = self._read_answer(one, typed.removeprefix(one.label).strip())
            questions.answers[one.name] = answer
            before = check_in.given_today(self._logbook).minutes_planned
            check_in.keep(self._logbook, questions)
            self._cursor.follow()
            yield from self._cut_short(before)
        for line in asked or questions.lines:
            words = questions.words(line) or "not answered"
            yield f"{line.label}, {line.hint}: {words}.".replace(" … ", " to ")

    def _cut_short(self, before: int | None = None) -> Said:
        """Keep what fits into the minutes of the check-in, if they are new."""
        if said := shorten_as_told(self._logbook, before):
            self._cursor.follow()
            yield said.removesuffix(UNDO)

    def _read_answer(self, line: Question, typed: str) -> object:
        """The answer that the keys of a text give to a question.

        Raises:
            EntryError: it has no use for one of them.
            DoubtError: the answer is likely a slip, and was not typed twice.
        """
        answer = check_in.read(line, typed)
        if answer is None:
            asked = f"{line.label}, {line.hint}".replace(" … ", " to ")
            raise EntryError(f"{typed or 'Nothing'} is no answer: {asked}.")
        doubt = line.doubt(answer)
        if doubt and self._doubted != f"{line.name} {answer}":
            self._doubted = f"{line.name} {answer}"
            raise DoubtError(f"{doubt} Type the same line again to keep it.")
        return answer

    def _do_finish(self, _: str) -> Said:
        workout = self._logbook.opened()
        shown = summary_of(self._cursor, workout)
        done = [
            f"{self._logbook.catalog.get(entry.exercise).name}: {said}."
            for entry in workout.entries
            if (said := "; ".join(map(self._set_words, entry.sets)))
        ]
        self._editor.finish()
        yield f"{shown.name} is finished. Undo brings it back."
        yield from spoken(shown)
        yield from done

    def _do_undo(self, _: str) -> Said:
        return self._step(self._logbook.undo, "Taken back", "take back")

    def _do_redo(self, _: str) -> Said:
        return self._step(self._logbook.redo, "Done again", "do again")

    def _step(self, take: Callable[[], str | None], said: str, nothing: str) -> Said:
        label = take()
        self._cursor.follow()
        yield f"{said}: {label}." if label else f"There is nothing to {nothing}."

    def _do_help(self, _: str) -> Said:
        for typed, does in HELP.items():
            yield f"{typed}: {does}."

    def _do_quit(self, _: str) -> Said:
        self.is_over = True
        if self._logbook.active is not None:
            yield "The workout stays open."

    def _go_to(self, name: str) -> None:
        """Go to the last entry of an exercise, or add it, opening a workout for it."""
        exercise = exercise_meant(self._logbook, name).id
        if self._logbook.active is None:
            self._logbook.start()
            self._editor.restart()
        entries = self._logbook.opened().entries
        places = [at for at, one in enumerate(entries) if one.exercise == exercise]
        if not places:
            self._editor.add(exercise)
            return
        # A further set stands only below the exercise the cursor is at.
        self._cursor.go_to(self._cursor.sets_of(places[-1])[-1].id)
        rows = self._cursor.sets_of(places[-1])
        self._cursor.go_to(next((r for r in rows if r.done is None), rows[-1]).id)

    def _to_next_row(self) -> None:
        """From a title or a logged set to the set that comes next in its exercise."""
        row = self._cursor.coming_row
        if row is None:
            raise EntryError("No exercise is planned: type add and its name.")
        self._cursor.go_to(row.id)

    def _progress(self) -> str:
        return row_words.progress(self._cursor)[0].replace(" · ", ", ")

    def _set_words(self, done: LoggedSet) -> str:
        entries = self._logbook.opened().entries
        (entry,) = (one for one in entries if done in one.sets)
        exercise = self._logbook.catalog.get(entry.exercise)
        return read_words(done, exercise, self._logbook.unit)
