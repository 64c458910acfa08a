"""A log of another app, or of Befit itself, as workouts; nothing is lost silently."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from typing import Any

from befit_tui.domain.errors import (
    ImportRefusedError,
    UnitNeededError,
    UnknownTableError,
)
from befit_tui.domain.value import Value, replace
from befit_tui.transfer.containers import (
    SQLITE,
    Content,
    Decoded,
    contents_of,
    decode,
    refuse_lines,
    tables_of,
)
from befit_tui.transfer.formats import (
    alpha,
    fitbod,
    fitnotes,
    flexify,
    generic,
    gymbook,
    gymrun,
    hevy,
    jefit,
    liftlog,
    liftosaur,
    strong,
    stronglifts,
    wger,
)
from befit_tui.transfer.formats.bodyweight import read_weights
from befit_tui.transfer.formats.own import (
    APP,
    is_data_file,
    joined,
    load_json,
    read_own,
)
from befit_tui.transfer.formats.own_table import read_own_table
from befit_tui.transfer.formats.text_log import TEXT, is_text_log, read_text
from befit_tui.transfer.group import Grouping, LoadReader, workouts_of
from befit_tui.transfer.liftoscript import is_liftoscript
from befit_tui.transfer.names import Resolve, exercises_named
from befit_tui.transfer.parsed import ParsedLog
from befit_tui.transfer.records import Rows, rows_of
from befit_tui.transfer.rows import Format, Layout, ReadOptions, Row, RowError, Source
from befit_tui.transfer.table import Table, parse
from befit_tui.transfer.weights import load_reader

_TABLES = (
    hevy.HEVY, jefit.JEFIT, gymrun.GYMRUN, gymbook.GYMBOOK, liftlog.LIFTLOG,
    flexify.FLEXIFY, alpha.ALPHA, fitbod.FITBOD, liftosaur.LIFTOSAUR,
    stronglifts.STRONGLIFTS, fitnotes.WORKOUTS, fitnotes.FITNOTES, strong.STRONG,
    generic.GENERIC,
)  # fmt: skip
"""Tables, the most particular first, any table with plain headings last."""
_DOCUMENTS = (hevy.API, liftosaur.BACKUP, liftlog.SESSIONS, wger.WGER)
"""Forms of JSON."""
_DATABASES = (fitnotes.BACKUP, liftlog.BACKUP)
"""Databases of SQLite."""
_OWN = "Befit's own"
_FEWEST = 3
"""Columns of a table of sets: day, exercise and reps or seconds."""
_SHOWN = 4
"""Rows of an unknown table that are shown to the lifter."""


def read_log(
    data: bytes, name: str, options: ReadOptions, resolve: Resolve
) -> ParsedLog:
    """The workouts of an exported file called ``name``, recognised by its content.

    ImportRefusedError where no row can be read or its format is not known,
    UnitNeededError where only the unit of its loads is missing.
    """
    apps = dict.fromkeys(
        (APP, *(one.app for one in (*_TABLES, *_DOCUMENTS, *_DATABASES, TEXT)))
    )
    if options.app is not None and options.app not in apps:
        raise ImportRefusedError(
            f"{options.app} is not an app Befit can read: say one of {', '.join(apps)}."
        )
    problem: ImportRefusedError | None = None
    contents = tuple(contents_of(data, name))
    if len(contents) > 1 and (backup := _backup(contents, name)) is not None:
        _check_from(APP, _OWN, options, name)
        return backup
    for content in contents:
        try:
            return _Reader(content.name, options, resolve).read(content)
        except UnitNeededError:
            raise
        except ImportRefusedError as refused:
            problem = problem or refused
    raise problem or ImportRefusedError(f"{name} holds no file that can be read.")


def _backup(contents: tuple[Content, ...], name: str) -> ParsedLog | None:
    """A copy of a data folder: its files are one log; what can be undone is no part."""
    texts = [
        one.data.decode("utf-8", "replace")
        for one in contents
        if one.name.endswith(".json") and not one.name.endswith("undo.json")
    ]
    files = [load_json(text, name) for text in texts]
    if not files or not all(map(is_data_file, files)):
        return None
    return read_own(joined(files), "\n".join(texts), name)


class _Reader(Value, frozen=True):
    """Reads one file, by what the lifter says of it and what names mean."""

    name: str
    options: ReadOptions
    resolve: Resolve

    def read(self, content: Content) -> ParsedLog:
        """The log in a file, whatever it is."""
        if content.data.startswith(SQLITE):
            return self._database(content)
        refuse_lines(content.data, self.name)
        decoded = decode(content.data, self.name)
        if decoded.text.lstrip().startswith(("{", "[")):
            return self._document(decoded.text)
        if self.options.columns is None and is_text_log(decoded.text):
            return self._parsed(TEXT, read_text(decoded.text, self.options.unit))
        table = parse(decoded.text, self.name)
        try:
            return self._special(table) or self._table(table, decoded)
        except ImportRefusedError:
            said = (self.options.app, self.options.columns) != (None, None)
            # A file that was said to be a log is refused as one.
            if said or not is_liftoscript(decoded.text):
                raise
        raise ImportRefusedError(
            f"{self.name} is a programme, not a log: take it over under "
            "Routines, with i."
        )

    def _special(self, table: Table) -> ParsedLog | None:
        options = self.options
        if options.app in (None, APP) and (own := read_own_table(table)) is not None:
            return own
        if options.app is None and options.columns is None:
            return read_weights(table, options)
        return None

    def _table(self, table: Table, decoded: Decoded) -> ParsedLog:
        found, layout = _known_table(table, self.options)
        if "reps" not in layout.columns:
            raise ImportRefusedError(
                f"{self.name} has no column of reps: export it again from "
                f"{found.title}."
            )
        rows = rows_of(table, layout, self.options)
        if decoded.doubt:
            rows.doubtful.append(RowError(decoded.line, decoded.doubt))
        parsed = self._parsed(found, rows)
        if self.options.columns is None:
            return parsed
        return replace(parsed, headings=generic.headings_id(table))

    def _document(self, text: str) -> ParsedLog:
        document = load_json(text, self.name)
        found = _recognised(_DOCUMENTS, document, self.name)
        if found is not None:
            return self._sets(*found)
        own = read_own(document, text, self.name)
        _check_from(APP, _OWN, self.options, self.name)
        return own

    def _database(self, content: Content) -> ParsedLog:
        try:
            # In memory: what is on disk is never touched.
            with closing(sqlite3.connect(":memory:")) as base:
                base.deserialize(content.data)
                tables_of(base)
                found = _recognised(_DATABASES, base, self.name)
        except (sqlite3.Error, UnicodeDecodeError) as problem:
            raise ImportRefusedError(
                f"{self.name} cannot be read as a database: {problem}."
            ) from None
        if found is not None:
            return self._sets(*found)
        titles = ", ".join(one.title for one in _DATABASES)
        raise ImportRefusedError(
            f"{self.name} is a database that Befit does not know: known are {titles}."
        )

    def _sets(self, found: Format[Any], layout: Layout) -> ParsedLog:
        return self._parsed(found, rows_of(Table(self.name, ()), layout, self.options))

    def _parsed(self, found: Format[Any], rows: Rows) -> ParsedLog:
        _check_from(found.app, found.title, self.options, self.name)
        if not rows.read:
            if not rows.errors:
                raise ImportRefusedError(
                    f"{self.name} has no rows: there is nothing to import."
                )
            first = rows.errors[0]
            raise ImportRefusedError(
                f"No row of {self.name} can be read as {found.title}; "
                f"line {first.line}: {first.reason}."
            )
        told = [row for row in rows.read if not row.skip or row.entry_note]
        named = exercises_named(told, found.app, self.resolve)
        load = load_reader(rows.read, self.options.unit, self.name)
        grouping = Grouping(found.app, load, self.options.localize, named)
        workouts, lines = workouts_of(rows.read, grouping)
        new = (one.meaning for one in named.values() if one.meaning.is_new)
        return ParsedLog(
            app=found.app,
            rows=len(rows.read) + rows.blank.total() + len(rows.errors),
            workouts=workouts,
            lines=lines,
            skipped=rows.blank + Counter(row.skip for row in rows.read if row.skip),
            errors=tuple(rows.errors),
            exercises=tuple({one.exercise.id: one.exercise for one in new}.values()),
            matches=tuple(named.values()),
            order_unclear=rows.order_unclear,
            doubtful=(*rows.doubtful, *_in_another_unit(rows.read, load)),
        )


def _known_table(table: Table, options: ReadOptions) -> tuple[Format[Table], Layout]:
    app = options.app
    if options.columns is not None:
        return generic.GENERIC, generic.mapped(table, options.columns)
    among = [one for one in _TABLES if app in (None, one.app)]
    found = _recognised(among, table, table.name)
    if found is not None:
        return found
    known = options.known_columns.get(generic.headings_id(table))
    if known is not None:
        return generic.GENERIC, generic.mapped(table, known)
    titles = ", ".join(one.title for one in among)
    start = ", ".join(table.first)[:60]
    if len(table.records) < 2 or len(table.first) < _FEWEST:
        raise ImportRefusedError(
            f'{table.name} is no log (it begins with "{start}"): no rows of date, '
            "exercise and reps stand in columns below a heading."
        )
    sentence = (
        f'{table.name} is not an export that Befit knows (it begins with "{start}"): '
        f"known are {titles} and Befit's own. If it is a log, say what is in its "
        'columns: --map "date=Day,exercise=Lift,load=kg,reps=Reps".'
    )
    rows = [record.cells for record in table.records[:_SHOWN]]
    raise UnknownTableError(sentence, rows, generic.guessed(table.first))


def _recognised(
    formats: Sequence[Format[Source]], source: Source, name: str
) -> tuple[Format[Source], Layout] | None:
    for candidate in formats:
        try:
            layout = candidate.recognise(source)
        except (AttributeError, KeyError, TypeError, ValueError, OverflowError):
            # A text where an object should stand, or a time of no year.
            raise ImportRefusedError(
                f"{name} looks like an export of {candidate.title}, but is not built "
                "like one: export it again."
            ) from None
        if layout is not None:
            return candidate, layout
    return None


def _in_another_unit(rows: Iterable[Row], load: LoadReader) -> Iterator[RowError]:
    """The loads of a file in one unit that were typed in the other, unlike most."""
    loads = [(row, load(row.load, row.unit)[0]) for row in rows if row.load]
    counts = Counter(found.unit for _, found in loads)
    if len(counts) == 1 or len({row.unit for row, _ in loads}) > 1:
        return
    for row, found in loads:
        if counts[found.unit] * 2 < len(loads):
            yield RowError(row.line, f"{found} stands among loads of the other unit")


def _check_from(app: str, title: str, options: ReadOptions, name: str) -> None:
    if options.app not in (None, app):
        raise ImportRefusedError(
            f"{name} reads as {title}, not as an export of {options.app}: say {app}, "
            "or no app."
        )
