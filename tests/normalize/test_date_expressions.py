"""Date expressions in running text, as a reader of the table meets them."""

import datetime

import pytest

from flows.normalize.date_expressions import read_date_expressions
from tests.normalize.dates.friday import FRIDAY, read


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Суд состоится 21 января 2020 года в Одессе.", [("21 января 2020 года", "2020-01-21")]),
        ("ru", "Форум шёл с 24 по 26 мая.", [("с 24 по 26 мая", "2019-05-24/2019-05-26")]),
        ("ru", "Съезд прошёл 19–20 октября в Минске.", [("19–20 октября", "2019-10-19/2019-10-20")]),
        ("ru", "В середине сентября завод закрыли.", [("середине сентября", "2019-09-11~/2019-09-20~")]),
        ("ru", "Он сказал это в среду.", [("среду", "2019-11-13")]),
        ("ru", "Матч пройдёт в воскресенье.", [("воскресенье", "2019-11-17")]),
        ("uk", "Музей відкрили 5 років тому.", [("5 років тому", "2014~")]),
        ("uk", "Поховають його 21-го січня.", [("21-го січня", "2020-01-21")]),
        ("uk", "Ярмарок триватиме 1–3 грудня.", [("1–3 грудня", "2019-12-01/2019-12-03")]),
        ("uk", "Минулоріч урожай був більшим.", [("Минулоріч", "2018")]),
        ("en", "The side lost by a late goal on Wednesday.", [("Wednesday", "2019-11-13")]),
        ("en", "The road stays shut until 6am on Wednesday.", [("Wednesday", "2019-11-20")]),
        ("ru", "Сегодня задержаны трое водителей.", [("Сегодня", "2019-11-15")]),
        ("en", "She left the firm last Tuesday.", [("last Tuesday", "2019-11-12")]),
        ("en", "The bridge opened in early May 2018.", [("early May 2018", "2018-05-01~/2018-05-10~")]),
        ("de", "Das Treffen fand am 3. Oktober 2018 statt.", [("3. Oktober 2018", "2018-10-03")]),
        ("fr", "Le procès s'est ouvert le 1er octobre.", [("1er octobre", "2019-10-01")]),
        ("es", "La feria abrió a mediados de marzo.", [("mediados de marzo", "2019-03-11~/2019-03-20~")]),
        ("pt", "A lei vale desde 2012.", [("desde 2012", "2012/..")]),
        ("it", "La mostra è stata chiusa il 2 ottobre.", [("2 ottobre", "2019-10-02")]),
        ("pl", "Do wypadku doszło w czwartek.", [("czwartek", "2019-11-14")]),
        ("ro", "Podul a fost închis la 4 octombrie.", [("4 octombrie", "2019-10-04")]),
        ("ja", "大会は10月25日に開かれた。", [("10月25日", "2019-10-25")]),
        ("ru", "Приют работает с 2015 года.", [("с 2015 года", "2015/..")]),
        ("ru", "Завод заработает с 1 июля 2020 года.", [("1 июля 2020 года", "2020-07-01")]),
        ("ru", "Впервые с 2009 года выросли цены.", [("2009 года", "2009")]),
        ("ru", "В сравнении с прошлым годом цены выросли.", [("прошлым годом", "2018")]),
        ("ru", "Рынок снесли в 90-х годах XX века.", [("90-х годах", "199X"), ("XX века", "19XX")]),
        ("ru", "Парк откроют в первой половине декабря.", [("первой половине декабря", "2019-12-01/2019-12-15")]),
        ("ru", "Аварии случились 2 и 9 октября.", [("2", "2019-10-02"), ("9 октября", "2019-10-09")]),
        ("ru", "За первое полугодие текущего года вырос экспорт.", [("первое полугодие текущего года", "2019-01/2019-06")]),
        ("ru", "В ночь на воскресенье сгорел склад.", [("ночь на воскресенье", "2019-11-10")]),
        ("uk", "Він працював тут у 1998-2000 роках.", [("1998-2000 роках", "1998/2000")]),
        ("uk", "Накладну виписали від 12 листопада.", [("12 листопада", "2019-11-12")]),
        ("uk", "Потяг зламався минулого тижня.", [("минулого тижня", "2019-11-04/2019-11-10")]),
        ("en", "Profit fell in the September quarter.", [("September quarter", "2019-35")]),
        ("en", "Sales rose in the third quarter, above the same quarter last year.", [("third quarter", "2019-35"), ("the same quarter last year", "2018-35")]),
        ("en", "They met in the winter of 1996.", [("winter of 1996", "1996-24")]),
        ("de", "Der Brand brach in der Nacht vor drei Jahren aus.", [("vor drei Jahren", "2016~")]),
        ("fr", "La maison date des années 1980.", [("années 1980", "198X")]),
        ("ja", "工場は1日、閉鎖された。", [("1日", "2019-11-01")]),
        ("ja", "昨年10月から今年3月まで休館した。", [("昨年10月から今年3月", "2018-10/2019-03")]),
        ("ar", "تأسست الشركة في عام 1998 في بيروت", [("عام 1998", "1998")]),
    ],
)
def test_values(language, text, expected):
    assert read(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Это была самая долгая погода и 18-летний парень."),
        ("ru", "Он нарушил ч. 2 ст. 15 закона."),
        ("en", "The troops may march on the capital."),
        ("fr", "Il a été blessé."),
        ("ru", "Каждую пятницу здесь концерт, телефон 2019-455."),
        ("ru", "Дом стоит на улице 22 Декабря, рядом ТЦ «Июнь»."),
        ("ru", "Сегодня многие предпочитают жить за городом."),
        ("ru", "За последние годы город вырос на 2000 человек."),
        ("uk", "Збірна вийшла на Євро-2020."),
        ("en", "She is in her 30s and paid $2019 under No. 2019."),
        ("en", "See https://example.org/2019/11/05/story.html and the second half."),
        ("pt", "Ele mora no Rio de Janeiro."),
        ("ro", "Contractul este pe 6 luni."),
        ("ja", "1日デートを楽しんだ。"),
    ],
)
def test_words_that_only_look_like_dates_stay_out(language, text):
    assert read(text, language) == []


