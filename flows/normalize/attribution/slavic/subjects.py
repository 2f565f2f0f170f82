"""Who says: the subject of a Russian or Ukrainian verb of saying."""

from collections.abc import Mapping

from flows.normalize.attribution.language_cues import (
    ADDRESSEE,
    ADVERB,
    CONJUNCTION,
    GERUND,
    PERCEPTION,
    PREPOSITION,
    PRONOUN,
    REPORT,
    SPEECH,
    TIME,
    WEAK,
)
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.slavic.adjuncts import before_time
from flows.normalize.attribution.slavic.content import (
    confirms,
    follows_at_once,
    has_content,
    has_own_object,
    is_on_a_platform,
    issues_a_statement,
    names_content,
    says_nothing,
    shows_footage,
    tells_content,
)
from flows.normalize.attribution.slavic.mention import IN, closes_name, closes_title
from flows.normalize.attribution.slavic.phrase import ONE_OF, SlavicReader
from flows.normalize.attribution.slavic.subject_after import PRESENT, subject_after
from flows.normalize.attribution.slavic.subject_before import (
    WHO,
    begun_subject,
    closes_name_apposed,
    shared_subject,
    skip_adverbs_left,
    subject_before,
    subject_before_apposition,
    subject_before_relative,
)
from flows.normalize.attribution.slavic.subject_phrases import ABOUT

_AS = {"как", "як"}
_IN_WHICH = ("котор", "якому", "якій", "яких")
_TELLS, _OF = frozenset(("рассказывает", "повествует", "розповідає", "оповідає")), frozenset(("о", "об", "про"))
_OF_MANY = ("ись", "ися", "ятся", "яться")
_GERUND = ("ивши", "авши")
_PLURAL = ("ены", "ені", "ли", "ют", "ят", "ут", "ат", "лись", "лися", "уть", "ють", "ать", "ять", "ються", "яться", "уться", "аться", "ются", "ятся", "утся", "атся")


def subject(s: Sentence, v: int, reader: SlavicReader, number: int, is_speech: bool = False) -> Mention | None:
    """Who says: the subject after or before the verb at token v; `is_speech` where the words beside it make it one."""
    flags = SPEECH if is_speech else s.flags[v]
    if says_nothing(s, v, reader, flags):
        return None
    low, groups = s.lows[v], reader.cues.groups
    plural, is_report = low.endswith(_PLURAL), bool(flags & REPORT)
    prev = skip_adverbs_left(s, v - 1, reader)
    if prev > 1 and s.words[prev] == "," and s.flags[prev - 1] & TIME and (earlier := before_time(s, prev - 1)) < prev - 1:
        prev = earlier
    if low.startswith(groups["only_after_speech"]) and not _closes_speech(s, prev):
        return None
    about = prev >= 1 and (s.lows[prev - 1], s.lows[prev]) in ABOUT
    as_told = about or (prev >= 0 and (s.lows[prev] in _AS or _says_so(s, prev))) or names_content(s, prev, reader)
    after_mark = prev >= 0 and not s.is_word(prev) and s.words[prev] != ")" and (not s.is_quote(prev) or not closes_name(s, prev))
    is_quoted = after_mark and (not low.startswith(groups["expecting"]) or s.is_quote(prev))
    is_act = bool(flags & WEAK) and not (as_told or is_quoted or tells_content(s, v, reader) or confirms(s, v, reader) or issues_a_statement(s, v, reader))
    posts = is_act and low.startswith(groups["posting"]) and is_on_a_platform(s, v, reader)
    places = _places(s, v, prev, reader, about, as_told, after_mark, is_shared=posts or not is_act)
    for place in places:
        if place in ("after", "right after"):
            mention = subject_after(s, v, plural, is_report, reader, number)
        elif place == "apposed":
            mention = subject_before_apposition(s, v, prev, reader, number, is_report, plural)
        elif place == "relative":
            mention = subject_before_relative(s, v, prev, reader, number, is_report, plural)
        elif place == "begun":
            mention = begun_subject(s, v, prev, reader, number, is_report)
        elif place == "main":
            mention = shared_subject(s, v, prev - 2, reader, number, is_report, plural, is_subordinate=True)
        elif place == "shared":
            mention = shared_subject(s, v, prev, reader, number, is_report, plural)
        else:
            mention = subject_before(s, v, prev - 2 if about else prev, plural, is_report, reader, number)
        if mention is None or (place == "right after" and _is_medium_told(s, v, mention) and not low.endswith(PRESENT)):
            continue  # «Про аварію Лис сказав Укрінформу»
        if place == "after" and places[0] == "before" and _is_object(s, v, mention, reader):
            continue
        if place == "before":
            if not as_told and _acts_on_an_object(s, v, mention, reader):
                return None
            if mention.kind in ("outlet", "agency") and "after" in places:
                mention = _teller(subject_after(s, v, plural, is_report, reader, number)) or mention
        return mention if _is_statement(s, v, flags, mention, reader, is_act, posts) else None
    return None


