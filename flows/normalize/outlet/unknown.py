"""A publisher that the registry does not know, named in a copyright or subscription line."""

import re

_READ_AT_END = 500
_LONGEST_LINE = 160
_NAME = r"(?P<name>[^\W\d_a-zа-яіїєґё][^\n.,;|<>()«»\"“”]{1,50}?|[«\"“](?P<quoted>[^\n«»\"“”]{2,50})[»\"”])"
_COPYRIGHT = re.compile(
    rf"(?i:©|\(c\)|ⓒ|copyright)\s?(?:©\s?|\([cC]\)\s?)?(?:\d{{4}}(?:\s?[-–—]\s?\d{{4}})?,?\s?)(?:by )?{_NAME}\s*(?:[.,;|(]|$|\s[-–—]\s)", re.MULTILINE
)
_SUBSCRIPTION = re.compile(
    r"(?:(?:подпи(?:сывайтесь|сывайся|саться|шитесь|шись)|підпи(?:суйтеся|суйтесь|суйся|сатися|шіться|шись)) на(?: наш)?(?: (?:телеграм-|telegram-)?канал)?|subscribe to|follow|abonnez-vous à|suscríbete a"
    r"|abonnieren sie)\s[«\"“](?P<quoted>[^\n«»\"“”]{2,50})[»\"”]",
    re.IGNORECASE,
)
# What such lines say in place of a name.
_NO_NAME = re.compile(r"(?:all rights|все права|усі права|всі права|alle rechte|tous droits|todos|tutti|toate|wszelkie|the author|автор|reuse|фото|photo)", re.IGNORECASE)


def find_unknown_outlet(text: str) -> tuple[int, int, str] | None:
    """(start, end, rule) of the name of a publisher in the last lines; None where none is named so.

    A photograph's «© Name» has no year, so a copyright line needs one; a name in a call to subscribe stands in quotation
    marks.
    """
    start = max(0, len(text) - _READ_AT_END)
    foot = text[start:]
    if "©" in foot or "opyright" in foot or "(c)" in foot or "ⓒ" in foot:
        found = _COPYRIGHT.search(foot)
        if found is not None and not _NO_NAME.match(found["name"]) and _is_short_line(text, start + found.start()):
            return start + found.start("quoted" if found["quoted"] else "name"), start + found.end("quoted" if found["quoted"] else "name"), "copyright.unknown_outlet"
    found = _SUBSCRIPTION.search(foot) if "»" in foot or '"' in foot or "”" in foot else None
    if found is None:
        return None
    return start + found.start("quoted"), start + found.end("quoted"), "subscription.unknown_outlet"


def _is_short_line(text: str, position: int) -> bool:
    end = text.find("\n", position)
    return (len(text) if end < 0 else end) - text.rfind("\n", 0, position) - 1 <= _LONGEST_LINE
