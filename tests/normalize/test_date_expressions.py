"""Date expressions in running text, as a reader of the table meets them."""

import datetime

import pytest

from flows.normalize.anchor import Anchor
from flows.normalize.date_expressions import read_date_expressions

FRIDAY = Anchor(2019, 11, 15)


def read(text, language, anchor=FRIDAY):
    return [(found.as_given, found.edtf) for found in read_date_expressions(text, language, anchor, None, [])]


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
    ("en", "He was quicker than he did on Thursday and will now be the man to beat.", ["2019-11-14"]),
    ("en", "The coach cleaned out his squad in March by informing three players.", ["2019-03"]),
    ("en", "Senators want the name withdrawn before Tuesday's session.", ["2019-11-19"]),
    ("en", "Damages were set at €2000.", []),
    ("en", "The school opened in 1831 and stood from 1840 to 1866.", ["1831", "1840/1866"]),
    ("en", "The firm paid for 1831 lamps.", []),
    ("en", "Sales fell for the third quarter in a row.", []),
    ("en", "The town will host the games in June. Teams come from June 23-28.", ["2020-06", "2020-06-23/2020-06-28"]),
    ("ru", "Двадцать первого декабря школа закроется.", ["2019-12-21"]),
    ("ru", "Первые майские прогулки удались.", []),
    ("ru", "Накануне выборов в городе тихо.", []),
    ("ru", "Накануне в городе прошёл снег.", ["2019-11-14"]),
    ("uk", "До першого вересня школу відремонтували.", ["2019-09-01"]),
])
def test_days_and_years_in_their_sentences(language, text, values):
    assert [found.edtf for found in read_date_expressions(text, language, Anchor(2019, 11, 15), None, [])] == values


def test_indian_papers_count_quarters_from_april():
    (found,) = read_date_expressions("Profit rose in the second quarter.", "en", Anchor(2019, 11, 15), "IN", [])
    assert found.edtf == "2019-35"


@pytest.mark.parametrize(("language", "text", "values"), [
    ("en", "Results will be announced Saturday, but the runner moved.", ["2019-11-16"]),
    ("ru", "Город создаёт благоприятную среду для детей. В среду прошёл снег.", ["2019-11-13"]),
    ("uk", "Ми познайомилися чверть століття тому.", ["1994~"]),
    ("fr", "Depuis le milieu des années 2000, la ville change.", ["200X"]),
    ("fr", "Lors d'une rencontre ce jeudi, il a dit qu'il partira.", ["2019-11-14"]),
])
def test_words_that_change_what_a_date_means(language, text, values):
    assert [found.edtf for found in read_date_expressions(text, language, Anchor(2019, 11, 15), None, [])] == values


@pytest.mark.parametrize(("language", "text", "values"), [
    ("ru", "Полвека назад здесь был завод, полгода назад его снесли.", ["1969~", "2019-05~"]),
    ("uk", "Півстоліття тому тут був завод.", ["1969~"]),
    ("es", "Hace medio siglo cerraron la fábrica.", ["1969~"]),
    ("ja", "半年前に開店した。", ["2019-05~"]),
    ("ar", "أغلق المصنع قبل نصف قرن", ["1969~"]),
    ("en", "Exports fell in the first three quarters of 2018.", ["2018-01/2018-09"]),
    ("es", "Cayó en los últimos tres meses de 2018.", ["2018-10/2018-12"]),
    ("es", "Cayó en los primeros trimestres.", []),
    ("ro", "A crescut în T3/2019 faţă de aceeaşi perioadă din 2018.", ["2019-35", "2018-35"]),
    ("en", "Over the past decade the lake shrank.", ["2009~/2019"]),
    ("ru", "В прошлом веке тут был порт.", ["19XX"]),
    ("en", "She scored twice last season.", ["2018/2019"]),
    ("es", "Marcó dos goles la temporada pasada.", ["2018/2019"]),
    ("ar", "وقع الحادث في الخامس عشر من أكتوبر الماضي", ["2019-10-15"]),
])
def test_halves_seasons_and_counted_periods(language, text, values):
    assert [value for _, value in read(text, language)] == values


