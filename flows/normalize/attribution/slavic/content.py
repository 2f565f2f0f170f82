"""What a Russian or Ukrainian verb of saying tells of, and where it tells nothing."""

from flows.normalize.attribution.language_cues import ADVERB, CARRIER, PERCEPTION, PREPOSITION, PRONOUN, TIME
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.slavic.mention import IN
from flows.normalize.attribution.slavic.phrase import REFERRING, SlavicReader

_IF = frozenset(("если", "якщо", "якби", "чтобы", "щоб"))
_THAT = frozenset(("как", "почему", "сколько", "як", "чому", "скільки", "що", "что", "мол", "мовляв", "будто", "якобы", "нібито"))
_SUSPICION = frozenset(("подозрении", "підозру"))
_WOULD = frozenset(("бы", "б", "би"))
_BETTER = (("за", "краще"), ("за", "лучшее"))
_ABOUT, _AS = frozenset(("про", "о", "об")), frozenset(("как", "як"))
_WHICH = frozenset(("который", "которую", "которое", "которые", "який", "яку", "яке", "які"))


def says_nothing(s: Sentence, v: int, reader: SlavicReader, flags: int) -> bool:
    """Whether the words beside the verb at token v show that nobody says anything with it; `flags` are those of the verb."""
    low, groups = s.lows[v], reader.cues.groups
    if (s.is_capitalised(v) and v > 0 and s.is_word(v - 1)) or (v + 1 < len(s) and s.lows[v + 1] == "ли"):
        return True  # «спросили, жаловались ли солдаты»
    if s.text[s.char_end - 1 : s.char_end] == "?" and not any(s.is_quote(k) for k in range(len(s))):
        return True  # «Какие вузы указывают в заявлении?»
    is_denied = v > 0 and s.lows[v - 1] in ("не", "ни", "ні")
    if low.startswith(groups["said_in_denial"]):
        says = has_content(s, v) or (v > 1 and not s.is_word(v - 2)) or not low.startswith(groups["hiding"])
        return not (is_denied and says)  # «не исключил», «не скрывает, что»
    if (is_denied and not low.startswith(groups["doubting"])) or not _SUSPICION.isdisjoint(s.lows[v + 1 : v + 5]):
        return True
    if not _WOULD.isdisjoint((*s.lows[v - 1 : v], *s.lows[v + 1 : v + 2])) or _is_supposed(s, v):
        return True
    if low.startswith(groups["bringing"]) and not any(s.flags[k] & CARRIER for k in range(max(0, v - 3), min(len(s), v + 4))):
        return True
    if (flags & PERCEPTION or low.startswith(groups["holding"])) and v + 1 < len(s) and s.lows[v + 1] in ("себя", "себе"):
        return True  # «показала себя не с лучшей стороны», «вважає себе щасливою»
    if s.is_quote(v - 1) and (opening := s.opening_quote(v - 1)) and s.lows[opening - 1].startswith(groups["stories"]):
        return True  # «повість „Річка“ розповідає»
    if _writes_a_work(s, v, reader) or _calls_the_police(s, v, reader):
        return True
    if low.startswith(groups["admitting"]) and any(w.startswith(groups["guilt"]) for w in s.lows[max(0, v - 2) : v + 3]):
        return True  # «вину признала»
    if low.startswith(groups["appealing"]) and v + 1 < len(s) and s.lows[v + 1] in IN and (s.lows[v + 1] == "на" or not low.endswith("ли")):
        return True  # «призвал на тренировку», but «призвали в мэрии»
    if low.startswith(groups["going_on"]) and v + 1 < len(s) and s.is_word(v + 1) and reader.form(s.lows[v + 1]).verb:
        return True
    if low.startswith(groups["resembling"]) and not _reminds(s, v):
        return True
    if low.startswith(groups["reminding"]) and v + 2 < len(s) and s.lows[v + 1] in _ABOUT and s.lows[v + 2] in ("себя", "себе"):
        return True  # «напомнила о себе»
    if low.startswith(groups["holding"]) and tuple(s.lows[v + 1 : v + 3]) in _BETTER:
        return True  # «вважає за краще мовчати»
    if low.startswith(groups["answering"]) and s.words[v - 1] not in ",—–-" and "за" in s.lows[_clause_start(s, v) : v + 2]:
        return True  # «відповідає за роботи», «за роботи відповідає»
    if low.startswith(groups["concluding"]) and any(w.startswith(groups["concluded"]) for w in s.lows[max(0, v - 3) : v + 7]):
        return True
    if not low.startswith(groups["with_clause"]) or s.words[v - 1] in ",—–-" or any(w in _AS for w in s.lows[max(0, v - 2) : v]) or has_content(s, v) or shows_footage(s, v, reader):
        return False
    return not any(w.startswith(groups["shared"]) for w in (*s.lows[max(0, v - 3) : v], *s.lows[v + 1 : v + 5]))


