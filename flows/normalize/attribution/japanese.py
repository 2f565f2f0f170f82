"""Citation formulas of Japanese: the source stands before a particle, the verb of saying ends the sentence."""

import functools
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass

from flows.locations import LANGUAGES
from flows.normalize.attribution.japanese_gestures import gesture_by
from flows.normalize.attribution.japanese_names import full_names, named_before
from flows.normalize.attribution.mention import Mention
from flows.normalize.registry import NameMatch

_SENTENCE = re.compile(r"[^。\n]*。?")
_QUOTED = re.compile(r"(?<=「)[^「」\n]*(?:「[^「」\n]*」[^「」\n]*)*(?=」)")
# up to thirty characters without a mark; a space only between Latin words (「Fable Works」)
_NAME = r"((?:[^\s、。「」『』（）()【】〈〉＝=▽■…！？!?]{0,20}[A-Za-z0-9] (?=[A-Za-z0-9])){0,2}[^\s、。「」『』（）()【】〈〉＝=▽■…！？!?]{1,30})"
_SUBJECT = re.compile(_NAME + r"(?:[（(]([^（）()\n]{1,20})[）)])?(?:は|が|も)(?=[、「『\d０-９]|[^\s。]{2})")
# between who speaks and the words: 「試合後、」「記者会見で」
_ASIDE = r"(?:[^。「」\nはがも]{0,20}(?:で|に|後|前|中|日|夜|朝|対し|対して|加え))?"
_QUOTING = re.compile(_NAME + r"(?:[（(][^（）()\n]{1,20}[）)])?(?:(?:は|が)" + _ASIDE + "|も)、?「")
_BEFORE = _NAME + r"(?:[（(][^（）()\n]{1,20}[）)])?(?:など)?"
_PROGRAMME = re.compile(r"([^\s、。「」『』（）()【】ぁ-ん]{0,15}(?:テレビ|ラジオ|(?<!日)放送|ＮＨＫ|NHK|ＴＢＳ|TBS|ＭＸ|カンテレ|日テレ|テレ朝|テレ東|ＡＢＥＭＡ|ABEMA|ＦＭ|ＢＳ)[^\s、。「」『』（）()ぁ-ん]{0,10})[^\s、。「」『』（）()]{0,8}「([^」\n]{1,40}」)(?:[（(][^（）()\n]{1,20}[）)])?(?:で(?!あ|き)|に(?:生|リモート)?(?:出演|復帰|登場))")
_ON_AIR = re.compile(r"([^\s、。「」『』（）()【】ぁ-ん]{0,15}(?:テレビ|ラジオ|(?<!日)放送|ＮＨＫ|NHK|ＴＢＳ|TBS|ＦＭ|ＢＳ[^\s、。「」『』（）()ぁ-ん番]{1,8}))(?:の|系)?[^\s、。「」『』（）()ぁ-ん]{0,8}番組(?:で(?!あ|き)|の中で|に(?:生|リモート)?出演|の(?:取材|インタビュー))")
_SAYING = re.compile(_QUOTING.pattern + r"[^「」\n]*」(?:「[^「」\n]*」){0,3}と(?!いう|いった|題|書い|書か|し(?:て(?!い(?:る|ます)。)|た(?!。))|なっ|なる|呼|の|は|も|名付|同|「)")
_AGED = re.compile(r"([^\s、。「」『』（）()【】〈〉＝=▽■…！？!?・ぁ-ん]{2,12})[（(][\d０-９]{1,3}[）)](?:＝[^＝\n]{1,14}＝)?(?:は|が|も)")
_TITLED = re.compile(r"([^\s、。「」『』（）()【】〈〉＝=▽■…！？!?]{2,14}?(?:監督|会長|社長|選手|氏|首相|大臣|知事|市長|議員|投手|内野手|外野手|捕手|教授|代表))(?:は|が|も)(?=[^\s。]{2})")
_FOREIGN = re.compile(r"の([ァ-ヶー]{2,}(?:・[ァ-ヶー]{1,}){1,3})$")
_GOES_ON = re.compile(r"＿」と、?(?:言い|話し|語り|述べ|訴え|説明し|振り返り|明かし|強調し|指摘し)、")
_BYLINED = re.compile(r"(?<=」)[（(]([^（）()「」\n]{2,16})[）)]")
_COMMENT = re.compile(r"▽([^\s（(▽。、]{2,12})[（(]")
# hiragana other than the particles that tie nouns together: a name does not reach back beyond them
_CLAUSE = re.compile(r".*[ぁ-ん]ー?(?=[^ぁ-んー])")
# particles and inflected endings: what ends so is no name
_UNKNOWN = "organisation"  # who is named without a noun that tells
_ONE_SIGN = frozenset("市県町村区署国都党軍")  # 「市によると」
_POINTING = ("この", "その", "あの")
_STEM = re.compile(r"[一-鿿][りいくしちき]$")  # of a verb or adjective: 「お気に入り」
_NO_SUBJECT = (*"はがをにでもへたてなうる", "から", "まで", "より", "では", "ので")
# a medium named in quotation marks: 週刊誌「空想」が報じた
_QUOTED_MEDIUM = re.compile(r"「([^「」\n]{1,20})」(?:[（(][^（）()\n]{1,20}[）)])?(?:は|が)(?=[^。\n]{0,200}?(?:報じ|伝え[たてま]))")
_NUMBER = re.compile(r"[\d０-９．.,約]+[^\d０-９]?")  # 「９１％は…と回答した」
_HEADED = re.compile(r"([^\s、。「」『』（）()・…！？!?]{2,12})　[^\n]*「")  # a headline: whom it is about, and his words
_NAMES_SUBJECT = re.compile(r"[はが]")
_OF_THE_PRESS = frozenset(("", "紙", "誌", "社", "電", "通信"))
_AFTER_LETTERS = frozenset(("放送", "テレビ", "通信", "ニュース"))
_KANA_OR_KANJI = re.compile(r"[ぁ-んァ-ヶ一-鿿]")
_TYING = re.compile(r"[のとや]")


