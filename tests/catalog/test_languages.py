"""Names as apps and gyms write them in eleven languages."""

import tomllib
from collections import defaultdict
from importlib.resources import files

import pytest

from befit_tui import catalog
from befit_tui.catalog.catalog import load_catalog
from befit_tui.catalog.languages import languages
from befit_tui.catalog.meaning import How
from befit_tui.catalog.names import normal, plain

CATALOG = load_catalog()

BENCH, SQUAT, DEADLIFT = "bench-press-barbell", "squat-barbell", "deadlift-barbell"
RDL, ROW, PRESS = (
    "romanian-deadlift-barbell",
    "bent-over-row-barbell",
    "overhead-press-barbell",
)
TABLE = {
    "pt": {
        "Supino Inclinado (Halteres)": "incline-bench-press-dumbbell",
        "Agachamento Livre": SQUAT,
        "Levantamento Terra Romeno (Barra)": RDL,
        "Remada Curvada (Barra)": ROW,
        "Barra Fixa": "pull-up",
        "Mesa Flexora": "lying-leg-curl-machine",
        "Tríceps Corda": "triceps-pushdown-rope-cable",
        "Panturrilha em Pé (Máquina)": "standing-calf-raise-machine",
    },
    "es": {
        "Press de Banca con Mancuernas": "bench-press-dumbbell",
        "Sentadilla Búlgara (Mancuernas)": "bulgarian-split-squat-dumbbell",
        "Peso Muerto": DEADLIFT,
        "Remo Inclinado (Barra)": ROW,
        "Dominadas Asistidas": "pull-up-assisted",
        "Curl Femoral Tumbado (Máquina)": "lying-leg-curl-machine",
        "Jalón al Pecho (Máquina)": "lat-pulldown-machine",
        "Encogimiento de Hombros (Mancuerna)": "shrug-dumbbell",
    },
    "de": {
        "Schrägbankdrücken (Kurzhantel)": "incline-bench-press-dumbbell",
        "Kniebeugen mit Langhantel": SQUAT,
        "Rumaenisches Kreuzheben (Langhantel)": RDL,
        "Klimmzüge im Untergriff": "chin-up",
        "Beinbeuger sitzend (Maschine)": "seated-leg-curl-machine",
        "Rudern am Kabelzug": "seated-row-cable",
        "Wadenheben stehend (Maschine)": "standing-calf-raise-machine",
    },
    "fr": {
        "Développé Couché Incliné (Haltères)": "incline-bench-press-dumbbell",
        "Soulevé de Terre Sumo (Barre)": "sumo-deadlift-barbell",
        "Rowing Penché (Barre)": ROW,
        "Tirage Poitrine (Poulie)": "lat-pulldown-cable",
        "Leg Curl Assis": "seated-leg-curl-machine",
        "Curl Marteau (Haltère)": "hammer-curl-dumbbell",
        "Fentes Marchées (Haltères)": "walking-lunge-dumbbell",
    },
    "it": {
        "Panca Piana con Manubri": "bench-press-dumbbell",
        "Stacco Rumeno con Bilanciere": RDL,
        "Croci ai Cavi": "chest-fly-cable",
        "Lat Machine": "lat-pulldown-cable",
        "Alzate Posteriori con Manubri": "reverse-fly-dumbbell",
        "Curl a Martello con Manubri": "hammer-curl-dumbbell",
        "Pulley Basso": "seated-row-cable",
    },
    "tr": {
        "Incline Bench Press (Dambıl)": "incline-bench-press-dumbbell",
        "Dar Tutuş Bench Press (Bar)": "bench-press-close-grip-barbell",
        "Oturarak Leg Curl (Makine)": "seated-leg-curl-machine",
        "Lat Pulldown (Kablo)": "lat-pulldown-cable",
        "Şınav": "push-up",
        "ŞINAV": "push-up",
        "Bulgar Squat (Dambıl)": "bulgarian-split-squat-dumbbell",
        "Lat Çekiş (Kablo)": "lat-pulldown-cable",
        "Yan Açış (Dambıl)": "lateral-raise-dumbbell",
        "Eğilerek Kürek Çekme (Bar)": ROW,
        "Baş Üstü Pres (Bar)": PRESS,
        "Yüze Çekiş (Kablo)": "face-pull-cable",
        "Scott Curl (Z Bar)": "preacher-curl-ez-bar",
        "Kelebek (Makine)": "pec-deck-machine",
        "Ters Kelebek (Makine)": "reverse-fly-machine",
        "Barda Diz Çekme": "hanging-knee-raise",
        "Ters Mekik": "reverse-crunch",
        "Tek Kol Kürek Çekme (Dambıl)": "row-single-arm-dumbbell",
        "Göğüs Açış (Dambıl)": "chest-fly-dumbbell",
    },
    "pl": {
        "Wyciskanie sztangi na ławce płaskiej": BENCH,
        "Wypychanie Nóg na Suwnicy": "leg-press-machine",
        "Wyciskanie na ławce skośnej (hantle)": "incline-bench-press-dumbbell",
        "Przysiad (sztanga)": SQUAT,
        "Martwy ciąg": DEADLIFT,
        "Rumuński martwy ciąg (sztanga)": RDL,
        "Podciąganie nachwytem": "pull-up",
        "Wiosłowanie sztangą w opadzie": ROW,
        "Wznosy bokiem (hantle)": "lateral-raise-dumbbell",
        "Uginanie ramion ze sztangą": "bicep-curl-barbell",
    },
    "ru": {
        "Жим лёжа": BENCH,
        "Жим гантелей на наклонной скамье": "incline-bench-press-dumbbell",
        "Приседания со штангой": SQUAT,
        "Становая тяга": DEADLIFT,
        "Румынская тяга (штанга)": RDL,
        "Тяга штанги в наклоне": ROW,
        "Армейский жим": PRESS,
        "Подтягивания": "pull-up",
        "Тяга верхнего блока": "lat-pulldown-cable",
        "Сгибание ног лёжа в тренажёре": "lying-leg-curl-machine",
    },
    "ja": {
        "ベンチプレス（ダンベル）": "bench-press-dumbbell",
        "インクラインベンチプレス (バーベル)": "incline-bench-press-barbell",
        "バーベルスクワット": SQUAT,
        "ルーマニアンデッドリフト (バーベル)": RDL,
        "ケーブルクロスオーバー": "chest-fly-cable",
        "シーテッドロウ (ケーブル)": "seated-row-cable",
        "懸垂": "pull-up",
    },
    "zh": {
        "杠铃卧推": BENCH,
        "上斜哑铃卧推": "incline-bench-press-dumbbell",
        "深蹲 (杠铃)": SQUAT,
        "罗马尼亚硬拉（杠铃）": RDL,
        "高位下拉": "lat-pulldown-cable",
        "坐姿划船 (绳索)": "seated-row-cable",
        "引体向上": "pull-up",
        "槓鈴臥推": BENCH,
    },
    "ko": {
        "벤치프레스 (바벨)": BENCH,
        "바벨 스쿼트": SQUAT,
        "바벨로우": ROW,
        "시티드 레그 컬 (머신)": "seated-leg-curl-machine",
        "루마니안 데드리프트 (바벨)": RDL,
        "벤트 오버 로우 (바벨)": ROW,
        "인클라인 벤치 프레스 (덤벨)": "incline-bench-press-dumbbell",
        "랫풀다운 (케이블)": "lat-pulldown-cable",
        "사이드 레터럴 레이즈 (덤벨)": "lateral-raise-dumbbell",
        "레그 익스텐션 (머신)": "leg-extension-machine",
        "턱걸이": "pull-up",
        "팔굽혀펴기": "push-up",
    },
}
"""By language, names and the exercises that they mean."""