def _is_supposed(s: Sentence, v: int) -> bool:
    """Whether the clause of the verb says what would be («Если Лыков скажет», «чтобы жители рассказали»)."""
    return s.lows[_clause_start(s, v)] in _IF


def _clause_start(s: Sentence, v: int) -> int:
    """The first of the words that stand before the verb with no mark between."""
    first = v
    while first > 0 and s.is_word(first - 1):
        first -= 1
    return first


def _reminds(s: Sentence, v: int) -> bool:
    """Whether the verb reminds of something, and says not that one thing is like another («шум нагадує виття»)."""
    if s.words[v - 1] in ",—–-" or s.lows[v - 1] in _AS or has_content(s, v) or s.words[v + 1 : v + 2] == [":"]:
        return True
    return any(w in _ABOUT for w in s.lows[v + 1 : v + 6])


def _calls_the_police(s: Sentence, v: int, reader: SlavicReader) -> bool:
    """Whether the news went to the police, not to readers («сообщил о краже в полицию»)."""
    called = reader.cues.groups["called"]
    if not s.lows[v].startswith(("сообщ", "повідом", "заяв")) or has_content(s, v):
        return False
    if v > 1 and s.lows[v - 1] in called and s.lows[v - 2] in IN and s.lows[max(0, v - 3)] not in REFERRING:
        return True  # «Об этом в полицию сообщил председатель»
    for k in range(v + 1, min(v + 8, len(s))):
        if s.words[k] in ",:;":
            return False
        if s.lows[k] in called and s.lows[k - 1] != "на" and not s.is_quote(k - 1) and (
            not reader.form(s.lows[k]).nominative or any(w in IN for w in s.lows[max(v, k - 3) : k])
        ):
            return True  # «сообщил в банк», and not «сообщил банк»
    return False


def _writes_a_work(s: Sentence, v: int, reader: SlavicReader) -> bool:
    """Whether what is written is a thing and no message («написал заявление», «оперу, которую написал Лыков»)."""
    if not s.lows[v].startswith(("писа", "напис", "пиш")):
        return False
    if v > 2 and s.lows[v - 1] in _WHICH and s.words[v - 2] == ",":
        return not any(w.startswith(reader.cues.groups["messages"]) for w in s.lows[max(0, v - 5) : v - 2])
    first = _clause_start(s, v)
    works = reader.cues.groups["works"]
    if s.lows[first] in works and first < v and not is_on_a_platform(s, v, reader):
        return True  # «Заявление о краже написали представители организации»
    if v + 2 < len(s) and s.is_quote(v + 1) and s.is_capitalised(v + 2) and s.lows[v].startswith("пиш"):
        return False  # «про міст пише „Маяк“»
    if v + 1 < len(s) and s.is_quote(v + 1) and v and s.is_word(v - 1) and s.lows[v - 1] not in ("как", "як", "этом", "це"):
        return True  # «на стене написали „Вон“»
    return v + 1 < len(s) and any(w in works for w in s.lows[v + 1 : v + 4])


