"""Russian and Ukrainian: media told something, media without a name, and what a text is taken from. All sentences are our own."""

import pytest

from tests.normalize.test_citations import read


def roles(text, language="ru"):
    return {c.source_as_given: c.role for c in read(text, language)}


@pytest.mark.parametrize(("language", "text", "expected"), [
    ("ru", "В пресс-службе завода корреспонденту «Зари» пояснили, что печь цела.", {"пресс-службе завода": "immediate", "Зари": "venue"}),
    ("ru", "В полиции Лесного изданию «Заря» сообщили, что печь цела.", {"полиции Лесного": "immediate", "Заря": "venue"}),
    ("ru", "В пресс-службе мэрии РИА Новости рассказали, что печь цела.", {"пресс-службе мэрии": "immediate", "РИА Новости": "venue"}),
    ("ru", "Иван Лыков газете «Заря» рассказал, что печь цела.", {"Иван Лыков": "speaker", "Заря": "venue"}),
    ("ru", "Как сообщила «Заре» пресс-служба завода, печь цела.", {"Заре": "venue", "пресс-служба завода": "immediate"}),
    ("ru", "Печь цела, рассказала журналисту издания «Заря» начальник цеха Инна Лыкова.", {"издания «Заря»": "venue", "начальник цеха Инна Лыкова": "speaker"}),
    ("uk", "У поліції Лісового виданню «Зоря» повідомили, що піч ціла.", {"поліції Лісового": "immediate", "Зоря": "venue"}),
])
def test_the_medium_told_stands_between_who_tells_and_the_verb_or_before_a_body(language, text, expected):
    assert roles(text, language) == expected


@pytest.mark.parametrize(("text", "cited"), [
    ("В пресс-службе завода журналистам рассказали, что печь цела.", ["пресс-службе завода"]),
    ("В пресс-службе холдинга РБК рассказали, что печь цела.", ["пресс-службе холдинга РБК"]),
    ("Представитель по связям с прессой Иван Лыков сообщил об этом.", ["Представитель по связям с прессой Иван Лыков"]),
    ("В апреле СМИ сообщили, что печь цела.", ["СМИ"]),
    ("Об этом сообщила «Заря» в понедельник.", ["Заря"]),
])
def test_no_medium_is_told_there(text, cited):
    assert list(roles(text)) == cited
