"""Which of the Latin code pages bytes are in: the accented letters are those of one language's alphabet, or they are not."""

# Letters beyond a-z, by code page; the order decides where two read the bytes equally well.
_ALPHABETS = (
    ("cp1252", "äöüßéàèêç"), ("cp1252", "àâæçéèêëîïôœùûüÿ"), ("cp1252", "áéíñóúüªº"), ("cp1252", "áâãàçéêíóôõúüªº"),
    ("cp1252", "àèéìíîòóùúº"), ("cp1252", "áéèëêïíóöüú"), ("cp1252", "åäöéüà"), ("cp1252", "æøåéèêóòôä"), ("cp1252", "àçèéíïòóúü·"),
    ("cp1250", "ąćęłńóśźżé"), ("cp1250", "áčďéěíňóřšťúůýžö"), ("cp1250", "áäčďéíĺľňóôŕšťúýžö"), ("cp1250", "áéíóöőúüű"),
    ("cp1250", "ăâîşţșțé"), ("cp1250", "čćđšžé"), ("cp1254", "çğıöşüâîİ"), ("cp1257", "ąčęėįšųūž"), ("cp1257", "āčēģīķļņšūžŗō"),
    ("cp1257", "äõöüšžé"), ("cp1252", "áðéíóúýþæö"),
)  # fmt: skip
_MARKS = set("«»“”„‘’‚‹›–—…•·°§©®™€£¥¡¿†‡²³½¼¾±´`¨ºª\u00a0\u00ad")
_SAMPLE_BYTES = 16 * 1024
_LEAST_FITTING = 0.96
_MOST_ACCENTED = 0.3


def latin_encoding(payload: bytes) -> str | None:
    """Python's name of the Latin single-byte encoding of `payload`; None if its upper half is no Latin language's."""
    sample = payload[:_SAMPLE_BYTES]
    high = sum(1 for byte in sample if byte >= 0x80)
    letters = sum(1 for byte in sample if 0x41 <= byte <= 0x5A or 0x61 <= byte <= 0x7A)
    if high > _MOST_ACCENTED * letters:
        return None
    best, best_share = None, _LEAST_FITTING
    for codec, alphabet in _ALPHABETS:
        share = _share_fitting(sample, codec, alphabet)
        if share > best_share:
            best, best_share = codec, share
    return best


def _share_fitting(sample: bytes, codec: str, alphabet: str) -> float:
    """The share of characters beyond ASCII that are letters of the alphabet; marks count where they stand outside words."""
    text = sample.decode(codec, errors="replace")
    fitting = total = 0
    for index, character in enumerate(text):
        if character < "\x80":
            continue
        total += 1
        if character in alphabet or character.lower() in alphabet:
            fitting += 1
        elif character in _MARKS:
            inside = text[index - 1 : index].isalpha() and text[index + 1 : index + 2].isalpha()
            fitting += character in "’–—·" or not inside
    return fitting / total if total else 0.0