@dataclass(frozen=True, slots=True)
class JapaneseFormulas:
    """The formulas of ja/citations.toml, compiled."""

    according: re.Pattern[str]
    survey: re.Pattern[str]
    interview: re.Pattern[str]
    source_line: re.Pattern[str]
    made: re.Pattern[str]
    report: re.Pattern[str]
    announce: re.Pattern[str]
    speech: re.Pattern[str]
    channels: tuple[tuple[str, re.Pattern[str]], ...]
    bylined: tuple[str, ...]
    nouns: tuple[tuple[str, tuple[str, ...]], ...]
    not_sources: tuple[str, ...]
    anybody: frozenset[str]
    surnames: tuple[str, ...]


@functools.cache
def load_formulas() -> JapaneseFormulas:
    """The formulas, read once."""
    with open(LANGUAGES / "ja" / "citations.toml", "rb") as file:
        data = tomllib.load(file)
    formulas = data["formulas"]

    def one_of(name: str) -> str:
        return "(?:" + "|".join(re.escape(w) for w in sorted(formulas[name], key=len, reverse=True)) + ")"

    return JapaneseFormulas(
        according=re.compile(_BEFORE + one_of("according")),
        survey=re.compile(r"[（(]([^（）()\n]{2,30})" + one_of("survey") + r"[）)]"),
        interview=re.compile(_BEFORE + one_of("interview")),
        source_line=re.compile(r"^" + one_of("source_line") + r"\s*[:：]\s*([^\n]{2,60})$", re.MULTILINE),
        made=re.compile(
            r"(.{2,24}?)(?:の[^のがはを]{0,8}?(?:" + "|".join(data["words"]["made"].split()) + r")|が[^がは]{0,14}?(?:"
            + "|".join(data["words"]["made_by"].split()) + r")た.*)"
        ),
        report=re.compile(one_of("report_verbs")),
        announce=re.compile(one_of("announce_verbs")),
        speech=re.compile(one_of("speech_verbs")),
        channels=tuple(
            (channel, re.compile("(?:" + "|".join(map(re.escape, words)) + ")[^\\s、。「」]{0,8}?(?:を更新|に投稿|に(?=「)|に書き込|でつづ|で綴|で発信|上で|を通じ|で(?=[、「報発告明公宣]|[^\\s、。「」]{1,14}[がを](?:発表|公表|報告|公開|告知|明か)))"))
            for channel, words in data["channels"].items()
        ),
        bylined=tuple(data["words"]["bylined"].split()),
        nouns=tuple((kind, tuple(words.split())) for kind, words in data["nouns"].items()),
        not_sources=tuple(data["words"]["not_sources"].split()),
        anybody=frozenset(data["words"]["anybody"].split()),
        surnames=tuple(data["words"]["surnames"].split()),
    )


