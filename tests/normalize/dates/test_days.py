"""Days: by number, by weekday, counted from the article's, told by their neighbours."""

import pytest

from flows.normalize.anchor import Anchor
from flows.normalize.date_expressions import read_date_expressions
from tests.normalize.dates.friday import FRIDAY, read


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
    assert [found.edtf for found in read_date_expressions(text, language, FRIDAY, None, [])] == values


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
    ("ar", "افتتح السوق في 22 من أكتوبر/تشرين الأول 2018، وولد صاحبه في 1 نوفمبر من عام 1961.", ["2018-10-22", "1961-11-01"]),
    ("ar", "أغلق الجسر في 17 تشرين الأوّل ويفتح غدًا السبت.", ["2019-10-17", "2019-11-16"]),
    ("ar", "سيجتمع المجلس مساء السبت. وصلت سيارة مساء الأحد.", ["2019-11-16", "2019-11-10"]),
    ("ar", "أعلن المجلس الخميس أنه سيغلق السوق.", ["2019-11-14"]),
    ("ar", "أغلق المصنع قبل عامين، وبدأ العمل قبل يومين.", ["2017", "2019-11-13"]),
    ("ar", "العمل من 5 إلى 9 نوفمبر.", ["2019-11-05/2019-11-09"]),
    ("ar", "أغلق السوق في أوائل يوليو/تموز.", ["2019-07-01~/2019-07-10~"]),
])
def test_arabic_days_of_a_month_and_what_lies_ahead(language, text, values):
    assert [value for _, value in read(text, language)] == values


@pytest.mark.parametrize(("language", "text", "values"), [
    ("de", "In der Nacht zum Donnerstag brannte die Mühle. Zum Mittwoch wird sie wieder öffnen.", ["2019-11-14", "2019-11-20"]),
    ("pt", "A feira abre neste domingo, 17. Nesta segunda-feira, 2 homens foram presos.", ["2019-11-17", "2019-11-11"]),
    ("pt", "A loja reabre na terça que vem, disse ele. Fechou na quinta passada.", ["2019-11-19", "2019-11-14"]),
    ("pt", "A quinta edição foi a 1.º de outubro.", ["2019-10-01"]),
    ("es", "Cerró anoche. La feria fue entre el 10 y el 13 de mayo; abrió el 3 y el 9 de mayo.", ["2019-11-14", "2019-05-10/2019-05-13", "2019-05-03", "2019-05-09"]),
    ("ja", "「空想の森」（火曜深夜０・２５）に出演した。火曜夜に発表した。", ["2019-11-12"]),
    ("ja", "１７年世界選手権で勝った。１７年の歴史がある。", ["2017"]),
    ("ja", "１０日ほど前に出た。", []),
])
def test_days_near_a_night_a_number_or_a_slot(language, text, values):
    assert [value for _, value in read(text, language)] == values


def test_this_weekday_is_never_six_days_ago():
    wednesday = Anchor(2019, 11, 13)
    assert [value for _, value in read("Zur Sitzung an diesem Donnerstag kam er nicht.", "de", wednesday)] == ["2019-11-14"]
    assert [value for _, value in read("Er kam am Donnerstag nicht.", "de", wednesday)] == ["2019-11-07"]
