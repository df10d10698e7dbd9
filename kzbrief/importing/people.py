"""Who wrote a work: people turned round to `Family, Given`, organisations as they stand."""

from __future__ import annotations

import re

from .countries import code_of
from .lines import cleaned

_BODIES = frozenset(
    """
    access advisory agence agencia agency alert alliance amnesty analytica analytics archive army article assembly association
    authorities authority bank blog board broadband broadcasting bulletin bureau cabinet campaign center centre chamber chronicle civic
    club coalition college commission commissioner committee communication communications community company computing conference
    congress consortium consulting corporation correspondent correspondents council court cyber daily data defenders department deutsche
    digital digitales directorate dispatch economist editor editorial editors electronic embassy engineering exchange express facebook
    federation finance firm forces forum foundation freedom frontier fund fundacion fundación fundação gazette global globe google
    government group guardian headquarters herald holding holdings house human inc independent industry information initiative
    initiatives insider insight institute institution instituto intelligence international internet internews jazeera journal
    journalists justice kazakhtelecom lab laboratory labs law league legal library limited ltd magazine mail map maps market marketing
    media memorial metrics microsoft ministry mirror mobile monitor movement museum nation national network networks news newspaper now
    observatory observer office ombudsman online open operators org organisation organization outlook parliament partners party planet
    platform police portal post presidency press privacy program programme project prosecutor public publishing radio registry regulator
    report reporters reports republic research review rights school secretariat security senate server service services sociedad society
    software solutions staff standard star state statesman statistics stiftung studies summit supreme surveys systems team tech
    technologies technology telecom telecommunications telegraph telekom telephone television times today transparency treasury tribune
    trust tv twitter union unit united university user users voices watch web weekly welle wikimedia wikipedia wireless without world
    writer writers yearbook youtube
    """.split()  # noqa: SIM905
)
"""Words that organisations, newspapers and offices have in their names."""
_NAMED_LIKE_PEOPLE = frozenset(
    ("adil soz", "al arabiya", "bolo bhi", "dow jones", "le monde", "la nacion", "le figaro", "miniwatts marketing", "novaya gazeta")
)
_PERSON = re.compile(r"[^\W\d_][\w.'\u2019\u02bc-]*(?: (?:[^\W\d_][\w.'\u2019\u02bc-]*)){1,3}\Z")
# Where the family name comes first, in the names of three countries whose names are told by their syllables.
_FAMILY_FIRST = re.compile(
    r"(?:(?:bai|cai|cao|chen|cheng|cui|deng|ding|dong|du|fan|fang|feng|fu|gao|gu|guo|han|he|hou|hu|huang|jia"
    r"|jiang|jin|kong|li|liang|lin|liu|lu|luo|lü|ma|mao|meng|pan|peng|qian|qin|qiu|ren|shao|shen|shi|song|su"
    r"|sun|tan|tang|tian|wan|wang|wei|wen|wu|xi|xia|xiao|xie|xiong|xu|xue|yan|yang|yao|ye|yin|yu|yuan|zeng"
    r"|zhang|zhao|zheng|zhong|zhou|zhu"
    r"|zou) (?:(?:[bcdfghjklmnpqrstwxyz]|[zcs]h)?[aeiouü]{1,3}(?:ng?|r)?'?){1,2}"
    r"|(?:nguyen|nguyễn|tran|trần|pham|phạm|hoang|hoàng|phan|vu|vũ|dang|đặng|bui|bùi|duong|dương|ngo|ngô|ly|lý|truong|trương)"
    r"(?: [^\W\d_]{1,7}){1,3}"
    r"|(?:kim|park|lee|choi|jung|kang|cho|yoon|jang|lim) [a-z]{2,6}-[a-z]{2,6})\Z",
    re.IGNORECASE,
)
_PARTICLES = frozenset(["al", "bin", "da", "de", "del", "den", "der", "di", "du", "el", "ibn", "la", "le", "van", "von", "y"])
_SUFFIX = re.compile(r"(?:jr|sr|ltd|inc|llc|llp|ii|iii)\.?\Z", re.IGNORECASE)
_EDITORS = re.compile(r"[,(]?\s*\b(?:eds?|editors?)\b\.?\)?\s*\Z", re.IGNORECASE)


def is_person(name: str) -> bool:
    """Return whether a name looks like that of a person: two to four words with capitals, none that bodies have in theirs."""
    if not _PERSON.match(name):
        return False
    words = name.split()
    if name.casefold() in _NAMED_LIKE_PEOPLE:
        return False
    if any(word.lower().strip(".") in _BODIES or code_of(word) for word in words):
        return False
    if any(len(word) > 3 and word.isupper() for word in words) or "." in name.replace(". ", "").rstrip("."):
        return False
    return (
        all(word[0].isupper() or word.lower() in _PARTICLES or word.startswith(("al-", "el-")) for word in words)
        and words[0][0].isupper()
        and words[-1].removeprefix("al-").removeprefix("el-")[:1].isupper()
    )


def names_of(text: str) -> tuple[list[str], bool]:
    """Return names as the format writes them, and whether they are editors."""
    text = text.strip(" ,.:;")
    editors = bool(_EDITORS.search(text)) and bool(_EDITORS.sub("", text).strip())
    if editors:
        text = _EDITORS.sub("", text).strip(" ,.:;")
    text = re.sub(r",?\s+et al\.?\Z", "", text).strip(" ,")
    pieces = [piece.strip() for piece in re.split(r",\s*(?:and|&)?\s+|,|\s+(?:and|&|und|et|y|\u0438)\s+", text) if piece.strip()]
    if pieces and all(map(is_person, pieces)):
        return [cleaned(turned(piece), 200) for piece in pieces], editors
    # The commas of organisations divide them, since a comma in a name would make it a person's.
    names: list[str] = []
    for piece in text.split(","):
        piece = cleaned(piece.strip().strip("*").strip(), 300)
        if names and _SUFFIX.match(piece):
            names[-1] += f" {piece}"
        elif piece and any(map(str.isalnum, piece)):
            names.append(turned(piece) if is_person(piece) else piece)
    return names, editors


def turned(name: str) -> str:
    """Return the name of a person with the family name first."""
    words = name.split()
    if _FAMILY_FIRST.match(name):
        return f"{words[0]}, {' '.join(words[1:])}"
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in _PARTICLES:
        start -= 1
    return f"{' '.join(words[start:])}, {' '.join(words[:start])}"


def family(name: str) -> str:
    """Return the family name of a person, the whole name of a body."""
    return name.partition(",")[0].strip()
