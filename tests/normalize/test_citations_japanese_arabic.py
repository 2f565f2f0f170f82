"""Citations in Japanese and Arabic: sentences of our own, with who is cited and how."""

import pytest

from flows.normalize.attribution.arabic import arabic_mentions
from flows.normalize.attribution.japanese import japanese_mentions
from flows.normalize.citations import Citation, read_citations
from flows.normalize.load_registry import load_registry, read_registry
from flows.normalize.outlet.reading import read_outlet
from flows.normalize.registry import NameMatch

JAPANESE = [
    ("空想座の夢想花子（31）が来た。「楽しかったです」と客席に手を振った。", "夢想花子", "ja.gesture"),
    ("空想座の夢想花子（31）が来た。夢想は緊張したといい、「楽しかったです」と客席に手を振った。", "夢想", "ja.gesture"),
    ("架空組の夢想花子もツイッターで「信じられない」と動揺を隠せなかった。", "夢想花子", "ja.gesture"),
    ("空想組から指名された夢想太郎投手（22）＝架空大＝が来た。「頑張りたい」と名乗りを上げた。", "夢想太郎投手", "ja.gesture"),
    ("夢想花子　来春の再演に意欲「またやりたい」\n歌手の夢想花子が15日、町に来た。だからこそ今年、「頑張りたい」と決意をにじませた。", "夢想花子", "ja.gesture"),
    ("球も速く「投げる感覚はよかった」と手応えを口にし、夢想監督も「気分よく投げていた」とほほ笑んだ。", "夢想監督", "ja.quoting_subject"),
    ("空想リサーチの分析では、客は3割減ったという。", "空想リサーチ", "ja.according"),
    ("今の架空町では12月、空想工房は新しい鐘を発表した。", "空想工房", "ja.reporting_subject"),
    ("空想工房は15日、催しを開いた。客の前で新しい鐘の完成を発表しました。", "空想工房", "ja.subject_before"),
    ("同局広報は「お答えしておりません」とした。", "同局広報", "ja.quoting_subject"),
    ("記録保持者のサム・ミホン（米空想大）が15日、「続けたい」と話した。", "サム・ミホン", "ja.quoting_subject"),
    ("気象観測局は3日、空想町で震度3の地震があったと発表した。", "気象観測局", "ja.reporting_subject"),
    ("捜査関係者によると、絵は倉庫で見つかった。", "捜査関係者", "ja.according"),
    ("架空通信などによると、橋は来週開通する。", "架空通信", "ja.according"),
    ("架空太郎町長は「準備は整った」と話した。", "架空太郎町長", "ja.quoting_subject"),
    ("夢想花子（31）は架空通信の取材に「来年も続けたい」と語った。", "架空通信", "ja.interview"),
    ("視聴率は12％（空想リサーチ調べ）だった。", "空想リサーチ", "ja.survey"),
    ("来場者は1万人を超えた。\n出典：空想町役場", "空想町役場", "ja.source_line"),
    ("夢想花子（31）が空想テレビ「朝の夢」（金曜）に出演し、悩みを明かした。", "空想テレビ「朝の夢」", "ja.programme"),
    ("夢想商会は「残念だ」「続けたい」と訴え、写真を添えた。", "夢想商会", "ja.quoting_subject"),
    ("架空太郎監督が13日、球場を訪れた。「若手が楽しみだ」と言い、練習を見守った。", "架空太郎監督", "ja.topic"),
    ("対照的に田中は「よく見返してます」と告白。", "田中", "ja.quoting_subject"),
    ("捜査関係者への取材で分かった。", "捜査関係者", "ja.according"),
    ("夢想花子さんの公式ブログで所属事務所が発表した。", "所属事務所", "ja.reporting_subject"),
    ("空想のスタジオFable Worksは11月1日、新作を発表した。", "空想のスタジオFable Works", "ja.reporting_subject"),
    ("夢想花子もツイッターで「信じられない」と投稿。", "夢想花子", "ja.speaking_subject"),
    ("甘さを抑えたという。「果実を丸ごと使いました」（開発担当者）", "開発担当者", "ja.bylined"),
    ("空想気象台によりますと、雨は夜に強まります。", "空想気象台", "ja.according"),
    ("夢想省のまとめによると、橋は百本ある。", "夢想省", "ja.according"),
    ("夢想省が3日発表した統計によると、橋は百本ある。", "夢想省", "ja.according"),
    ("夢想総研の調査によると、橋は百本ある。", "夢想総研", "ja.according"),
    ("起訴状によると、夢想被告は橋を壊したとされる。", "起訴状", "ja.according"),
    ("市によると、橋は来週開通する。", "市", "ja.according"),
    ("夢想官房長官は5日の記者会見で、橋の建設を急ぐ考えを示した。", "夢想官房長官", "ja.speaking_subject"),
    ("夢想監督は試合後、「よく走った」と選手をたたえた。", "夢想監督", "ja.quoting_subject"),
    ("夢想電力は「橋の点検を急ぐ」としている。", "夢想電力", "ja.quoting_subject"),
    ("複数の関係者が明らかにした。", "複数の関係者", "ja.reporting_subject"),
    ("空想テレビの番組で、夢想氏は「橋は必要だ」と明言した。", "空想テレビ", "ja.programme"),
]
ARABIC = [
    ("أعلن رئيس حزب \"الخيال\" سامي مثالي أنّ الجسر أغلق.", "رئيس حزب \"الخيال\" سامي مثالي", "ar.verb_subject"),
    ("كشف سامي مثالي، وزير النقل، أن الجسر أغلق.", "سامي مثالي", "ar.verb_subject"),
    ("أعرب حلف الخيال (وهم) عن أمله في السلام.", "حلف الخيال", "ar.verb_subject"),
    ("وصرح المُتحدث باسم المدينة، الرائد / سامي بن عمر المثالي، أن الجسر أغلق.", "المُتحدث باسم المدينة، الرائد / سامي بن عمر المثالي", "ar.verb_subject"),
    ("يشار إلى أن وزارة الصحة الخيالية، قد أعلنت أن عدد المصابين بلغ عشرة.", "وزارة الصحة الخيالية", "ar.verb_subject"),
    ("وكان مكتب الخيال في الوهم قد أعلن عن فتح الجسر.", "مكتب الخيال", "ar.verb_subject"),
    ("أغلق الجسر، بحسب اذاعة (صوت الخيال).", "اذاعة (صوت الخيال)", "ar.according"),
    ("فاز المهندس الفرنسي سامي مثالي بالجائزة. وقال مثالي بعد الحفل إنه سعيد.", "مثالي", "ar.verb_subject"),
    ("وقالت سلمى خيالي، وهي أول مهندسة في البلدة ”الجسر جاهز“.", "سلمى خيالي", "ar.verb_subject"),
    ("أظهرت أرقام البنك الخيالي، الخميس، نمو الودائع.", "أرقام البنك الخيالي", "ar.verb_subject"),
    ("وقال وزير النقل سامي خيال إن الجسر سيفتح الأسبوع المقبل.", "وزير النقل سامي خيال", "ar.verb_subject"),
    ("أعلنت هيئة الأرصاد الخيالية توقعاتها لحالة الطقس.", "هيئة الأرصاد الخيالية", "ar.verb_subject"),
    ("ووفقا لصحيفة «الخيال» فقد أغلق المتحف أبوابه.", "صحيفة «الخيال»", "ar.according"),
    ("نقلا عن وكالة الوهم أن المطار أغلق.", "وكالة الوهم", "ar.citing"),
    ("وقالت مصادر طبية، انه تم نقل المصاب.", "مصادر طبية", "ar.verb_subject"),
    ("وقال نادي الوهم اليوم الجمعة، إن الملعب أغلق.", "نادي الوهم", "ar.verb_subject"),
    ("وقال خيال لوكالة الوهم ان القوات غادرت.", "وكالة الوهم", "ar.told_to"),
    ("أعلنت وزارة الصحة تسجيل عشر إصابات.", "وزارة الصحة", "ar.verb_subject"),
    ("وذلك بحسب ما جاء على موقع (الوهم).", "موقع (الوهم)", "ar.according"),
    ("أغلق الجسر.\nالمصدر: وكالة الوهم", "وكالة الوهم", "ar.source_line"),
    ("نقلت قناة الخيال عن مصدر أمني قوله إن الجسر أغلق.", "مصدر أمني", "ar.relayed"),
    ("ونسب التقرير إلى مسؤول صيني قوله إن الاتفاق قريب.", "مسؤول صيني", "ar.relayed"),
    ("وأفادت مصادر طبية بمقتل متظاهر.", "مصادر طبية", "ar.verb_subject"),
    ("أشارت تقارير إخبارية إلى أن الشركة أغلقت.", "تقارير إخبارية", "ar.verb_subject"),
    ("أغلق الجسر، وفق ما ذكرته «وهم».", "«وهم»", "ar.according"),
    ("وأكدت سلمى خيال في مقابلة مع «الوهم» أن الجسر أغلق.", "«الوهم»", "ar.interview"),
    ("وكان الرئيس سامي خيال قد قال الثلاثاء إن الاتفاق قريب.", "الرئيس سامي خيال", "ar.verb_subject"),
    ("أفادت وكالة الأنباء الخيالية «وهم» بأن الجسر أغلق.", "وكالة الأنباء الخيالية «وهم»", "ar.verb_subject"),
    ("لفت الأمين العام لمنظمة الوهم سامي خيال إلى أن الجسر أغلق.", "الأمين العام لمنظمة الوهم سامي خيال", "ar.verb_subject"),
    ("وأوضح الدكتور سامي خيال، أن الحالات قليلة.", "الدكتور سامي خيال", "ar.verb_subject"),
    ("اعلنت منظمة الخيال ان الجسر أغلق.", "منظمة الخيال", "ar.verb_subject"),
    ("إعتبر رئيس النقابة سامي خيال أن الجسر جاهز.", "رئيس النقابة سامي خيال", "ar.verb_subject"),
    ("وكانت سلمى خيال قد صرّحت سابقا بأن الجسر أغلق.", "سلمى خيال", "ar.verb_subject"),
    ("أكد وزير النقل الخيالي، سامي مثال، على أهمية الجسر.", "وزير النقل الخيالي، سامي مثال", "ar.verb_subject"),
    ("واعتبر المحلل السياسي، سامي مثال، أن الجسر قديم.", "المحلل السياسي، سامي مثال", "ar.verb_subject"),
    ("أوضح رئيس اللجنة الوطنية للجسور في اليمن سامي مثال أن العمل بدأ.", "رئيس اللجنة الوطنية للجسور في اليمن سامي مثال", "ar.verb_subject"),
    ("وقال أحد مهندسي الجسر، سامي مثال، في بيان إن العمل بدأ.", "أحد مهندسي الجسر، سامي مثال", "ar.verb_subject"),
    ("وقال سامي مثال، والد الطفل، إن الجسر جميل.", "سامي مثال", "ar.verb_subject"),
    ("نشر مقطع يؤكد فيه قائد الحرس، سامي مثال، أن الجسر آمن.", "قائد الحرس، سامي مثال", "ar.verb_subject"),
    ("وذكرت (قناة الخيال) أن الجسر أغلق.", "(قناة الخيال)", "ar.verb_subject"),
    ("وأوضحت مجلة \"إن خيال\" الألمانية أن الجسر قديم.", "مجلة \"إن خيال\"", "ar.verb_subject"),
    ("أغلق الجسر.\nعضو المجلس سامي مثال قال إن العمل بدأ.", "عضو المجلس سامي مثال", "ar.verb_subject"),
    ("وصف وزير النقل سامي مثال، الخميس، الجسر بأنه \"جميل\".", "وزير النقل سامي مثال", "ar.verb_subject"),
    ("رحبت حركة الخيال بتصويت المجلس، معتبرة أنه خطوة جيدة.", "حركة الخيال", "ar.verb_subject"),
    ("أشاد المحافظ سامي مثال بالجسر. وقال إن العمل بدأ.", "المحافظ سامي مثال", "ar.verb_subject"),
    ("رحب الرئيس سامي مثال بالقرار. وأكد الرئيس مثال أن الجسر مهم.", "الرئيس سامي مثال", "ar.verb_subject"),
    ("ستغلق الطريق، بحسب ما يرى خبراء الجسور.", "خبراء الجسور", "ar.according"),
    ("وأظهرت دراسة جديدة أن البحر يرتفع.", "دراسة جديدة", "ar.verb_subject"),
    ("وقال سامي خيال في تصريح لـ«الوهم» إن الجسر أغلق.", "«الوهم»", "ar.interview"),
    ("وبحسب المرصد الخيالي للجسور، أغلق الجسر.", "المرصد الخيالي للجسور", "ar.according"),
]


