"""When an article was published, and on what that rests."""

import datetime

import pytest

from flows.normalize.anchor import Anchor
from flows.normalize.date_expressions import read_date_expressions
from flows.normalize.dateline import Dateline
from flows.normalize.published import publication_anchor, read_modified, read_published
from flows.normalize.stamp import read_stamp

RECEIVED = datetime.datetime(2022, 3, 20, 12, 0, tzinfo=datetime.UTC)


def published(given=None, url=None, text="", dateline=None, language="uk"):
    dates = read_date_expressions(text, language, publication_anchor(given, url, dateline), None, [])
    return read_published(given, url, dateline, dates, RECEIVED, text)


def dateline_of(text, words, month, day, year=None):
    start = text.index(words)
    return Dateline(0, start + len(words), None, Anchor(year, month, day), (start, start + len(words)), None, "dateline.test")


@pytest.mark.parametrize(
    ("given", "edtf", "precision", "instant"),
    [
        ("2022-03-09", "2022-03-09", "day", None),
        ("2022-03-09T23:30:00+02:00", "2022-03-09", "instant", "2022-03-09T21:30:00+00:00"),
        ("2022-03-09T00:30:00", "2022-03-09", "day", None),
        ("20220309T003000Z", "2022-03-09", "instant", "2022-03-09T00:30:00+00:00"),
        ("Wed, 09 Mar 2022 08:15:00 +0200", "2022-03-09", "instant", "2022-03-09T06:15:00+00:00"),
        ("1646813700", "2022-03-09", "instant", "2022-03-09T08:15:00+00:00"),
        ("1646813700000", "2022-03-09", "instant", "2022-03-09T08:15:00+00:00"),
        ("2022-03", "2022-03", "month", None),
        ("2022", "2022", "year", None),
    ],
)
def test_given_dates_keep_their_precision(given, edtf, precision, instant):
    reading = published(given)
    assert (reading.edtf, reading.precision) == (edtf, precision)
    assert (reading.at.isoformat() if reading.at else None) == instant
    assert all(found.as_given == given for found in reading.evidence)


@pytest.mark.parametrize("given", ["0", "1970-01-01T00:00:00Z", "yesterday", "2022-13-45", "0001-01-01", ""])
def test_what_states_no_date_leaves_only_the_day_of_receipt(given):
    reading = published(given)
    assert (reading.earliest, reading.latest, reading.at) == (None, RECEIVED.date(), None)
    assert reading.edtf == "../2022-03-20" and reading.precision == "interval"


def test_an_unreadable_date_is_kept_as_evidence():
    notes = [found for found in published("soon").evidence if found.rule == "given.unreadable"]
    assert [(found.as_given, found.value) for found in notes] == [("soon", None)]


@pytest.mark.parametrize(
    ("url", "edtf"),
    [
        ("https://example.org/2022/03/9/news.html", "2022-03-09"),
        ("https://example.org/news/2022-03-09-fire", "2022-03-09"),
        ("https://example.org/20220309/fire", "2022-03-09"),
        ("https://example.org/world/2022/mar/09/fire", "2022-03-09"),
        ("https://example.org/2022/03/fire", "2022-03"),
    ],
)
def test_dates_in_addresses(url, edtf):
    reading = published(url=url)
    assert reading.edtf == edtf
    assert reading.evidence[-1].rule == "url.date"


@pytest.mark.parametrize("url", ["https://example.org/news/20220399", "https://example.org/id-4520220309118", "https://2022.example.org/a"])
def test_numbers_in_addresses_are_no_dates(url):
    assert published(url=url).precision == "interval"


def test_an_address_from_the_future_is_not_believed():
    assert published(url="https://example.org/2031/01/05/plans").latest == RECEIVED.date()


def test_the_latest_dated_past_event_is_the_lower_bound():
    text = "Завод відкрили 5 травня 2019 року. Суд ухвалив рішення 12 лютого 2021 року. Міст добудують до 1 липня 2021 року."
    reading = published(text=text)
    assert reading.edtf == "2021-02-12/2022-03-20"
    [bound] = [found for found in reading.evidence if found.column == "published_earliest"]
    assert text[bound.char_start : bound.char_end] == bound.as_given == "12 лютого 2021 року"


def test_a_dateline_without_year_stays_without_year():
    text = "КИЇВ. 13 серпня. Пожежу загасили."
    reading = published(text=text, dateline=dateline_of(text, "13 серпня", 8, 13))
    assert reading.edtf == "XXXX-08-13" and reading.precision == "interval"
    assert (reading.earliest, reading.latest) == (None, datetime.date(2021, 8, 13))


def test_a_dateline_takes_the_only_year_that_its_bounds_leave():
    text = "КИЇВ. 13 серпня. Суд ухвалив рішення 12 лютого 2021 року."
    reading = published(text=text, dateline=dateline_of(text, "13 серпня", 8, 13))
    assert (reading.edtf, reading.precision) == ("2021-08-13", "day")


def test_a_dateline_with_its_year_is_the_day():
    text = "Prague, 3 March 2022. The bridge opened."
    reading = published(text=text, language="en", dateline=dateline_of(text, "3 March 2022", 3, 3, 2022))
    assert reading.edtf == "2022-03-03"


