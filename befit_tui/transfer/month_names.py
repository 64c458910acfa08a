"""The names of months in the languages that apps export in.

As in CLDR 47 (Unicode; short and long, within a date and alone), in lower case without
accents and points. A word that two languages use for two months, such as ``lip``, is
settled by the other months of its file.
"""

from collections import Counter
from collections.abc import Iterable

_LANGUAGES = {
    "en": (
        "jan|january feb|february mar|march apr|april may jun|june jul|july "
        "aug|august sep|september oct|october nov|november dec|december"
    ),
    "es": (
        "ene|enero feb|febrero mar|marzo abr|abril may|mayo jun|junio jul|julio "
        "ago|agosto sept|septiembre oct|octubre nov|noviembre dic|diciembre"
    ),
    "pt": (
        "jan|janeiro fev|fevereiro mar|marco abr|abril mai|maio jun|junho jul|julho "
        "ago|agosto set|setembro out|outubro nov|novembro dez|dezembro"
    ),
    "fr": (
        "janv|janvier fevr|fevrier mars avr|avril mai juin juil|juillet aout "
        "sept|septembre oct|octobre nov|novembre dec|decembre"
    ),
    "de": (
        "jan|januar feb|februar marz|mar apr|april mai juni|jun juli|jul aug|august "
        "sept|september|sep okt|oktober nov|november dez|dezember"
    ),
    "it": (
        "gen|gennaio feb|febbraio mar|marzo apr|aprile mag|maggio giu|giugno "
        "lug|luglio ago|agosto set|settembre ott|ottobre nov|novembre dic|dicembre"
    ),
    "nl": (
        "jan|januari feb|februari mrt|maart apr|april mei jun|juni jul|juli "
        "aug|augustus sep|september okt|oktober nov|november dec|december"
    ),
    "pl": (
        "sty|stycznia|styczen lut|lutego|luty mar|marca|marzec "
        "kwi|kwietnia|kwiecien maj|maja cze|czerwca|czerwiec lip|lipca|lipiec "
        "sie|sierpnia|sierpien wrz|wrzesnia|wrzesien paz|pazdziernika|pazdziernik "
        "lis|listopada|listopad gru|grudnia|grudzien"
    ),
    "tr": (
        "oca|ocak sub|subat mar|mart nis|nisan may|mayıs haz|haziran tem|temmuz "
        "agu|agustos eyl|eylul eki|ekim kas|kasım ara|aralık"
    ),
    "ru": (
        "янв|января|январь февр|февраля|февраль мар|марта|март апр|апреля|апрель "
        "мая|маи июн|июня|июнь июл|июля|июль авг|августа|август "
        "сент|сентября|сентябрь окт|октября|октябрь нояб|ноября|ноябрь "
        "дек|декабря|декабрь"
    ),
    "sv": (
        "jan|januari feb|februari mars apr|april maj juni juli aug|augusti "
        "sep|september okt|oktober nov|november dec|december"
    ),
    "da": (
        "jan|januar feb|februar mar|marts apr|april maj jun|juni jul|juli "
        "aug|august sep|september okt|oktober nov|november dec|december"
    ),
    "nb": (
        "jan|januar feb|februar mars|mar apr|april mai juni|jun juli|jul aug|august "
        "sep|september okt|oktober nov|november des|desember"
    ),
    "fi": (
        "tammi|tammikuuta|tammikuu helmi|helmikuuta|helmikuu "
        "maalis|maaliskuuta|maaliskuu huhti|huhtikuuta|huhtikuu "
        "touko|toukokuuta|toukokuu kesa|kesakuuta|kesakuu heina|heinakuuta|heinakuu "
        "elo|elokuuta|elokuu syys|syyskuuta|syyskuu loka|lokakuuta|lokakuu "
        "marras|marraskuuta|marraskuu joulu|joulukuuta|joulukuu"
    ),
    "cs": (
        "led|ledna|leden uno|unora|unor bre|brezna|brezen dub|dubna|duben "
        "kve|kvetna|kveten cvn|cervna|cerven cvc|cervence|cervenec srp|srpna|srpen "
        "zar|zari rij|rijna|rijen lis|listopadu|listopad pro|prosince|prosinec"
    ),
    "sk": (
        "jan|januara|januar feb|februara|februar mar|marca|marec apr|aprila|april "
        "maj|maja jun|juna jul|jula aug|augusta|august sep|septembra|september "
        "okt|oktobra|oktober nov|novembra|november dec|decembra|december"
    ),
    "hr": (
        "sij|sijecnja|sijecanj velj|veljace|veljaca ozu|ozujka|ozujak "
        "tra|travnja|travanj svi|svibnja|svibanj lip|lipnja|lipanj "
        "srp|srpnja|srpanj kol|kolovoza|kolovoz ruj|rujna|rujan "
        "lis|listopada|listopad stu|studenoga|studeni pro|prosinca|prosinac"
    ),
    "sl": (
        "jan|januar feb|februar mar|marec apr|april maj jun|junij jul|julij "
        "avg|avgust sep|september okt|oktober nov|november dec|december"
    ),
    "sr": (
        "jan|januar feb|februar mar|mart apr|april maj jun jul avg|avgust "
        "sep|septembar okt|oktobar nov|novembar dec|decembar"
    ),
    "hu": (
        "jan|januar febr|februar marc|marcius apr|aprilis maj|majus jun|junius "
        "jul|julius aug|augusztus szept|szeptember okt|oktober nov|november "
        "dec|december"
    ),
    "ro": (
        "ian|ianuarie feb|februarie mar|martie apr|aprilie mai iun|iunie iul|iulie "
        "aug|august sept|septembrie oct|octombrie nov|noiembrie dec|decembrie"
    ),
    "id": (
        "jan|januari feb|februari mar|maret apr|april mei jun|juni jul|juli "
        "agu|agustus sep|september okt|oktober nov|november des|desember"
    ),
    "uk": (
        "січ|січня|січень лют|лютого|лютии бер|березня|березень квіт|квітня|квітень "
        "трав|травня|травень черв|червня|червень лип|липня|липень "
        "серп|серпня|серпень вер|вересня|вересень жовт|жовтня|жовтень "
        "лист|листопада|листопад груд|грудня|грудень"
    ),
    "bg": (
        "яну|януари фев|февруари март апр|април маи юни юли авг|август "
        "сеп|септември окт|октомври ное|ноември дек|декември"
    ),
    "el": (
        "ιαν|ιανουαριου|ιανουαριοσ φεβ|φεβρουαριου|φεβρουαριοσ μαρ|μαρτιου|μαρτιοσ "
        "απρ|απριλιου|απριλιοσ μαι|μαιου|μαιοσ ιουν|ιουνιου|ιουνιοσ "
        "ιουλ|ιουλιου|ιουλιοσ αυγ|αυγουστου|αυγουστοσ σεπ|σεπτεμβριου|σεπτεμβριοσ "
        "οκτ|οκτωβριου|οκτωβριοσ νοε|νοεμβριου|νοεμβριοσ δεκ|δεκεμβριου|δεκεμβριοσ"
    ),
    "ca": (
        "gen|gener febr|febrer marc abr|abril maig juny jul|juliol ag|agost "
        "set|setembre oct|octubre nov|novembre des|desembre"
    ),
    "et": (
        "jaan|jaanuar veebr|veebruar marts apr|aprill mai juuni juuli aug|august "
        "sept|september okt|oktoober nov|november dets|detsember"
    ),
    "lv": (
        "janv|janvaris febr|februaris marts apr|aprilis maijs jun|junijs jul|julijs "
        "aug|augusts sept|septembris okt|oktobris nov|novembris dec|decembris"
    ),
    "lt": (
        "saus|sausio|sausis vas|vasario|vasaris kov|kovo|kovas "
        "bal|balandzio|balandis geg|geguzes|geguze birz|birzelio|birzelis "
        "liep|liepos|liepa rugp|rugpjucio|rugpjutis rugs|rugsejo|rugsejis "
        "spal|spalio|spalis lapkr|lapkricio|lapkritis gruod|gruodzio|gruodis"
    ),
}
"""The twelve months of each language, one form of a month beside the other."""