@pytest.mark.parametrize(("text", "words", "rule"), JAPANESE)
def test_japanese_formulas(text, words, rule):
    assert (words, rule) in {(text[m.char_start : m.char_end], m.rule) for m in japanese_mentions(text, ())}


@pytest.mark.parametrize(("text", "words", "rule"), ARABIC)
def test_arabic_formulas(text, words, rule):
    found = {(text[m.char_start : m.char_end].removeprefix("ل"), m.rule) for m in arabic_mentions(text, ())}
    assert (words, rule) in found


@pytest.mark.parametrize("text", ["当初は「簡単だ」と話した。", "メンバーは「楽しい」と話した。", "空想町は海に近く、冬も暖かい。", "雨は夕方にやんだ。", "新作は去年発表した曲だ。", "試写会では91％が「泣ける」と回答した。", "この本は「名作だ」と評判だ。", "お気に入りは塩味で「おいしい」と舌鼓を打つ。", "空想通信が伝えたところでは終わらない。"])
def test_japanese_sentences_that_cite_nobody(text):
    assert japanese_mentions(text, ()) == []


@pytest.mark.parametrize("text", ["كتب الطفل رسالة إلى أمه.", "أكد ذلك.", "دعا وزير النقل السكان إلى الهدوء.", "نقل المصاب إلى المستشفى القريب.", "وأكد وجوب التعاون لحماية الميناء.", "نشر سامي خيال كتابا جديدا.", "وذكرت الصحيفة أن الجسر أغلق.", "وقال إنه سيعود.", "قتل قيادي تابع لجماعة الخيال.", "علّق إضرابه المفتوح عن الطعام.", "ثم أضاف اللاعب سامي مثال الهدف الثاني للفريق.", "رحب وزير النقل سامي مثال بالضيوف في القاعة.", "وحسب المصدر ذاته سيفتح الجسر غدا."])
def test_arabic_sentences_that_cite_nobody(text):
    assert arabic_mentions(text, ()) == []