def japanese_mentions(text: str, names: Sequence[NameMatch]) -> list[Mention]:
    """The sources that the text cites, in no particular order; spans may overlap."""
    formulas, found = load_formulas(), []
    for m in formulas.source_line.finditer(text):
        found.append(Mention(m.start(1), m.end(1), _kind(m[1], formulas) or _UNKNOWN, "line", "ja.source_line", 10**6, m.span(), is_report=True))
    for m in formulas.survey.finditer(text):
        found.append(Mention(m.start(1), m.end(1), "organisation", "document", "ja.survey", -1, m.span()))
    for m in _COMMENT.finditer(text):
        found.append(_person(text, m.start(1), m.end(1), "ja.comment", -1, (m.start(), m.start() + 1)))
    outside = _QUOTED.sub(lambda quoted: "＿" * len(quoted[0]), text)
    topic, opener = _headed(text), None
    for number, m in enumerate(_SENTENCE.finditer(outside)):
        if m.end() == m.start():
            continue
        heard = _sentence(outside, text, m.start(), m.end(), number, formulas)
        if opener is not None and not any(heard) and not _NAMES_SUBJECT.search(outside, m.start(), m.end()) and (said := formulas.announce.search(outside, m.start(), m.end())):
            heard = [_mention(outside, *opener, "subject", "ja.subject_before", number, said.span(), formulas)]
        opened = _SUBJECT.match(outside, m.start(), m.end())
        opener = opened.span(1) if opened and outside[m.end() - 1] == "。" and outside[m.end() : m.end() + 1] != "\n" else None
        found.extend(heard)
        channel = next((c for c, words in formulas.channels if words.search(outside, m.start(), m.end())), None)
        for mention in heard:
            if mention is not None and mention.form == "subject" and mention.channel is None:
                mention.channel = channel
        topic = next((t.span(1) for t in _AGED.finditer(outside, m.start(), m.end())), topic)
        titled = next((t for t in _TITLED.finditer(outside, m.start(), m.end()) if not t[1].startswith("同")), None)
        topic = topic if titled is None else (_phrase_start(outside, *titled.span(1)), titled.end(1))
        found.extend(_bylined(outside, text, m.start(), m.end(), number, formulas))
        if not any(heard) and topic is not None and m[0].startswith("「") and (said := _GOES_ON.search(outside, m.start(), m.end())):
            found.append(_person(text, *topic, "ja.topic", number, said.span()))
            continue
        if not any(heard) and "」と" in m[0] and (span := gesture_by(outside, text, m.start(), m.end(), channel, topic)) is not None:
            found.append(_person(text, *span, "ja.gesture", number, (m.end() - 1, m.end())))
            found[-1].channel = channel
            continue
        said = None if any(heard) or topic is None or "」" not in m[0] else formulas.speech.search(outside, m.start(), m.end())
        if said and m.end() - said.end() <= 3 and not re.search(r"[はが]", outside[m.start() : said.start()].replace("＿", "")):
            found.append(_person(text, *topic, "ja.topic", number, said.span()))
    kept = [named_before(text, m) for m in found if m is not None]
    kept.extend(full_names(text, kept))
    for mention in kept:
        mention.match = next((n for n in names if _is_named_by(text, mention, n)), None)
    return kept