def _is_medium_told(s: Sentence, v: int, mention: Mention) -> bool:
    """Whether what stands after the verb is a medium, or a name after the noun for one in the dative («рассказал порталу Lesnoe»)."""
    return mention.kind in ("outlet", "agency") or (mention.kind == "organisation" and mention.match is None and bool(s.flags[v + 1] & ADDRESSEE))


def who_posts(s: Sentence, v: int, reader: SlavicReader, number: int) -> Mention | None:
    """Who shows footage on a page with the verb at token v («показала в Instagram фото дочки», «виклала відео у Facebook»)."""
    if not shows_footage(s, v, reader):
        return None
    mention = subject(s, v, reader, number, is_speech=True)
    return mention if mention is not None and mention.person else None


def _closes_speech(s: Sentence, prev: int) -> bool:
    """Whether the token is the dash after somebody's words («„Строим мост“, — предложил он»)."""
    return prev >= 0 and s.words[prev] in "—–-" and not (prev and s.is_word(prev - 1))


def _says_so(s: Sentence, prev: int) -> bool:
    """Whether the clause begins with «так» («Так считает Иван Лыков»)."""
    return s.lows[prev] == "так" and (prev == 0 or not s.is_word(prev - 1))


def _places(s: Sentence, v: int, prev: int, reader: SlavicReader, about: bool, as_told: bool, after_mark: bool, is_shared: bool) -> list[str]:
    """Where the subject of the verb may stand, the likeliest first; `prev` is the last token before it that is no adverb."""
    if s.flags[v] & GERUND or s.lows[v].endswith(_GERUND):
        return ["shared"] if has_content(s, v) else []
    if s.lows[v].startswith(reader.cues.groups["holding"]) and not after_mark and not as_told:
        return ["after"] if prev >= 0 and s.is_quote(prev) and v and not closes_title(s, prev, reader) else ["before", "begun"]
    if as_told or prev < 0 or after_mark or s.words[prev] == ")":
        if prev >= 0 and s.words[prev] == ",":
            return ["apposed", "after"] if closes_name_apposed(s, prev, reader) else ["after", "apposed"]
        if prev >= 0 and s.words[prev] == ")" and not as_told:
            return ["before", "after"] if _closes_spelling(s, prev) else ["after", "before"]
        told_before = prev > 0 and as_told and s.is_word(prev) and s.is_capitalised(prev)  # «Эти слова Иван Лыков сказал на форуме»
        return ["after", "before"] if (prev >= 0 and s.words[prev] == ")") or about or told_before else ["after"]
    if prev > 2 and s.words[prev - 2] == "," and s.lows[prev - 1] in IN and s.lows[prev].startswith(_IN_WHICH) and has_content(s, v):
        return ["after", "main"]
    if prev > 1 and s.words[prev - 1] == "," and s.lows[prev] in WHO and has_content(s, v):
        return ["relative", "after"]
    if _tells_of(s, v):
        return ["right after", "before", "after"]
    if s.lows[prev] in ("и", "і", "й", "та", "а", "но", "але") and is_shared:
        return ["shared", "after"]
    return ["before", "after", "begun"]