def test_long_runs_take_time_in_proportion():
    steps = [len(japanese_mentions("空想" * n + "は「" + "あ" * n + "」", ())) for n in (100, 10_000)]
    assert steps == [0, 0]
    assert arabic_mentions("قال " * 20_000, ()) == []


def test_a_japanese_speaker_has_the_channel_and_the_name_without_what_it_belongs_to():
    [mention] = japanese_mentions("空想座の夢想花子（31）が13日、自身のインスタグラムを更新し、結婚を報告した。", ())
    assert (mention.channel, mention.person) == ("instagram", "夢想花子")


def test_a_surname_learns_the_full_name_before_a_title():
    found = japanese_mentions("元投手の夢想太郎氏が球場を訪れた。夢想氏は「楽しみだ」と話した。", ())
    assert {m.person for m in found} == {"夢想太郎"}


def test_an_announcer_called_by_surname_is_the_one_named_in_full():
    found = japanese_mentions("夢想花子アナウンサー（32）は「来た」と話した。夢想アナは「楽しい」と続けた。", ())
    assert {m.person for m in found} == {"夢想花子"}


def test_arabic_unnamed_sources_are_where_the_article_has_it_from():
    [mention] = arabic_mentions("أفادت مصادر أمنية بأن الطريق أغلق.", ())
    assert (mention.kind, mention.form) == ("unnamed", "document")


