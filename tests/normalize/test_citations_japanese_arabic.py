"""Citations in Japanese and Arabic: sentences of our own, with who is cited and how."""

import pytest

from flows.normalize.attribution.arabic import arabic_mentions
from flows.normalize.attribution.japanese import japanese_mentions

JAPANESE = [
    ("気象観測局は3日、空想町で震度3の地震があったと発表した。", "気象観測局", "ja.reporting_subject"),
    ("捜査関係者によると、絵は倉庫で見つかった。", "捜査関係者", "ja.according"),
    ("架空通信などによると、橋は来週開通する。", "架空通信", "ja.according"),
    ("架空太郎町長は「準備は整った」と話した。", "架空太郎町長", "ja.quoting_subject"),
    ("夢想花子（31）は架空通信の取材に「来年も続けたい」と語った。", "架空通信", "ja.interview"),
    ("視聴率は12％（空想リサーチ調べ）だった。", "空想リサーチ", "ja.survey"),
    ("来場者は1万人を超えた。\n出典：空想町役場", "空想町役場", "ja.source_line"),
]
ARABIC = [
    ("وقال وزير النقل سامي خيال إن الجسر سيفتح الأسبوع المقبل.", "وزير النقل سامي خيال", "ar.verb_subject"),
    ("أعلنت هيئة الأرصاد الخيالية توقعاتها لحالة الطقس.", "هيئة الأرصاد الخيالية", "ar.verb_subject"),
    ("ووفقا لصحيفة «الخيال» فقد أغلق المتحف أبوابه.", "صحيفة «الخيال»", "ar.according"),
    ("نقلا عن وكالة الوهم أن المطار أغلق.", "وكالة الوهم", "ar.citing"),
]


@pytest.mark.parametrize(("text", "words", "rule"), JAPANESE)
def test_japanese_formulas(text, words, rule):
    assert (words, rule) in {(text[m.char_start : m.char_end], m.rule) for m in japanese_mentions(text, ())}


@pytest.mark.parametrize(("text", "words", "rule"), ARABIC)
def test_arabic_formulas(text, words, rule):
    found = {(text[m.char_start : m.char_end].removeprefix("ل"), m.rule) for m in arabic_mentions(text, ())}
    assert (words, rule) in found


@pytest.mark.parametrize("text", ["当初は「簡単だ」と話した。", "空想町は海に近く、冬も暖かい。", "雨は夕方にやんだ。"])
def test_japanese_sentences_that_cite_nobody(text):
    assert japanese_mentions(text, ()) == []


@pytest.mark.parametrize("text", ["كتب الطفل رسالة إلى أمه.", "أكد ذلك.", "وقال إنه سيعود."])
def test_arabic_sentences_that_cite_nobody(text):
    assert arabic_mentions(text, ()) == []


def test_long_runs_take_time_in_proportion():
    steps = [len(japanese_mentions("空想" * n + "は「" + "あ" * n + "」", ())) for n in (100, 10_000)]
    assert steps == [0, 0]
    assert arabic_mentions("قال " * 20_000, ()) == []