def _tells_of(s: Sentence, v: int) -> bool:
    """Whether the clause before the verb is what is told of, with no comma after it («про роман Лисенко розповіла сусідка», «про це на зустрічі з банком повідомив директор»)."""
    first = v
    while first > 0 and (s.is_word(first - 1) or s.is_quote(first - 1)):
        first -= 1
    return v - first > 2 and s.lows[first] in ("про", "о", "об") and v + 1 < len(s) and not s.flags[v + 1] & PREPOSITION


def _closes_spelling(s: Sentence, close: int) -> bool:
    """Whether the brackets that end at token `close` hold a name in Latin letters, after that name («Иван Лыков (Ivan Lykov)»)."""
    opening = next((k for k in range(close - 1, max(0, close - 6), -1) if s.words[k] == "("), None)
    if opening is None or not s.is_word(opening - 1) or not s.is_capitalised(opening - 1):
        return False
    return all(s.words[k].isascii() and s.is_capitalised(k) for k in range(opening + 1, close))


def _acts_on_an_object(s: Sentence, v: int, mention: Mention, reader: SlavicReader) -> bool:
    """Whether somebody without a name does something to an object with the verb, rather than say something."""
    groups, low = reader.cues.groups, s.lows[v]
    if mention.person is not None or mention.match is not None or (mention.head or "").startswith(groups["forecasters"]):
        return False  # «синоптики обещают дождь»
    if low.startswith((*groups["holding"], *groups["appealing"])) and _judges(s, v, reader):
        return False
    if _shares_experiences(s, v, mention, groups):
        return True
    acts_as_body = low.startswith((*groups["celebrating"], *groups["noticing"])) or (low.startswith(groups["weighing"]) and not _is_estimate(s, v))
    is_somebody = mention.kind in ("person", "official", "unnamed") or (mention.kind == "body" and acts_as_body)
    return is_somebody and low.startswith(groups["taking_object"]) and not has_content(s, v)


def _is_estimate(s: Sentence, v: int) -> bool:
    """Whether the verb of weighing tells how something was weighed («оценили ущерб в 5 млн», «оценили как опасный»)."""
    return any(s.lows[k] in _AS or s.words[k][0].isdigit() for k in range(v + 1, len(s)))