def test_a_verb_written_together_with_the_dateline_is_read():
    text = "رام الله - دنيا الوهمقال نادي الخيال إن الملعب أغلق."
    end = text.index("قال")
    found = arabic_mentions(text, [NameMatch(11, end, ("donia",), True)])
    assert [text[m.char_start : m.char_end] for m in found] == ["نادي الخيال"]


def test_wide_letters_and_names_that_go_on_in_kana():
    registry = read_registry()
    text = "ＡＦＰ通信によると、橋は開通した。ＴＢＳは伝えた。"
    assert [text[n.char_start : n.char_end] for n in registry.find_names(text, "ja")] == ["ＡＦＰ通信", "ＴＢＳ"]


def test_who_posts_on_an_account_has_its_channel():
    [mention] = arabic_mentions("وكتب الوزير سامي خيال على حسابه الخاص على تويتر أن الجسر أغلق.", ())
    assert mention.channel == "x"


def test_fewer_words_of_a_name_cited_before_are_the_same_source():
    text = "أعلنت وزارة النقل الخيالية أن الجسر أغلق. وقالت الوزارة إن العمل بدأ. وأكد وزير النقل الخيالي سامي مثال أن الجسر قديم. وأضاف الوزير أن العمل صعب."
    assert len({(c.source_name, c.role) for c in citations(text, "ar")}) == 2


