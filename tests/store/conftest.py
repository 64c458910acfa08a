import os

import pytest
from builders import MONDAY, done

from befit_tui.domain.value import replace
from befit_tui.domain.workout import Workout
from befit_tui.store.store import Store


@pytest.fixture(autouse=True)
def no_waiting_for_the_disk(monkeypatch):
    """Durability is tested by the order of the calls, not by making them."""
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)


@pytest.fixture
def root(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def reopen(root):
    """Opens the store, closing the one opened before."""
    stores = []

    def open_again(**options) -> Store:
        for store in stores:
            store.close()
        stores.append(Store(root, clock=lambda: MONDAY, **options))
        return stores[-1]

    yield open_again
    for store in stores:
        store.close()


@pytest.fixture
def store(reopen):
    return reopen()


@pytest.fixture
def log():
    """Logs one more set of the first exercise."""

    def log_set(store: Store, name: str, reps: int = 8) -> Workout:
        kept = store.active()
        first = kept.entries[0]
        sets = (*first.sets, done(80, reps, id=name))
        changed = replace(kept, entries=(replace(first, sets=sets), *kept.entries[1:]))
        return store.save_active(changed, f"set {name}")

    return log_set