def _shares_experiences(s: Sentence, v: int, mention: Mention, groups: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether people share what they lived through, and nothing of it is told («Участники поделились воспоминаниями о войне»)."""
    if mention.kind not in ("person", "unnamed") or not s.lows[v].startswith(groups["sharing"]) or not s.lows[v].endswith(_OF_MANY) or has_content(s, v):
        return False
    ahead = range(v + 1, min(v + 4, len(s)))
    return any(s.lows[k].startswith(groups["experiences"]) for k in ahead) and not any(s.words[k] == ":" for k in range(v + 1, len(s)))


def _is_object(s: Sentence, v: int, mention: Mention, reader: SlavicReader) -> bool:
    """Whether what stands after the verb may be its object, as its subject stands before («Командующий раскритиковал генштаб»)."""
    if mention.person or mention.char_start < s.starts[v] or mention.head is None or mention.kind == "unnamed":
        return False
    form = reader.form(mention.head)
    if form.animate or not form.accusative:
        return False
    k = v - 1
    while k >= 0 and (s.is_word(k) or s.is_quote(k)):
        before = reader.form(s.lows[k])
        is_singular = s.lows[v].endswith(("л", "ла", "ло", "ет", "ит"))
        if before.known and before.noun and before.nominative and not s.flags[k] & (TIME | PREPOSITION | PRONOUN | ADVERB | CONJUNCTION) and not (k and s.flags[k - 1] & PREPOSITION) and not (before.plural and is_singular):
            return True
        k -= 1
    return False


def _judges(s: Sentence, v: int, reader: SlavicReader) -> bool:
    """Whether something is called by a word in quotation marks or by an adjective («назвали отставку „потерей“», «назвали закон плохим»)."""
    ahead = range(v + 2, min(v + 9, len(s)))
    if any(s.is_quote(k) and s.closing_quote(k, 12) is not None and s.words[k + 1][:1].islower() for k in ahead if k + 1 < len(s)):
        return True  # a name in quotation marks is capitalised
    if v + 1 < len(s) and s.lows[v + 1] in ("себя", "себе"):
        return False
    return any(s.lows[k].endswith(("ым", "им", "ыми", "ими", "ою")) and reader.form(s.lows[k]).adjective for k in ahead)


def _teller(mention: Mention | None) -> Mention | None:
    """The mention where it is one who tells a medium something («Изданию рассказал Лыков»)."""
    is_one = mention is not None and (mention.person or mention.form == "body" or mention.kind in ("person", "official", "unnamed", "body"))
    return mention if is_one else None


def _is_statement(s: Sentence, v: int, flags: int, mention: Mention, reader: SlavicReader, is_act: bool, posts: bool) -> bool:
    """Whether that subject says something with the verb; `is_act` where the verb alone tells of an act."""
    groups, low = reader.cues.groups, s.lows[v]
    is_medium = mention.kind in ("outlet", "agency")
    if low.startswith(groups["going_on"]) and s.is_word(v - 1) and v + 1 < len(s) and s.is_word(v + 1) and not is_medium:
        return False  # «Фонд продолжает добрые дела»; but «— Мы готовы, — продолжает директор»
    if flags & PERCEPTION and mention.head in groups["finders"] and low.startswith(groups["finding"]):
        return follows_at_once(s, v) or (v > 0 and s.lows[v - 1] in _AS)
    if flags & PERCEPTION and not flags & (REPORT | SPEECH) and (not is_medium or (mention.match is None and mention.head is None)):
        return False
    if (low.startswith(groups["celebrating"]) or (flags & PERCEPTION and not flags & REPORT)) and _is_common_word(s, mention):
        return False
    if mention.kind == "body" and low.startswith(groups["ruled"]) and _rules(s, mention, groups["courts"]):
        return False  # «Суд признал, что», «суд пришел к выводу, что»
    if low.startswith(groups["decreeing"]) and _rules(s, mention, groups["ruling"]):
        return False  # «Суд постановил, что», «судья постановил, что»; but «комиссия постановила, что»
    if mention.kind == "organisation" and mention.match is None and mention.head is None and low in _TELLS and v + 1 < len(s) and s.lows[v + 1] in _OF and s.is_quote(v - 1):
        return False  # «„Переправа“ рассказывает о трёх братьях»: a film
    if mention.head in ONE_OF and low.startswith(groups["reminding"]) and not has_content(s, v) and _rules(s, mention, groups["reporters"]):
        return False  # «Один из репортеров напомнил о ссоре»: he asks
    if not is_act or (posts and mention.person):
        return True
    if mention.person and low.startswith(groups["judging"]) and not has_own_object(s, v):
        return True
    if mention.kind == "body" and low.startswith(groups["confirming"]) and not has_own_object(s, v) and s.lows[v - 1] not in ("что", "що"):
        return not _rules(s, mention, groups["ruling"])
    return is_medium and mention.match is not None and (mention.match.is_distinctive or reader.is_quoted(s, mention.match))


def _rules(s: Sentence, mention: Mention, ruling: tuple[str, ...]) -> bool:
    """Whether a word of the phrase begins so: a court or a parliament, which settles things and does not tell of them; a reporter."""
    return any(word.startswith(ruling) for word in s.text[mention.char_start : mention.char_end].lower().split())


def _is_common_word(s: Sentence, mention: Mention) -> bool:
    """Whether a medium's name is a common word without quotation marks («отмечают День города», «Время показало»)."""
    match = mention.match
    return match is not None and not match.is_distinctive and not mention.head and s.text[max(0, match.char_start - 1)] not in "«“„\""