def test_the_ministry_is_the_one_called_by_what_it_is_for():
    text = "أفادت الخارجية الخيالية بأن الجسر أغلق. وذكرت الوزارة أن العمل بدأ."
    assert len({(c.source_name, c.role) for c in citations(text, "ar")}) == 1


def test_an_arabic_statement_is_the_channel():
    assert [c.channel for c in citations("وقال مدير المصنع سامي مثال في بيان إن العمل بدأ.", "ar")] == ["press_service"]


def test_the_nuclear_agency_is_no_press_agency():
    assert [c.source_kind for c in citations("أعلنت الوكالة الدولية للبحار الخيالية أن الجسر أغلق.", "ar")] == ["organisation"]


def test_the_paper_is_the_medium_named_before():
    text = "ذكرت صحيفة الخيال أن الجسر أغلق. وأضافت الصحيفة أن المطار مفتوح."
    start = text.index("الخيال")
    found = arabic_mentions(text, [NameMatch(start, start + 6, ("khayal",), True)])
    assert {m.match.source_ids for m in found} == {("khayal",)}
    assert len(found) == 2


MEDIA = [
    ("ar", "أغلق الجسر. وقال لـ\"رويترز\" إن الحل قريب.", "رويترز", "venue"),
    ("ar", "حسبما كشف موقع صحيفة (هآرتس) مساء الجمعة، الجسر أغلق.", "موقع صحيفة (هآرتس)", "immediate"),
    ("ar", "وبحسب الدراسة التي نشرتها صحيفة «التلغراف» فقد أغلق الجسر.", "صحيفة «التلغراف»", "immediate"),
    ("ar", "جاء ذلك في بيان صادر عن الرئاسة الخيالية.", "الرئاسة الخيالية", "immediate"),
    ("ar", "وفي وقت سابق، قال مصدر من الحركة، للأناضول، إن الجسر أغلق.", "للأناضول", "venue"),
    ("ar", "وفقا لما ذكره موقع \"سبق\" فقد أغلق الجسر.", "موقع \"سبق\"", "immediate"),
    ("ar", "مع ذلك، أكد ترامب عزم البلاد بناء جسر، وقال إن الجسر قريب.", "ترامب", "speaker"),
    ("ar", "تبوك : واس\nتشهد المنطقة غدا ختام السباق في موعده المحدد بحضور الجميع.", "واس", "wire"),
    ("ar", "تحدث رئيس المنظمة محمد باقر خيال عن المشروع. وقال خيال إن الجسر قريب.", "خيال", "speaker"),
    ("ar", "وأوضح المتحدث الإعلامي لقيادة الخيال، الرائد سامي خيال، بأن الجسر أغلق.", "المتحدث الإعلامي لقيادة الخيال، الرائد سامي خيال", "speaker"),
    ("ar", "وقال المصدر، لصحيفة \"السومرية نيوز\"، إن الجسر أغلق.", "صحيفة \"السومرية نيوز\"", "venue"),
    ("ar", "نشر موقع \"وهم\" بعض الصور.", "موقع \"وهم\"", "immediate"),
    ("ar", "أغلق الجسر أمس.المصدر: رويترز", "رويترز", "wire"),
    ("ar", "وقالت المصادر، حسبما نقلته وسائل إعلام محلية، إن الجسر أغلق.", "وسائل إعلام محلية", "immediate"),
    ("ar", "وقال مثال (61 عاما) لرويترز في باريس بعد الحفل إنه سعيد.", "رويترز", "venue"),
    ("ja", "歌手が結婚したと、15日発売の写真週刊誌「FRIDAY」が報じている。", "FRIDAY", "immediate"),
]
NO_MEDIA = [
    ("ja", "夢想花子（31）が来た。橋は「空想橋」と名付けられた。", "夢想花子"),
    ("ja", "橋は町にあり、「空想」と書いた札が立つ。", "橋"),
    ("ar", "رأى سامي، وهو في الطريق، الجسر.", "سامي"),
    ("ar", "طبقا لما ورد في القرار 194 يعود الجميع.", "القرار"),
    ("ar", "ولا يأتي على ذكر ترامب في حديثه عن الجسر.", "ترامب"),
    ("ar", "وأراد أن يصحح ما نشرته الصحيفة فتابع مبتسما.", "الصحيفة"),
    ("ar", "أعلنت السعودية القبض على المهاجم.", "السعودية"),
    ("ar", "وقال المتحدث باسم الخيال، الجمعة، إن الجسر أغلق.", "الجمعة"),
    ("ar", "أغلق الجسر، بحسب المتحدث الذي حضر.", "المتحدث"),
    ("ar", "وقال الرجل إن الجسر أغلق بعد أن رأى هذا الرجل البحر.", "الرجل"),
    ("ja", "歌手は「空想」が好きだと話した。", "空想"),
]