def test_unknown_year_stays_open():
    [found] = read_date_expressions("Это поможет людям этой зимой.", "ru", None, None, [])
    assert (found.edtf, found.earliest, found.latest) == ("XXXX-24", None, None)


def test_recaps_are_background():
    text = "Вчера суд заседал. Напомним, 5 ноября его закрыли."
    found = read_date_expressions(text, "ru", FRIDAY, None, [(19, len(text))])
    assert [expression.is_background for expression in found] == [False, True]
    assert found[0].earliest == datetime.date(2019, 11, 14)


@pytest.mark.parametrize(("language", "text", "timex", "value"), [
    ("uk", "Місто заснували 490 року до н. е.", "BC0490", "-0489"),
    ("ru", "Храм построили в V веке до н.э.", "BC05", "-04XX"),
    ("uk", "Бої почалися навесні 216 до н. е.", "BC0216-SP", "-0215-21"),
])
def test_years_before_our_era_are_those_of_iso_8601(language, text, timex, value):
    (found,) = read_date_expressions(text, language, None, None, [])
    assert (found.timex_value, found.edtf, found.earliest, found.latest) == (timex, value, None, None)


def test_the_part_of_a_day_is_told_by_timex_alone():
    (found,) = read_date_expressions("Міст підірвали в ніч на 18 грудня 2011 року.", "uk", None, None, [])
    assert (found.timex_type, found.timex_value, found.edtf) == ("TIME", "2011-12-18TNI", "2011-12-18")


@pytest.mark.parametrize(("language", "text", "values"), [
    ("en", "Results will be announced Saturday, but the runner moved.", ["2019-11-16"]),
    ("ru", "Город создаёт благоприятную среду для детей. В среду прошёл снег.", ["2019-11-13"]),
    ("uk", "Ми познайомилися чверть століття тому.", ["1994~"]),
    ("fr", "Depuis le milieu des années 2000, la ville change.", ["200X"]),
    ("fr", "Lors d'une rencontre ce jeudi, il a dit qu'il partira.", ["2019-11-14"]),
])
def test_words_that_change_what_a_date_means(language, text, values):
    assert [found.edtf for found in read_date_expressions(text, language, FRIDAY, None, [])] == values


def test_an_aside_in_a_story_of_the_past_ends_with_its_paragraph():
    years = "У 1939 році, у 1940 році, у 1941 році і в 1942 році місто обороняли, у 1943 році звільнили.\n\n"
    text = years + "18 травня 1943 року бої стихли, про що в 1921 році ще ніхто не думав.\n\n5 серпня люди повернулися."
    found = read_date_expressions(text, "uk", FRIDAY, None, [])
    assert found[-1].edtf == "1943-08-05"


@pytest.mark.parametrize(("language", "text"), [
    ("en", "The fair is held at the end of September of each year."),
    ("en", "Sheffield Wednesday lost again."),
    ("en", "Profit fell in Q2FY20."),
    ("ru", "Движение МАРТ объявило о сборе вещей."),
    ("uk", "Жовтневий райсуд виніс вирок."),
    ("es", "El bus paró en la parada de la 9 de Enero."),
    ("de", "Der Mais steht hoch."),
    ("ja", "開店からわずか5日。"),
    ("ar", "ولدت في مثل هذا اليوم"),
    ("fr", "Les fêtes de fin d'année approchent."),
])
def test_names_and_habits_are_no_dates(language, text):
    assert read(text, language) == []