@pytest.mark.parametrize(("language", "text", "values"), [
    ("uk", "17 листопада опадів не буде. У столиці вночі в неділю сухо.", ["2019-11-17", "2019-11-17"]),
    ("de", "Am Wochenende wird gespielt. Anwurf ist am Samstag um 19.30 Uhr.", ["2019-11-16/2019-11-17", "2019-11-16"]),
    ("en", "The bar was full on Friday and Saturday nights.", []),
    ("en", "He urged them to “go vote Saturday”.", ["2019-11-16"]),
    ("en", "She won 7-6 (7/5), 6-4.", []),
    ("uk", "П'ятниця для гурту — день прем'єри.", []),
    ("uk", "П'ятниця, 8 листопада, була дощовою.", ["2019-11-08"]),
    ("ar", "تجمعوا بعد صلاة الجمعة", []),
    ("ro", "Reclama 300x250_banner (2016) a fost retrasă.", []),
    ("ja", "こんなことしていた。", []),
])
def test_days_told_before_and_days_that_are_none(language, text, values):
    assert [value for _, value in read(text, language)] == values


@pytest.mark.parametrize(("language", "text", "values"), [
    ("fr", "Il est détenu depuis le mercredi 30 octobre.", ["2019-10-30/.."]),
    ("ru", "Он находится под арестом с весны.", ["2019-21/.."]),
    ("ru", "С 1 октября началась поставка газа.", ["2019-10-01"]),
    ("en", "Output fell to its lowest level since 2016.", ["2016"]),
    ("pt", "É o menor nível desde 2016.", ["2016"]),
])
def test_since_opens_what_goes_on_and_only_that(language, text, values):
    assert [value for _, value in read(text, language)] == values


def test_lengths_of_time_have_a_timex_value_and_no_day():
    (found,) = read_date_expressions("Будівництво тривало три роки.", "uk", FRIDAY, None, [])
    assert (found.timex_type, found.timex_value, found.edtf) == ("DURATION", "P3Y", None)


def test_an_aside_in_a_story_of_the_past_ends_with_its_paragraph():
    years = "У 1939 році, у 1940 році, у 1941 році і в 1942 році місто обороняли, у 1943 році звільнили.\n\n"
    text = years + "18 травня 1943 року бої стихли, про що в 1921 році ще ніхто не думав.\n\n5 серпня люди повернулися."
    found = read_date_expressions(text, "uk", Anchor(2019, 11, 15), None, [])
    assert found[-1].edtf == "1943-08-05"


@pytest.mark.parametrize(("language", "text", "values"), [
    ("de", "Die Messe läuft vom 10. bis 13. März 2021. Am 10. März spricht der Rektor.", ["2021-03-10/2021-03-13", "2021-03-10"]),
    ("es", "Es el valor más bajo desde junio de 2017, según dos sondeos hechos entre el 16 de mayo y el 7 de junio.", ["2017-06", "2019-05-16/2019-06-07"]),
    ("ro", "Anul trecut, în aprilie, podul a fost închis.", ["2018", "2018-04"]),
    ("it", "Oggi, mercoledì 13 novembre, il museo resta chiuso.", ["2019-11-13"]),
    ("it", "La media tra il 1981 ed il 2010 era più bassa.", ["1981/2010"]),
    ("en", "They face Peru this weekend and Chile on Tuesday.", ["2019-11-16/2019-11-17", "2019-11-19"]),
    ("ro", "Contractul expiră în vara lui 2021.", ["2021-22"]),
    ("ja", "来年夏に開く。", ["2020-22"]),
    ("ar", "يبدأ العرض في السابع عشر من الشهر الجاري", ["2019-11-17"]),
    ("ru", "Плату внесли 25 числа прошлого месяца.", ["2019-10-25"]),
    ("ro", "Vânzările au fost mai mari decât în perioada similară a anului trecut.", ["2018"]),
    ("fr", "Le stade du 26 mars était plein.", []),
    ("es", "El choque ocurrió en la avenida 9 de julio.", []),
    ("pl", "Sklep jest zamknięty w soboty i niedziele.", []),
    ("pt", "No primeiro final de semana após a estreia choveu.", []),
    ("de", "Das heutige Modell bleibt.", []),
    ("ar", "سقط عشرات خلال الأسابيع الماضية", []),
])
def test_days_named_with_their_neighbours(language, text, values):
    assert [value for _, value in read(text, language)] == values


