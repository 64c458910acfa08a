"""Files that are no export are refused at once, however large they are."""

import gzip
import io
import time
import zipfile

import pytest

from befit_tui.domain.errors import ImportRefusedError
from befit_tui.transfer import containers
from befit_tui.transfer.containers import MOST_LINE, refuse_lines, refuse_size
from befit_tui.transfer.read import read_log
from befit_tui.transfer.rows import ReadOptions

LARGE = 20_000_000


def refused(data):
    started = time.process_time()
    with pytest.raises(ImportRefusedError) as told:
        read_log(data, "log.csv", ReadOptions(), lambda *_: None)
    assert time.process_time() - started < 1
    return str(told.value)


@pytest.mark.parametrize("sign", [b",", b"x", b'"', b"\xff"])
def test_a_line_longer_than_any_is_refused_within_a_second(sign):
    assert "line 1 is longer" in refused(sign * LARGE)


def test_a_later_line_is_named():
    assert "line 3 is longer" in refused(b"a,b\nc,d\n" + b"x" * LARGE)


def test_more_columns_than_any_are_refused():
    assert "4,000,000 columns" in refused(b"," * 4_000_000 + b"\n")


def test_lines_of_every_kind_are_lines():
    for end in (b"\n", b"\r\n", b"\r"):
        refuse_lines((b"x" * 99 + end) * 150_000, "log.csv")


def test_json_may_stand_on_one_line():
    refuse_lines(b' {"a": "' + b"x" * (MOST_LINE + 9) + b'"}', "log.json")


def test_a_file_is_refused_by_its_size_before_it_is_read():
    with pytest.raises(ImportRefusedError, match="600 MB"):
        refuse_size(600_000_000, "log.csv")
    refuse_size(containers.MOST_BYTES, "log.csv")


def test_a_table_without_reps_is_refused_with_what_is_missing():
    heading = b"title,start_time,end_time,exercise_title,set_index,set_type,weight_kg"
    row = b"Push,5 Oct 2026 18:00,5 Oct 2026 19:00,Bench Press (Barbell),0,normal,80"
    assert "no column of reps" in refused(heading + b"\n" + row + b"\n")


def zipped(data):
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("log.csv", data)
    return box.getvalue()


@pytest.mark.parametrize("pack", [zipped, gzip.compress])
def test_what_unpacks_to_far_more_than_it_is_is_refused_within_a_second(pack):
    assert "unpacks to more than any log" in refused(pack(b" " * 60_000_000))


def test_a_packed_file_that_lies_about_its_size_is_refused_all_the_same():
    packed = bytearray(gzip.compress(b" " * 60_000_000))
    packed[-4:] = (9).to_bytes(4, "little")
    assert refused(bytes(packed))


@pytest.mark.parametrize("sign", ["[", '{"a":'])
def test_json_nested_deeper_than_any_is_refused_within_a_second(sign):
    assert "nested deeper" in refused(sign.encode() * 1_000_000)


def test_a_number_of_more_digits_than_any_is_refused_within_a_second():
    assert "not sound JSON" in refused(b'{"a": ' + b"9" * 5_000_000 + b"}")