def citations(text: str, language: str) -> list[Citation]:
    registry = load_registry()
    names = registry.find_names(text, language)
    return read_citations(text, language, names, read_outlet(text, language, names, None, None, None, registry), None, (), None, registry)


@pytest.mark.parametrize(("language", "text", "words", "role"), MEDIA)
def test_a_known_medium_is_cited(language, text, words, role):
    found = [(c.source_as_given, c.role) for c in citations(text, language)]
    assert (words, role) in found, found


@pytest.mark.parametrize(("language", "text", "words"), NO_MEDIA)
def test_what_is_no_source_is_not_cited(language, text, words):
    assert not any(words in c.source_as_given for c in citations(text, language))


def test_the_short_name_in_brackets_tells_which_agency_it_is():
    assert [c.source_name for c in citations("وأفادت وكالة الأنباء الرسمية (سانا) بأن الجسر أغلق.", "ar")] == ["SANA"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("夢想首相は「橋は必要だ」と述べた。", "official"),
        ("夢想電力は「橋は安全だ」とコメントした。", "organisation"),
        ("市教委は「橋は通学路だ」とコメントした。", "official"),
        ("週刊夢想は、橋が売られると報じた。", "outlet"),
        ("政府筋は「橋は難しい」との見方を示した。", "unnamed"),
    ],
)
def test_japanese_nouns_tell_what_speaks(text, kind):
    assert [c.source_kind for c in citations(text, "ja")] == [kind]


def test_what_is_posted_on_x_has_its_channel():
    assert [c.channel for c in citations("夢想氏は自身のＸに「橋は必要だ」と投稿した。", "ja")] == ["x"]


def test_a_statement_in_arabic_goes_by_the_press_service():
    assert [c.channel for c in citations("وقالت شركة الخيال في بيان إن الجسر أغلق.", "ar")] == ["press_service"]


def test_the_agency_that_an_arabic_source_told_is_no_part_of_its_name():
    found = citations("قال مسؤول خيالي لرويترز إن الجسر أغلق.", "ar")
    assert [(c.source_as_given, c.role) for c in found] == [("مسؤول خيالي", "speaker"), ("رويترز", "venue")]