def _headed(text: str) -> tuple[int, int] | None:
    """Where the text below first names whom the headline is about and quotes."""
    headed = _HEADED.match(text)
    found = headed and re.search(re.escape(headed[1]) + r"(?=[（(はがも])", text[headed.end() :])
    return None if found is None else (headed.end() + found.start(), headed.end() + found.end())


def _is_named_by(text: str, mention: Mention, name: NameMatch) -> bool:
    """Whether a registered name is what the mention names: its end («米紙…», «…紙»), or a programme's broadcaster."""
    if mention.rule == "ja.programme":
        return name.char_start == mention.char_start
    rest = text[name.char_end : mention.char_end]
    is_latin = rest in _AFTER_LETTERS and not _KANA_OR_KANJI.search(text, name.char_start, name.char_end)  # 「ＢＢＣ放送」
    return mention.char_start <= name.char_start and (rest in _OF_THE_PRESS or is_latin) and name.char_end <= mention.char_end


def _bylined(outside: str, text: str, start: int, end: int, number: int, formulas: JapaneseFormulas) -> list[Mention]:
    """Who spoke, in brackets after the quotation: 「…」（開発担当者）."""
    found = []
    for m in _BYLINED.finditer(outside, start, end):
        if m[1].endswith(formulas.bylined):
            kind = _kind(m[1], formulas)
            found.append(
                Mention(m.start(1), m.end(1), kind, "subject", "ja.bylined", number, (m.start(), m.start() + 1))
                if kind == "unnamed" else _person(text, m.start(1), m.end(1), "ja.bylined", number, (m.start(), m.start() + 1))
            )
    return found


def _sentence(outside: str, text: str, start: int, end: int, number: int, formulas: JapaneseFormulas) -> list[Mention | None]:
    """The sources of one sentence; `outside` is the text with what stands in quotation marks blotted out."""
    found: list[Mention | None] = []
    text, whole = outside, text
    sentence = text[start:end]
    has_quote = "「" in sentence
    for m in formulas.according.finditer(text, start, end) if "によ" in sentence or "では" in sentence or "への取材" in sentence else ():
        maker = formulas.made.fullmatch(text, m.start(1), m.end(1))
        mention = _mention(text, m.start(1), m.end(1) if maker is None else maker.end(1), "according", "ja.according", number, (m.end(1), m.end()), formulas)
        if mention is not None and mention.kind == "unnamed":
            mention.form = "document"
        found.append(mention)
    for m in formulas.interview.finditer(text, start, end) if "取材" in sentence or "インタビュー" in sentence else ():
        venue = _mention(text, m.start(1), m.end(1), "venue", "ja.interview", number, (m.end(1), m.end()), formulas)
        if venue is not None:
            venue.kind, venue.channel = "outlet", "interview"
        found.append(venue)
    for m in _SAYING.finditer(text, start, end) if "」と" in sentence else ():
        found.append(_mention(text, m.start(1), m.end(1), "subject", "ja.quoting_subject", number, (m.end() - 1, m.end()), formulas, is_speaker=True))
    for m in _PROGRAMME.finditer(whole, start, end) if has_quote else ():
        found.append(Mention(m.start(1), m.end(2), "outlet", "venue", "ja.programme", number, m.span(), "broadcast"))
    for m in _ON_AIR.finditer(text, start, end) if "番組" in sentence else ():
        found.append(Mention(*m.span(1), "outlet", "venue", "ja.programme", number, m.span(), "broadcast"))
    verb = formulas.report.search(text, start, end)
    if verb and has_quote and (medium := _QUOTED_MEDIUM.search(whole, start, end)) is not None:
        found.append(Mention(*medium.span(1), "outlet", "subject", "ja.quoted_medium", number, verb.span(), is_report=True))
        return found
    announce = None if verb else formulas.announce.search(text, start, end)
    speech = formulas.speech.search(text, start, end)
    subject = _SUBJECT.search(text, start, end) if verb or announce or speech else None
    quoting = _QUOTING.search(text, start, end) if speech and has_quote else None
    ends_in_speech = speech is not None and end - speech.end() <= 3
    is_quoted = any(f is not None and f.rule == "ja.quoting_subject" for f in found)
    if is_quoted:
        return found
    if quoting and speech:
        cue = speech.span()
        found.append(_mention(text, quoting.start(1), quoting.end(1), "subject", "ja.quoting_subject", number, cue, formulas, is_speaker=True))
    elif subject and (cue := verb or announce):
        mention = _first_subject(text, start, end, number, cue.span(), formulas)
        if mention is not None:
            mention.is_report = True
        found.append(mention)
    elif subject and speech and (ends_in_speech or any(f is not None and f.form == "venue" for f in found)):
        found.append(_mention(text, subject.start(1), subject.end(1), "subject", "ja.speaking_subject", number, speech.span(), formulas, is_speaker=True))
    return found