@pytest.mark.parametrize(("language", "text", "values"), [
    ("ru", "Совет соберётся в следующую среду.", ["2019-11-20"]),
    ("ru", "В прошедшую субботу открылся каток.", ["2019-11-09"]),
    ("ru", "Часы перевели в последнее воскресенье марта.", ["2019-03-31"]),
    ("en", "The vote was held on the first Tuesday in November 2018.", ["2018-11-06"]),
    ("en", "The fair opened in the first week of October.", ["2019-10-01~/2019-10-07~"]),
    ("en", "The court will sit on Tuesday next week.", ["2019-11-19"]),
    ("uk", "Рада збереться у четвер наступного тижня.", ["2019-11-21"]),
    ("es", "La corte decide el martes de la próxima semana.", ["2019-11-19"]),
    ("ja", "来週金曜日に開店する。", ["2019-11-22"]),
    ("de", "Das Fest findet am 14.-15.10.2018 statt.", ["2018-10-14/2018-10-15"]),
    ("it", "Il corteo sfilò il primo maggio.", ["2019-05-01"]),
    ("pl", "Szkoły otwarto pierwszego września.", ["2019-09-01"]),
    ("ru", "Договор подписан 3-его марта 2015 года.", ["2015-03-03"]),
    ("en", "Call 3-10-12-2018 for tickets.", []),
    ("en", "She was born on the second Monday.", []),
])
def test_counted_weekdays_and_weeks(language, text, values):
    assert [value for _, value in read(text, language)] == values


@pytest.mark.parametrize(("language", "text", "values"), [
    ("ru", "«Сегодня суд решил закрыть рынок», — сказал мэр.", ["2019-11-15"]),
    ("ru", "Об этом говорили в программе «Сегодня» на местном канале.", []),
    ("es", "Perdió el pasado jueves en casa.", ["2019-11-14"]),
    ("en", "She left the firm last Thursday.", ["2019-11-07"]),
    ("en", "The mill will open to the general public on Monday, the council said.", ["2019-11-18"]),
    ("en", "He left the firm of his father on Monday, saying that he would write.", ["2019-11-11"]),
    ("en", "At a meeting in the town hall on Monday, the council said no.", ["2019-11-11"]),
    ("fr", "La ville est aujourd'hui plus riche.", []),
    ("fr", "Le maire a annoncé aujourd'hui la fermeture.", ["2019-11-15"]),
    ("fr", "Aujourd’hui, le maire s’est rendu au port.", ["2019-11-15"]),
])
def test_todays_that_mean_the_day_and_last_days_that_are_near(language, text, values):
    assert [value for _, value in read(text, language)] == values


@pytest.mark.parametrize(("language", "text", "values"), [
    ("en", "Sales fell in the nine months ended Sept. 30, 2018.", ["2018-01/2018-09"]),
    ("en", "Exports grew in the three months to June 2019.", ["2019-34"]),
    ("en", "Rents rose in the last quarter of 2018.", ["2018-36"]),
    ("de", "Im letzten Quartal des Jahres wird gebaut, bis Jahresende ist alles fertig.", ["2019-36", "2019-09~/2019-12~"]),
    ("en", "Costs rose in Q3'18 and fell in 4Q18.", ["2018-35", "2018-36"]),
    ("en", "The vote falls in the week of November 18.", ["2019-11-18/2019-11-24"]),
    ("es", "El paro duró toda la semana del 21 de octubre de 2019.", ["2019-10-21/2019-10-27"]),
    ("uk", "Рада збереться на наступному тижні.", ["2019-11-18/2019-11-24"]),
    ("it", "Tra due settimane aprirà il museo.", ["2019-11-29~"]),
    ("pl", "Sklep zamknięto przed dwoma miesiącami.", ["2019-09~"]),
    ("ar", "ارتفعت الصادرات في الأشهر التسعة الأولى من العام الحالي", ["2019-01/2019-09"]),
    ("ar", "افتتح المعرض في الثاني من تشرين الأول/أكتوبر الماضي", ["2019-10-02"]),
    ("ar", "فاز الفريق للمرة الثانية في أكتوبر الماضي", ["2019-10"]),
    ("ja", "9、10月の大会を昨年末に決めた。", ["2019-09/2019-10", "2018-09~/2018-12~"]),
    ("en", "Prices rose in September and fell in October from the prior month.", ["2019-09", "2019-10", "2019-09"]),
    ("en", "She sailed in March, May and August, and they will sail again.", ["2019-03", "2019-05", "2019-08"]),
    ("ru", "В ночь на среду, 13 ноября, выпал снег.", ["2019-11-13"]),
    ("ru", "Решение №12/01.10.2019 отменили.", ["2019-10-01"]),
    ("ru", "Уже во вторник лёд растает и вода поднимется.", ["2019-11-19"]),
    ("pt", "Lisboa, 8 nov (EFE).- O museu reabriu.", ["2019-11-08"]),
    ("de", "Am Morgen des 27. Mais regnete es.", ["2019-05-27"]),
])
def test_periods_that_a_day_or_a_count_names(language, text, values):
    assert [value for _, value in read(text, language)] == values


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


