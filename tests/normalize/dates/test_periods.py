"""Periods: quarters, halves, seasons, decades, centuries, and what goes on since a day."""

import pytest

from flows.normalize.anchor import Anchor
from flows.normalize.date_expressions import read_date_expressions
from tests.normalize.dates.friday import FRIDAY, read


def test_indian_papers_count_quarters_from_april():
    (found,) = read_date_expressions("Profit rose in the second quarter.", "en", FRIDAY, "IN", [])
    assert found.edtf == "2019-35"


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


def test_a_quarter_of_an_indian_business_year():
    found = read_date_expressions("Profit rose in Q2FY20 and Q4 FY19.", "en", FRIDAY, "IN", [])
    assert [expression.edtf for expression in found] == ["2019-35", "2019-33"]


def test_a_beginning_stays_open_without_an_anchor_too():
    found = read_date_expressions("Дом пустует с 1999 года. Школа откроется с 2030 года.", "ru", None, None, [])
    assert [expression.edtf for expression in found] == ["1999/..", "2030"]


def test_a_range_whose_end_states_the_year_needs_no_anchor():
    (found,) = read_date_expressions("Дослідження тривало у березні-вересні 2016 року.", "uk", None, None, [])
    assert found.edtf == "2016-03/2016-09"


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


def test_a_time_of_day_is_no_decade():
    assert read("10:30 年代", "ja") == []


def test_a_short_year_stands_close_to_its_stroke():
    found = read_date_expressions("the 2019-20 season", "en", None, None, [])
    assert [(d.as_given, d.edtf) for d in found] == [("2019-20", "2019/2020")]
    found = read_date_expressions("It opened in 2019 - 24 hours later it closed", "en", None, None, [])
    assert not any("/" in (d.edtf or "") for d in found)


@pytest.mark.parametrize(("language", "text", "values"), [
    ("de", "Vor knapp sechs Jahren brannte es. Vor mehr als zwei Wochen auch.", ["2013~", "2019-11-01~"]),
    ("de", "Es kamen zehn Prozent mehr als 2016.", ["2016"]),
    ("es", "Hace más de dos meses cerró; hace casi un año abrió.", ["2019-09~", "2018~"]),
    ("fr", "Le pont a fermé il y a près de trois ans.", ["2016~"]),
    ("pt", "Há mais de cinco meses chove. Faz dez anos que ele saiu.", ["2019-06~", "2009~"]),
    ("pt", "Choveu no último fim de semana e nos últimos dez anos.", ["2019-11-09/2019-11-10", "2009~/2019"]),
    ("ar", "ارتفعت الأسعار في الربع الثالث من العام الحالي وفي النصف الأول من العام 2018.", ["2019-35", "2018-01/2018-06"]),
    ("ar", "انتقل في صيف 2018. الجو صيف.", ["2018-22"]),
    ("ro", "Vânzările au crescut în trimestrul III 2018 și în semestrul I 2017.", ["2018-35", "2017-01/2017-06"]),
    ("pl", "Szkoła działała w latach 2010-2015, a dom powstał w latach 80.", ["2010/2015", "198X"]),
])
def test_lengths_with_an_adverb_and_quarters_after_their_noun(language, text, values):
    assert [value for _, value in read(text, language)] == values


def test_a_day_in_the_clause_of_this_year_lies_in_it():
    spring = Anchor(2020, 4, 27)
    assert [value for _, value in read("Este año la feria tenía que abrir del 3 de junio al 7 de julio.", "es", spring)] == ["2020", "2020-06-03/2020-07-07"]
    assert [value for _, value in read("Este año fue duro. La fiesta fue el 27 de junio.", "es", spring)][1] == "2019-06-27"


def test_what_ends_in_a_month_is_not_the_months_end():
    assert [value for _, value in read("Le contrat prend fin en juillet 2022, à la fin juillet.", "fr")] == ["2022-07", "2019-07-21~/2019-07-31~"]


@pytest.mark.parametrize(("language", "text", "expected"), [
    ("ru", "Дорогу чинили несколько недель.", [("несколько недель", "PXW")]),
    ("uk", "Облога тривала кілька місяців.", [("кілька місяців", "PXM")]),
    ("uk", "Облога тривала три місяці.", [("три місяці", "P3M")]),
    ("ru", "В ночь с 31 октября на 1 ноября шёл снег.", [("ночь с 31 октября на 1 ноября", "2019-10-31TNI")]),
])
def test_lengths_and_nights_in_timex(language, text, expected):
    found = read_date_expressions(text, language, FRIDAY, None, [])
    assert [(expression.as_given, expression.timex_value) for expression in found] == expected