def test_the_anchor_takes_the_day_from_the_dateline_and_the_year_from_the_address():
    dateline = dateline_of("Київ, 9 березня.", "9 березня", 3, 9)
    assert publication_anchor(None, "https://example.org/2022/03/fire", dateline) == Anchor(2022, 3, 9)
    assert publication_anchor(None, None, dateline) == Anchor(None, 3, 9)
    assert publication_anchor(None, None, None) is None


@pytest.mark.parametrize(
    ("language", "text", "earliest"),
    [
        ("ru", "Школу построили в 2021 году.", "2021-01-01"),
        ("ru", "Депутаты приняли бюджет на 2021 год.", None),
        ("ru", "Компания решила построить школу в 2021 году.", None),
        ("ru", "Пособие установлено с 1 мая 2021 года.", None),
        ("ru", "У музея появилась дата открытия — 1 мая 2021 года.", None),
        ("uk", "Договір передбачає останній рейс у березні 2021 року, і рада заборонила його подовжувати.", None),
        ("en", "The bridge collapsed in May 2021.", "2021-05-01"),
        ("en", "She announced a bid for mayor in 2021.", None),
        ("en", "The board appointed her with effect from 1 May 2021.", None),
        ("en", "Spain were held in Euro 2021 qualifying.", None),
        ("en", "The firm said it would close the plant in 2021.", None),
        ("de", "Den Termin hat er für den 8. Mai 2021 festgesetzt.", None),
        ("fr", "Le pont a été fermé en 2021.", "2021-01-01"),
        ("pt", "Ele foi lançado candidato à presidência em 2021.", None),
        ("en", "There are indeed talks about a bridge in 2021, the mayor said.", None),
        ("en", "The mayor explained why \"we see no bridge in 2021\".", None),
        ("fr", "La taxe sur l'eau (20 euros en 2019, 30 euros en 2021) a permis de réparer le pont.", None),
        ("ru", "Мэр утвердил перечень дорог для ремонта в 2021 году.", None),
        ("de", "Die Ausstellung öffnet am 22. November 2021 auf Schloss Märchenstein.", None),
        ("ja", "橋は2021年に完成した。", "2021-01-01"),
        ("ja", "橋は2021年の完成を目指して着工した。", None),
    ],
)
def test_plans_contracts_and_seasons_are_no_past_events(language, text, earliest):
    found = published(text=text, language=language).earliest
    assert (found and found.isoformat()) == earliest


@pytest.mark.parametrize(("language", "text", "day"), [
    ("de", "Das Fest war schön\n10.06.2018 22:00\nHeute feierte der Verein.", "2018-06-10"),
    ("pt", "Time vence\n22/11/2020 - 04:30 - Fonte: Agência Inventada\nO time venceu.", "2020-11-22"),
    ("en", "The lake froze.\nThis report by The Made Up Press was first published Nov. 8, 2019.", "2019-11-08"),
    ("en", "Published on November 15, 2019\nThe lake froze.", "2019-11-15"),
    ("ru", "Озеро замёрзло.\nОпубликовано: 12.05.2020", "2020-05-12"),
    ("fr", "Le lac\njeudi 13 juin 2019\nLe lac est gelé.", "2019-06-13"),
])
def test_a_stamp_is_the_publication_date(language, text, day):
    stamp = read_stamp(text, language)
    assert published(text=text, dateline=stamp, language=language).edtf == day


@pytest.mark.parametrize(("language", "text"), [
    ("en", "The study was published on November 3, 2019 in a journal of lakes."),
    ("en", "Lake opens\n05/06/2019 10:00\nThe lake is open."),
    ("en", "Date: 02 November 2019\nVenue: the lake"),
    ("de", "12. Januar 2022 war ein kalter Tag am See."),
    ("ru", "Сегодня, 3 июля 2019 года, озеро замёрзло."),
])
def test_dates_of_events_are_no_stamps(language, text):
    assert read_stamp(text, language) is None


def test_a_programme_of_days_has_no_stamp():
    text = "Das Turnier\nFreitag, 8. Februar 2019\nAdorf – Bedorf\n10. Februar 2019\nCedorf – Dedorf"
    assert published(text=text, dateline=read_stamp(text, "de"), language="de").precision == "interval"


def test_a_stamp_older_than_what_the_text_tells_is_none():
    text = "10.06.2018 22:00\nAm 3. August 2019 wurde der See gesperrt."
    assert published(text=text, dateline=read_stamp(text, "de"), language="de").precision == "interval"


@pytest.mark.parametrize(
    ("given", "at"),
    [
        ("2025-11-03T11:00:00+02:00", datetime.datetime(2025, 11, 3, 9, tzinfo=datetime.UTC)),
        ("Mon, 03 Nov 2025 09:00:00 GMT", datetime.datetime(2025, 11, 3, 9, tzinfo=datetime.UTC)),
        ("2025-11-03T11:00:00", None),
        ("2025-11-03", None),
        ("yesterday", None),
        (None, None),
    ],
)
def test_a_modification_time_only_as_an_instant(given, at):
    modified_at, evidence = read_modified(given)
    assert modified_at == at
    assert [(e.column, e.as_given, e.rule) for e in evidence] == ([("modified_at", given, "given.modified")] if at else [])