def test_a_quarter_of_an_indian_business_year():
    found = read_date_expressions("Profit rose in Q2FY20 and Q4 FY19.", "en", FRIDAY, "IN", [])
    assert [expression.edtf for expression in found] == ["2019-35", "2019-33"]


def test_a_beginning_stays_open_without_an_anchor_too():
    found = read_date_expressions("Дом пустует с 1999 года. Школа откроется с 2030 года.", "ru", None, None, [])
    assert [expression.edtf for expression in found] == ["1999/..", "2030"]


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


def test_a_range_whose_end_states_the_year_needs_no_anchor():
    (found,) = read_date_expressions("Дослідження тривало у березні-вересні 2016 року.", "uk", None, None, [])
    assert found.edtf == "2016-03/2016-09"


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


@pytest.mark.parametrize(("language", "text", "values"), [
    ("pt", "Ela voltará no próximo dia 25, uma segunda-feira. A loja abriu no último dia 12.", ["2019-11-25", "2019-11-12"]),
    ("es", "El pasado día 8 cerró la tienda.", ["2019-11-08"]),
    ("pt", "No último dia de provas choveu.", []),
    ("en", "Shares of the mill fell to $20.15 Thursday.", ["2019-11-14"]),
    ("de", "Heute um 11:34 Uhr bebte die Erde. Heute endete der Markt.", ["2019-11-15", "2019-11-15"]),
    ("uk", "На Софійській площі 17 травня грали музики.", ["2019-05-17"]),
    ("uk", "На площі 1 травня тихо.", []),
])
def test_days_by_number_and_what_stands_before_them(language, text, values):
    assert [value for _, value in read(text, language)] == values


@pytest.mark.parametrize(("language", "text", "values"), [
    ("ru", "Об этом сказано в письме, направленном в среду министру, и он ответит.", ["2019-11-13"]),
    ("ru", "Во вторник водители не смогут проехать.", ["2019-11-19"]),
    ("ru", "В воскресенье самолёт разбился.", ["2019-11-10"]),
    ("ru", "Рост составит 3% по сравнению с майской оценкой.", ["2019-05"]),
    ("uk", "Про це йдеться у листі, надісланому в середу міністру.", ["2019-11-13"]),
    ("en", "An email sent to parents Thursday says the school is shut.", ["2019-11-14"]),
    ("en", "The Otters play well and Hill College plays Lake State on the road on Thursday.", ["2019-11-21"]),
    ("ru", "Группа «Ласковый май» выступила.", []),
])
def test_nouns_that_end_like_verbs_and_verbs_of_plans(language, text, values):
    assert [value for _, value in read(text, language)] == values


@pytest.mark.parametrize(("language", "text", "values"), [
    ("en", "The market opens on Fridays.", []),
    ("es", "El mercado cierra los domingos y los lunes.", []),
    ("es", "Cerró el lunes.", ["2019-11-11"]),
    ("pt", "A feira abre aos domingos e às segundas-feiras.", []),
    ("fr", "Le marché ouvre tous les vendredis.", []),
    ("ru", "По выходным здесь людно. К выходным похолодает.", ["2019-11-16/2019-11-17"]),
    ("es", "Julio Inventado salió en julio.", ["2019-07"]),
    ("pt", "O conselheiro Domingos Inventado depôs.", []),
    ("ro", "S-au deschis 13 noi puncte.", []),
    ("en", "Her essay was published in May ahead of the fair.", ["2019-05"]),
    ("en", "It would be the longest streak since February.", ["2019-02"]),
    ("ar", "يفتتح في الأول من كانون أول المقبل", ["2019-12-01"]),
])
def test_days_that_come_again_and_names_that_are_days(language, text, values):
    assert [value for _, value in read(text, language)] == values