@pytest.mark.parametrize(("language", "text", "values"), [
    ("pt", "No terceiro trimestre deste ano caiu; no segundo trimestre de 2018 subiu. O terceiro trimestre foi fraco.", ["2019-35", "2018-34", "2019-35"]),
    ("pt", "A loja abriu nesta sexta (15), nesta quinta, e na terça (12) fechou.", ["2019-11-15", "2019-11-14", "2019-11-12"]),
    ("pt", "Nesta sexta edição há livros.", []),
    ("de", "Im Jahre 1990 wurde die Brücke gesperrt.", ["1990"]),
    ("de", "Die Partei zog heute ihre Minister zurück.", ["2019-11-15"]),
    ("es", "La feria será el fin de semana del 22 al 24 de noviembre.", ["2019-11-22/2019-11-24"]),
    ("fr", "Le chantier prendra fin au début du mois de février.", ["2020-02-01~/2020-02-10~"]),
    ("ro", "Târgul se ţine anul acesta în port.", ["2019"]),
    ("ru", "Зимой 2017-2018 годов порт замёрз.", ["2017-24"]),
    ("ja", "店は14年に開いた。14年になる店だ。来年の春闘が始まる。", ["2014", "2020"]),
    ("en", "A barn burnt down early today.", ["2019-11-15"]),
    ("en", "Speaking to Harbour Radio Thursday, she thanked the leaders of tomorrow.", ["2019-11-14"]),
    ("en", "The mill had reopened earlier in the month.", ["2019-11"]),
    ("en", "Sales fell in the fiscal fourth quarter ended Sept. 30.", ["2019-35"]),
    ("uk", "У неділю тепло повалить на південь.", ["2019-11-17"]),
    ("uk", "Військова частина А2007 провела навчання.", []),
])
def test_what_the_words_beside_a_date_tell(language, text, values):
    assert [value for _, value in read(text, language)] == values


@pytest.mark.parametrize(("language", "text", "values"), [
    ("en", "Sales fell from the same month last year. The firm sold 40 boats in October.", ["2018-10", "2019-10"]),
    ("en", "In September sales rose, above the same month last year. In September it snowed.", ["2019-09", "2018-09", "2019-09"]),
    ("en", "The plan covers the year beginning April 1 2020.", ["2020-04-01"]),
    ("en", "She has three shows next year. On September 29, she will open the tour.", ["2020", "2020-09-29"]),
    ("de", "In der Spielzeit 2009/2010 stieg der Verein auf.", ["2009/2010"]),
    ("it", "La scorsa notte ha nevicato.", ["2019-11-14"]),
    ("ru", "Прошлой ночью выпал снег.", ["2019-11-14"]),
    ("de", "In der vergangenen Nacht schneite es.", ["2019-11-14"]),
    ("ru", "Он читал «1984» и работал в ООО «Ромашка 2010».", []),
    ("uk", "Станом на сьогодні дім порожній.", []),
    ("ja", "設定の翌日から使えます。", []),
])
def test_comparisons_nights_and_names_with_years(language, text, values):
    assert [value for _, value in read(text, language)] == values


@pytest.mark.parametrize(("language", "text", "values"), [
    ("ru", "Ждём следующей недели.", ["2019-11-18/2019-11-24"]),
    ("ru", "К концу недели похолодает.", ["2019-11-15~/2019-11-17~"]),
    ("ru", "Вышли итоги первого полугодия 2019 года.", ["2019-01/2019-06"]),
    ("ru", "За прошлые недели снег сошёл.", []),
    ("uk", "У минулому місяці сніг зійшов.", ["2019-10"]),
    ("uk", "За минулі місяці сніг зійшов.", []),
    ("en", "The firm launched the Model 2 in March 2020.", ["2020-03"]),
    ("en", "Prices rose in the second and third quarters of 2018.", ["2018-34/2018-35"]),
    ("en", "The headset is due in H1 2020.", ["2020-01/2020-06"]),
    ("en", "The host of Fox News Sunday spoke.", []),
    ("es", "Es vecino del ejido 18 de Diciembre.", []),
])
def test_singulars_that_look_like_plurals_and_numbers_before_months(language, text, values):
    assert [value for _, value in read(text, language)] == values


@pytest.mark.parametrize(("language", "text"), [
    ("ru", "Октябрьский проспект закрыт."), ("ru", "Июльский переулок закрыли."), ("uk", "Жовтневий проспект закрили."),
])
def test_a_street_is_no_month(language, text):
    assert read(text, language) == []