def _first_subject(text: str, start: int, end: int, number: int, cue: tuple[int, int], formulas: JapaneseFormulas) -> Mention | None:
    """The first subject of a sentence that is a name («…では» and the like passed over)."""
    for subject in _SUBJECT.finditer(text, start, end):
        mention = _mention(text, subject.start(1), subject.end(1), "subject", "ja.reporting_subject", number, cue, formulas)
        if mention is not None or not text.endswith(("で", "に", "と"), start, subject.end(1)):
            return mention
    return None


def _mention(
    text: str, start: int, end: int, form: str, rule: str, number: int, cue: tuple[int, int], formulas: JapaneseFormulas,
    *, is_speaker: bool = False,
) -> Mention | None:
    end = end - 2 if text.endswith("など", start, end) else end
    start = _phrase_start(text, start, end)
    words = text[start:end]
    if (len(words) < 2 and words not in _ONE_SIGN) or _NUMBER.fullmatch(words) or words.startswith(_POINTING) or words.endswith(_NO_SUBJECT) or (words.endswith(formulas.not_sources) and not words.endswith(formulas.surnames)) or words in formulas.anybody:
        return None
    kind = _kind(words, formulas)
    if kind is None and is_speaker and _STEM.search(words):
        return None
    if is_speaker and kind is None and (foreign := _FOREIGN.search(words)) is not None:
        start, kind = start + foreign.start(1), "person"  # 「記録保持者のサム・ミホン」
    if kind in ("person", "official") or (is_speaker and kind is None and len(words) <= 12):
        person = _person(text, start, end, rule, number, cue)
        person.kind = kind or "person"
        return person
    if kind is None and text.startswith(("報", "と報", "を報", "が報"), cue[0]):
        kind = "outlet"
    return Mention(start, end, kind or _UNKNOWN, form, rule, number, cue)


def _person(text: str, start: int, end: int, rule: str, number: int, cue: tuple[int, int]) -> Mention:
    return Mention(start, end, "person", "subject", rule, number, cue, person=_name_alone(text[start:end]))


def _name_alone(words: str) -> str:
    """The name without what it belongs to: 「空想座の夢想花子」 is 夢想花子; 「空想町の町長」 stays."""
    name = words.rpartition("の")[2]
    titles = tuple(ending for kind, endings in load_formulas().nouns if kind in ("person", "official") for ending in endings)
    return name if len(name) >= 3 and not "ぁ" <= name[0] <= "ん" and name not in titles and not name.startswith(titles) else words


def _phrase_start(text: str, start: int, end: int) -> int:
    words = text[start:end]
    if len(words) <= 4:
        return start
    clause = _CLAUSE.match(_TYING.sub("\0", words))
    if clause is None or end - (start + clause.end()) < 2:
        return start
    return start + clause.end()


def _kind(words: str, formulas: JapaneseFormulas) -> str | None:
    return next((kind for kind, endings in formulas.nouns if words.endswith(endings)), None)