@pytest.mark.parametrize(("language", "text", "values"), [
    ("ru", "Дом построен в шестидесятых годах, снесён в конце девяностых.", ["196X", "199X"]),
    ("ru", "Мост возвели в 60-х годах XIX века.", ["186X", "18XX"]),
    ("ru", "Завод работает без выходных.", []),
    ("uk", "Храм звели на початку 20 ст., а місто — в середині V ст. до н. е.", ["19XX", "-04XX"]),
    ("en", "The ruling does nothing for us come Saturday.", ["2019-11-16"]),
    ("uk", "Музей відкрили у вісімдесяті роки.", ["198X"]),
    ("en", "The hall dates back to the sixties.", ["196X"]),
    ("en", "She was in her sixties.", []),
    ("de", "Das Haus stammt aus den siebziger Jahren.", ["197X"]),
    ("fr", "La tour date des années 1960 et 1970, au début du XXe siècle c'était un pré.", ["196X", "197X", "19XX"]),
    ("es", "Nació en los años sesenta; la casa es del siglo XIX y no de los años 2009 y 2010.", ["196X", "18XX", "2009", "2010"]),
    ("it", "Negli anni '60 e '70, non negli anni Ottanta.", ["196X", "197X", "198X"]),
    ("pt", "A ponte é do século XVIII; caiu hoje (14) de manhã.", ["17XX", "2019-11-14"]),
    ("pt", "Fechou ontem (quinta-feira, 14).", ["2019-11-14"]),
    ("it", "La torre è della fine degli anni '90, la casa di metà anni '60.", ["199X", "196X"]),
    ("es", "La escuela abrió a finales de los años 90.", ["199X"]),
    ("fr", "Le pont date de la fin des années 70.", ["197X"]),
    ("pt", "A escola abriu no início dos anos 2000 e fechou em meados dos anos 90.", ["200X", "199X"]),
    ("fr", "Le chantier a duré entre les années 2015 et 2018.", ["2015/2018"]),
    ("ar", "عمل هنا بين عامي 2015 و2018 ويعود بعد غد", ["2015/2018", "2019-11-17"]),
    ("es", "La tienda cerrará a fin de mes.", ["2019-11-21~/2019-11-30~"]),
    ("pt", "O parque abrirá dentro de três dias.", ["2019-11-18~"]),
    ("ja", "今週末に開かれる。", ["2019-11-16/2019-11-17"]),
    ("pl", "Szkołę otwarto na początku lat 90. w Krakowie.", ["199X"]),
    ("ja", "９０年代後半に建てられた。", ["199X"]),
    ("ru", "Памятник появился в двухтысячные.", ["200X"]),
    ("ro", "Casa a fost ridicată în anii optzeci, turnul în secolul XV.", ["198X", "14XX"]),
    ("pl", "Dom zbudowano w latach 80. ubiegłego wieku; Jan K., lat 40, tu mieszkał.", ["198X", "19XX"]),
    ("ar", "بني المسجد في القرن التاسع عشر ورمم في الستينيات", ["18XX", "196X"]),
    ("ar", "رجل في السبعينيات من عمره", []),
    ("es", "Al igual que hoy, el pasado 1 de noviembre hubo fiesta.", ["2019-11-15", "2019-11-01"]),
])
def test_decades_in_words_and_centuries_after_their_noun(language, text, values):
    assert [value for _, value in read(text, language)] == values


@pytest.mark.parametrize(("language", "text"), [
    ("ru", "Октябрьский проспект закрыт."), ("ru", "Июльский переулок закрыли."), ("uk", "Жовтневий проспект закрили."),
])
def test_a_street_is_no_month(language, text):
    assert read(text, language) == []


def test_a_time_of_day_is_no_decade():
    assert read("10:30 年代", "ja") == []


def test_a_short_year_stands_close_to_its_stroke():
    found = read_date_expressions("the 2019-20 season", "en", None, None, [])
    assert [(d.as_given, d.edtf) for d in found] == [("2019-20", "2019/2020")]
    found = read_date_expressions("It opened in 2019 - 24 hours later it closed", "en", None, None, [])
    assert not any("/" in (d.edtf or "") for d in found)