@pytest.mark.parametrize(
    ("written", "exercise"),
    [pair for names in TABLE.values() for pair in names.items()],
)
def test_a_translated_name_is_the_lift_of_the_english_one(
    written: str, exercise: str
) -> None:
    assert CATALOG.meaning(written).exercise.id == exercise


def test_every_phrase_stands_for_words_of_the_catalogue() -> None:
    vocabulary = {
        word
        for exercise in CATALOG
        for name in (exercise.name, *exercise.aliases)
        for word in normal(name).split()
    }
    for language in languages():
        said = {
            word
            for words in language.phrases.values()
            for word in normal(words).split()
        }
        assert said - vocabulary == set(), language.code


def test_no_phrase_of_a_language_has_two_meanings() -> None:
    file = files(catalog).joinpath("languages.toml")
    table = tomllib.loads(file.read_text("utf-8"))
    del table["bare"]
    meant: dict[tuple[str, str], set[str]] = defaultdict(set)
    for code, meanings in table.items():
        for english, said in meanings.items():
            for phrase in said:
                meant[code, plain(phrase)].add(english)
    assert [phrase for phrase, english in meant.items() if len(english) > 1] == []


def test_a_phrase_that_two_languages_use_for_two_lifts_means_neither() -> None:
    meant: dict[str, set[str]] = defaultdict(set)
    for language in languages():
        for phrase, english in language.phrases.items():
            meaning = CATALOG.meaning(english)
            if not meaning.is_new:
                meant[phrase].add(meaning.exercise.id)
    shared = {phrase for phrase, lifts in meant.items() if len(lifts) > 1}
    sure = {phrase for phrase in shared if CATALOG.meaning(phrase).how is How.LANGUAGE}
    assert sure == set()


def test_every_lift_of_the_table_is_found_in_every_language() -> None:
    """The movements that most people log have a phrase in each language."""
    common = {
        "bench press", "squat", "deadlift", "romanian deadlift", "pull up", "push up",
        "lunge", "leg press", "leg extension", "hip thrust", "shrug", "lateral raise",
        "hammer curl", "triceps extension", "shoulder press", "side plank",
    }  # fmt: skip
    lacking = {
        (language.code, movement)
        for language in languages()
        for movement in common
        if movement not in language.phrases.values()
    }
    assert lacking == set()
