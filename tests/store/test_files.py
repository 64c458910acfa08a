import os
import stat
import sys

import pytest
from platforms import needs

from befit_tui.store.files import atomic_write, make_folder, previous


@pytest.fixture
def path(tmp_path):
    return tmp_path / "active.json"


def test_the_content_is_replaced_and_the_old_one_kept_beside_it(path):
    for data in (b"one", b"two", b"three"):
        atomic_write(path, data)
    assert path.read_bytes() == b"three"
    assert previous(path).read_bytes() == b"two"
    assert needs.has_mode(path, 0o600)


def test_a_write_is_synced_twice_data_before_name(path, monkeypatch):
    order = []
    real_fsync, real_replace = os.fsync, os.replace

    def fsync(descriptor):
        is_folder = stat.S_ISDIR(os.fstat(descriptor).st_mode)
        order.append("sync folder" if is_folder else "sync file")
        real_fsync(descriptor)

    def replace(source, target):
        real_replace(source, target)
        order.append(f"rename to {os.path.basename(target)}")  # noqa: PTH119

    atomic_write(path, b"one")
    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "replace", replace)
    atomic_write(path, b"two")
    assert order == [
        "sync file",
        "rename to active.json.prev",
        "rename to active.json",
        *(["sync folder"] if sys.platform != "win32" else []),
    ]


def test_a_failed_write_leaves_the_file_and_no_litter(path, monkeypatch):
    atomic_write(path, b"one")

    def full(*_args):
        raise OSError(28, "No space left on device")

    for name in ("write", "fsync", "replace"):
        with monkeypatch.context() as patch:
            patch.setattr(os, name, full)
            with pytest.raises(OSError, match="No space"):
                atomic_write(path, b"two")
        assert path.read_bytes() == b"one"
        assert not list(path.parent.glob("*.tmp"))


def test_what_a_crash_left_does_not_stop_the_next_write(path):
    atomic_write(path, b"one")
    atomic_write(path, b"two")
    path.with_name("active.json.tmp").write_bytes(b"half a fi")
    os.link(path, path.with_name("active.json.prev.tmp"))
    atomic_write(path, b"three")
    assert (path.read_bytes(), previous(path).read_bytes()) == (b"three", b"two")


def test_a_disk_without_hard_links_still_takes_a_set(path, monkeypatch):
    def refused(*_args, **_options):
        raise OSError(1, "Operation not permitted")

    atomic_write(path, b"one")
    monkeypatch.setattr(os, "link", refused)
    atomic_write(path, b"two")
    assert path.read_bytes() == b"two"


def test_short_writes_are_carried_on(path, monkeypatch):
    real = os.write
    monkeypatch.setattr(os, "write", lambda fd, data: real(fd, bytes(data)[:7]))
    atomic_write(path, b"x" * 1000)
    assert path.read_bytes() == b"x" * 1000


def test_a_folder_is_for_its_owner_only(tmp_path):
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    assert needs.has_mode(tmp_path / "a" / "b", 0o700)