_LEAST = 3
"""Letters that a shortened name must have to be known by its beginning."""


def _by_word() -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for language, months in _LANGUAGES.items():
        for number, forms in enumerate(months.split(), 1):
            for form in forms.split("|"):
                found.setdefault(form, {})[language] = number
    return found


_MONTHS = _by_word()


class Months:
    """The months of one file: its languages are those that know most of its words."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        known = Counter(
            language for word in set(words) for language in _MONTHS.get(word, ())
        )
        most = max(known.values(), default=0)
        self._languages = {one for one, count in known.items() if count == most}

    def numbers(self, word: str) -> tuple[int, ...]:
        """What a word may mean, 1 to 12, the likeliest first; empty if it is no month.

        More than one are left only where the file does not settle it.
        """
        exact = _MONTHS.get(word)
        if exact is None:
            return self._begun(word)
        here = [number for name, number in exact.items() if name in self._languages]
        counts = Counter(here or exact.values())
        return tuple(number for number, _ in counts.most_common())

    def _begun(self, word: str) -> tuple[int, ...]:
        """What a shortened name means: ``aprl`` is none, ``septem`` is September."""
        if len(word) < _LEAST:
            return ()
        found = Counter(
            number
            for form, months in _MONTHS.items()
            if form.startswith(word)
            for language, number in months.items()
            if not self._languages or language in self._languages
        )
        return tuple(number for number, _ in found.most_common())