def is_on_a_platform(s: Sentence, v: int, reader: SlavicReader) -> bool:
    """Whether a platform stands near the verb, after «в», «на» («опубликовал снимок на странице в Facebook»)."""
    platforms = ("telegram", "facebook", "x", "instagram", "youtube")
    return any(
        reader.cues.channel_of(s.lows[k]) in platforms and any(w in IN for w in s.lows[max(0, k - 3) : k])
        for k in range(max(1, v - 8), min(len(s), v + 12))
    )


def shows_footage(s: Sentence, v: int, reader: SlavicReader) -> bool:
    """Whether the verb puts footage on a page («показала в Instagram фото дочери», «поділився знімком у Facebook»)."""
    groups = reader.cues.groups
    return s.lows[v].startswith(groups["showing_footage"]) and is_on_a_platform(s, v, reader) and any(w.startswith(groups["footage"]) for w in s.lows[max(0, v - 4) : v + 8])


def has_own_object(s: Sentence, v: int) -> bool:
    """Whether the verb acts on what is the subject's own («подтвердил свой уровень»)."""
    return v + 1 < len(s) and s.lows[v + 1].startswith("сво")


def names_content(s: Sentence, prev: int, reader: SlavicReader) -> bool:
    """Whether the words before the verb are what is told («Такие данные обнародовал …»)."""
    told = reader.cues.groups["told"]
    return any(s.lows[k] in told and not (k and s.flags[k - 1] & PREPOSITION) and s.words[k + 1] != ":" for k in range(max(0, prev - 3), prev + 1))


def confirms(s: Sentence, v: int, reader: SlavicReader) -> bool:
    """Whether the verb says that something is so or not («подтвердил факт аварии», «слухи опровергла певица», «подтвердил что»)."""
    groups = reader.cues.groups
    return s.lows[v].startswith(groups["confirming"]) and (
        any(w in ("что", "що") or w.startswith(groups["confirmed"]) for w in s.lows[v + 1 : v + 7]) or (v > 0 and s.lows[v - 1].startswith(groups["confirmed"]))
    )


def issues_a_statement(s: Sentence, v: int, reader: SlavicReader) -> bool:
    """Whether the verb makes a statement public («распространила официальное заявление»)."""
    groups = reader.cues.groups
    return s.lows[v].startswith(groups["issuing"]) and any(
        s.lows[k] in groups["statements"] and not s.flags[k - 1] & PREPOSITION for k in range(v + 1, min(v + 4, len(s)))
    )


def tells_content(s: Sentence, v: int, reader: SlavicReader) -> bool:
    """Whether what is told follows the verb, at once where the verb may as well act on an object («довели, що»)."""
    if not s.lows[v].startswith(reader.cues.groups["clause_at_once"]):
        return has_content(s, v)
    return follows_at_once(s, v) or (v + 1 < len(s) and s.is_quote(v + 1))


def follows_at_once(s: Sentence, v: int) -> bool:
    """Whether a clause with «що» or a colon stands right after the verb, or after a time or an adverb beside it."""
    k = v + 1
    while k < len(s) and (s.flags[k] & (TIME | ADVERB | PREPOSITION) or s.words[k].isdigit()):
        k += 1
    return k + 1 < len(s) and (s.words[k] == ":" or (s.words[k] == "," and s.lows[k + 1] in _THAT))


def has_content(s: Sentence, v: int) -> bool:
    """Whether a clause with что, a colon and a quotation follow the verb, or what it tells of («о», «про», «как»)."""
    if any(w in ("о", "об", "про", "как", "як", "скільки", "сколько") for w in s.lows[v + 1 : v + 4]) and s.lows[v].startswith(("расск", "розпов")):
        return True
    if v + 2 < len(s) and s.words[v + 1] == ":" and s.is_quote(v + 2):
        return True
    if v + 3 < len(s) and s.words[v + 2] == ":" and s.flags[v + 1] & PRONOUN:
        return True  # «рассказали нам: Лыков в шоке»
    for k in range(v + 1, min(v + 12, len(s) - 1)):
        if s.words[k] == "," and not ((s.flags[k - 1] & TIME or s.words[k - 1].isdigit()) and s.words[k + 1].isdigit()):
            return s.lows[k + 1] in _THAT  # «объявил во вторник, 19 октября, что»
    return False
