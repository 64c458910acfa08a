"""Letters of files whose encoding nothing names: right, or said to be unsure."""

import pytest

from befit_tui.transfer.containers import decode

HEADER = "Date,Exercise Name\n"


def decoded(word, encoding):
    text = f"{HEADER}2025-03-04,Bench\n2025-03-04,{word}\n"
    return decode(text.encode(encoding), "log.csv")


@pytest.mark.parametrize(
    "word",
    [
        "Élévation latérale",
        "ÉLÉVATION",
        "Größe",
        "açaí",
        "Señor ½",
        "naïve",
        "80×3 – 2",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_what_most_programs_write_is_not_doubted(word, encoding):
    found = decoded(word, encoding)

    assert word in found.text
    assert not found.doubt


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_known_without_a_mark(encoding):
    assert "Übung" in decoded("Übung", encoding).text


@pytest.mark.parametrize(
    ("word", "encoding"),
    [
        ("Übung am Seil", "mac_roman"),
        ("Développé", "mac_roman"),
        ("Wiosłowanie półsztangą", "cp1250"),
        ("Ławka", "cp1250"),
        ("Přítahy", "cp1250"),
        ("Göğüs açış", "cp1254"),
        ("Şınav", "cp1254"),
        ("Жим лёжа", "cp1251"),
        ("Тяга", "cp1251"),
    ],
)
def test_what_a_spreadsheet_of_old_writes_is_read_and_doubted(word, encoding):
    found = decoded(word, encoding)

    assert word in found.text
    assert "encoding" in found.doubt
    assert found.line == 3


@pytest.mark.parametrize("missing", [1, 2, 3])
def test_a_file_that_breaks_off_in_a_letter_keeps_the_letters_before(missing):
    text = f"{HEADER}2025-03-04,Größe 💪\n2025-03-05,Bench 💪"

    found = decode(text.encode()[:-missing], "log.csv")

    assert found.text == text[:-1]
    assert not found.doubt


def test_one_old_letter_at_the_end_is_no_broken_one():
    assert decode(f"{HEADER}2025-03-04,Caf\u00e9".encode("cp1252"), "x").text[-1] == "é"
