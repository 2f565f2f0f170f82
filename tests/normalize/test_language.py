"""Languages told apart: by script, letters, words; nothing where nothing can be told."""

import pytest

from flows.normalize.language.identify import identify_language

TEXTS = {
    "ru": "Городской совет утвердил бюджет на следующий год. Депутаты выделили деньги на ремонт дорог, школ и больниц.",
    "uk": "Міська рада затвердила бюджет на наступний рік. Депутати виділили гроші на ремонт доріг, шкіл і лікарень.",
    "be": "Гарадскі савет зацвердзіў бюджэт на наступны год. Дэпутаты вылучылі грошы на рамонт дарог і школ у горадзе.",
    "bg": "Общинският съвет прие бюджета за следващата година. Съветниците отпуснаха пари за ремонт на улици и училища.",
    "en": "The city council has approved the budget for the next year. The deputies gave money to repair roads and schools.",
    "de": "Der Stadtrat hat den Haushalt für das nächste Jahr beschlossen. Das Geld ist für die Straßen und Schulen.",
    "fr": "Le conseil municipal a adopté le budget pour l’année prochaine. Les élus ont voté des fonds pour les écoles.",
    "es": "El ayuntamiento aprobó el presupuesto para el próximo año. Los concejales destinaron fondos a las escuelas.",
    "pt": "A câmara aprovou o orçamento para o próximo ano. Os vereadores não destinaram mais verbas para as escolas.",
    "it": "Il consiglio comunale ha approvato il bilancio per il prossimo anno, con i fondi per le strade e le scuole.",
    "pl": "Rada miasta przyjęła budżet na przyszły rok. Radni przeznaczyli pieniądze na remont dróg oraz szkół.",
    "ro": "Consiliul local a adoptat bugetul pentru anul viitor. Consilierii au alocat bani pentru drumuri și școli.",
    "ja": "市議会は来年度の予算を可決した。議員らは道路と学校の修繕費を計上した。",
    "zh": "市议会通过了明年的预算。议员们为道路和学校的维修拨款。",
    "ko": "시의회는 내년 예산을 통과시켰다. 의원들은 도로와 학교 보수에 돈을 배정했다.",
    "ar": "وافق مجلس المدينة على ميزانية العام المقبل وخصص أموالا لإصلاح الطرق والمدارس.",
    "fa": "شورای شهر بودجه سال آینده را تصویب کرد و برای تعمیر جاده‌ها و مدارس پول گذاشت.",
    "uz-Cyrl": "Шаҳар кенгаши келгуси йил учун бюджетни тасдиқлади ва йўлларни таъмирлашга маблағ ажратди.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_texts(language):
    assert identify_language(TEXTS[language])[0] == language


@pytest.mark.parametrize(
    ("headline", "language"),
    [
        ("Право на життя", "uk"),
        ("Поранених вивезли автобусами", "uk"),
        ("Цены на бензин упали", "ru"),
        ("Банки нашли способ узнать больше о доходах", "ru"),
        ("Король Карл ІІІ посетил выставку", "ru"),
        ("Теннисист в 7-й раз закончит сезон первой ракеткой", "ru"),
        ("Нельсон борется за жизнь на острове", "ru"),
        ('У Луцькому палаці виступив гурт "Время и Море"', "uk"),
        ("Сосюра і Гомер", "uk"),
        ("Storm closes schools on the coast", "en"),
    ],
)
def test_headlines(headline, language):
    assert identify_language(headline)[0] == language


@pytest.mark.parametrize("text", ["", "   \n", "12:30, 5 + 7 = 12", "https://example.com/news/1", "🙂🙂"])
def test_nothing_is_said_where_there_are_no_words(text):
    assert identify_language(text) == ("und", 0.0)


def test_half_in_one_language_and_half_in_another_is_undetermined():
    assert identify_language(TEXTS["ru"] * 3 + "\n" + TEXTS["uk"] * 3)[0] == "und"


def test_a_ukrainian_text_with_a_russian_quotation_is_ukrainian():
    assert identify_language(TEXTS["uk"] * 4 + " «Мы все увидели», – сказав він.")[0] == "uk"


def test_foreign_names_do_not_change_the_language():
    assert identify_language("Сегодня Apple, Google и Microsoft показали новые версии Windows, Android и macOS")[0] == "ru"


def test_confidence_is_between_nothing_and_certain():
    for text in TEXTS.values():
        assert 0 < identify_language(text)[1] <= 1
