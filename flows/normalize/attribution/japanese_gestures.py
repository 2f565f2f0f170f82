"""Japanese speech that a gesture closes instead of a verb of saying: 「…」とうなずいた。"""

import re

_CLOSED = re.compile(r"」と(?!いう|いった|いい|題|し[てた]|なっ|なる|呼ば|の|は|も|名付|同|「)[^。「」]{1,40}。$")
_FIRST = re.compile(r"([^\s、。「」『』（）()は]{2,14})(?:は|も|が)(?!い|、?っ)")
_NAMED = re.compile(r"[はがも]|(?<!だ)から|に(?=「)")
_POSTED = ("telegram", "facebook", "x", "instagram", "youtube")


def gesture_by(outside: str, text: str, start: int, end: int, channel: str | None, topic: tuple[int, int] | None) -> tuple[int, int] | None:
    """Who speaks in the sentence that closes words in quotation marks with a gesture: whom it begins with, if the text gave the age or a platform is named, else the topic."""
    closed = _CLOSED.search(outside, start, end)
    if closed is None:
        return None
    if outside[start] == "「":
        return topic
    if topic is not None and not _NAMED.search(outside, start, closed.start()):
        return topic  # 「だからこそ来季、「…」と決意をにじませた」
    first = _FIRST.match(outside, start)
    if first is None or first.end() > closed.start():
        return None
    name = first[1].rpartition("の")[2]
    span = (first.end(1) - len(name), first.end(1))
    if len(name) < 2 or not any("ァ" <= c <= "鿿" for c in name):
        return None
    is_person = re.search(re.escape(name) + r"[一-鿿ぁ-んァ-ヶー・]{0,6}[（(][\d０-９]{1,3}[）)]", text[:start]) is not None
    return span if is_person or channel in _POSTED else None
