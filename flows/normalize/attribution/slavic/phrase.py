"""A noun phrase that names a source, and the reader that knows the words of a Slavic language."""

from dataclasses import dataclass

from flows.normalize.attribution.base_forms import is_nominative_given_name
from flows.normalize.attribution.language_cues import (
    ADDRESSEE,
    ADVERB,
    BODY,
    CONJUNCTION,
    DOCUMENT,
    OFFICIAL,
    OTHER_VERB,
    OUTLET,
    PASSIVE,
    PEOPLE,
    PERCEPTION,
    PERSON,
    PRONOUN,
    TIME,
    UNNAMED,
    VERB,
    LanguageCues,
)
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.word_forms import WordForm, word_form
from flows.normalize.registry import CitedSource, NameMatch, Registry

_SHORTEST_JOINED = 9
_LONGEST_GIVEN_NAME = 24
# no noun phrase goes on over these
STOP = VERB | PASSIVE | OTHER_VERB | PERCEPTION | CONJUNCTION | PRONOUN | TIME | ADVERB
AND = frozenset(("и", "і", "й", "та"))
# small words inside foreign names
NAME_PARTICLES = frozenset(["фон", "дер", "ден", "ван", "тер", "де", "ди", "ді", "дель", "делла", "аль", "эль", "ель", "бен", "бин", "бін", "ибн", "ібн"])
NETWORKS = frozenset(("telegram", "facebook", "x", "instagram", "youtube"))
# «пишет „Омский вестник“ со ссылкой на Ивана Лыкова»: who is referred to is another
REFERRING = frozenset(("ссылкой", "посиланням", "покликанням"))
# «один из», in the cases in which a source is named
ONE_OF = frozenset(("один", "одна", "одно", "одне", "одного", "одной", "однієї", "одну"))
# who is told, where no noun says it
TO_WHOM = frozenset(("мне", "нам", "вам", "ему", "ей", "им", "мені", "йому", "їй", "їм"))
# whose something is, where no noun says it
WHOSE = frozenset(("его", "её", "ее", "их", "його", "її", "їх", "свой", "свои", "своей", "своём", "своем", "своих", "свої", "своїй", "своєму"))


@dataclass(frozen=True, slots=True)
class SlavicReader:
    """Reads phrases with the cues of one language and the registry."""

    cues: LanguageCues
    registry: Registry

    def form(self, word: str) -> WordForm:
        """The readings of a word form in this language."""
        return word_form(word, "uk" if self.cues.language == "uk" else "ru")

    def class_of(self, s: Sentence, i: int) -> int:
        """Word classes of a token, those of its dictionary form where the form itself is not listed."""
        flags = s.flags[i]
        if flags & ~ADDRESSEE or not s.is_word(i):
            return flags
        low = s.lows[i]
        if low in self.cues.groups["means"] and i + 1 < len(s) and s.lows[i + 1] in self.cues.groups["mass"]:
            return OUTLET | UNNAMED
        if low.startswith(self.cues.groups["staffs"]) and i + 1 < len(s) and self.class_of(s, i + 1) & (OFFICIAL | BODY):
            return BODY
        if s.words[i].isascii() or low.isdigit():
            return 0
        if low.startswith(self.cues.groups["before_nouns"]):
            for prefix in self.cues.groups["before_nouns"]:
                if low.startswith(prefix) and (rest := self.cues.words.get(low[len(prefix) :])):
                    return rest
        if low.startswith(self.cues.groups["before_bodies"]):
            for prefix in self.cues.groups["before_bodies"]:
                if low.startswith(prefix) and (rest := self.cues.words.get(low[len(prefix) :], 0) & (PEOPLE | BODY | OUTLET | DOCUMENT)):
                    return rest
        if "-" in low and (first := self.cues.words.get(self.form(low.partition("-")[0]).lemma, 0) & (BODY | OUTLET)):
            return first  # «компания-разработчик»
        if "-" in low and (rest := self.cues.words.get(low.rpartition("-")[2], 0) & (PEOPLE | OUTLET)):
            return rest
        form = self.form(low)
        if len(low) > _SHORTEST_JOINED and form.lemma.endswith(self.cues.groups["body_ends"]):
            return BODY  # «санепідемслужба»
        listed = self.cues.words.get(form.lemma, 0) & (PEOPLE | BODY | OUTLET | UNNAMED | DOCUMENT)
        if not listed and form.animate and form.noun and form.nominative and (i == 0 or not s.is_capitalised(i)) and not form.adjective and not (i == 0 and (form.given_name or form.surname)):
            return PERSON
        return listed

    def is_numbered(self, s: Sentence, k: int) -> bool:
        """Whether a number stands there that is a channel's name («9 канал»)."""
        return s.words[k].isdigit() and k + 1 < len(s) and s.lows[k + 1].startswith(self.cues.groups["numbered"])

    def counts_people(self, s: Sentence, k: int) -> bool:
        """Whether a number or a quantity stands before those who say something («два источника», «більшість українських експертів»)."""
        if s.lows[k] not in self.cues.groups["several"] or k + 1 >= len(s):
            return False
        if k + 2 < len(s) and s.is_word(k + 1) and not self.class_of(s, k + 1) and self.form(s.lows[k + 1]).adjective and s.lows[k + 1].endswith(("их", "ых")):
            k += 1
        return bool(self.class_of(s, k + 1) & (PEOPLE | UNNAMED))

    def named_in_full(self, s: Sentence, k: int) -> bool:
        """Whether the text has the same word after a given name in the nominative elsewhere («Игорь Кодряну» for «Кодряну»)."""
        word = s.words[k]
        at = s.text.find(word)
        while at > 0:
            if at != s.starts[k] and s.text[at - 1] == " " and not s.text[at + len(word) : at + len(word) + 1].isalpha():
                given = s.text[max(0, at - _LONGEST_GIVEN_NAME) : at].split()[-1:]
                if given and given[0][:1].isupper() and (self.is_nominative_given_name(given[0]) or self._is_beside_unchanged(given[0], word)):
                    return True
            at = s.text.find(word, at + 1)
        return False

    def _is_beside_unchanged(self, given: str, surname: str) -> bool:
        """Whether a given name in the genitive stands beside a surname that shows no case («Игоря Мунтяну»)."""
        if not surname.endswith(("у", "ю", "э", "о")) or not given.endswith(("а", "я", "и", "ы")):
            return False
        form = self.form(given)
        return form.given_name and form.genitive and form.lemma != given.lower()

    def is_nominative_given_name(self, word: str) -> bool:
        """Whether a word is a given name that can be nothing but a nominative («Игорь», «Думитру»)."""
        return word.lower() in self.cues.groups["given_names_in_u"] or is_nominative_given_name(word, self.cues.language)

    def is_person_match(self, match: NameMatch) -> bool:
        return is_person(self.registry.cited_sources.get(match.source_ids[0]))

    def is_quoted(self, s: Sentence, match: NameMatch) -> bool:
        """Whether the name stands in quotation marks, alone or with no words after it."""
        if match.char_start == 0 or s.text[match.char_start - 1] not in "«“\"„":
            return False
        return match.char_end >= len(s.text) or not (s.text[match.char_end] == " " and s.text[match.char_end + 1 : match.char_end + 2].islower())


def is_person(source: CitedSource | None) -> bool:
    """Whether a source of the registry is a human being."""
    return source is not None and (
        source.kind == "person" or source.holder_from is not None or source.holder_until is not None
    )
