"""What a phrase in brackets asks for: a pause and how long it is, a sound, a softer voice, a repetition.

A phrase is taken for a direction only where all of it is understood; anything else an author put in brackets is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from dreamplayer.reading.lexicon.vocabulary import vocabulary

Mark = Literal["square", "round", "angle", "stars", "bare"]
"""How a phrase is set off: [so], (so), <so>, *so*, or by standing on a line of its own."""

PLAIN = 3.0
"""Seconds of a pause of no said length."""
BREATH = 5.0
"""Seconds of one calm breath in and out."""
MOST = 900.0
"""Seconds a single pause may last: a quarter of an hour; a longer one is a slip of the pen."""

_LENGTHS = {
    "very long": 12.0, "extra long": 12.0, "extended": 12.0, "longest": 12.0, "longer": 9.0, "long": 8.0,
    "lengthy": 8.0, "deep": 6.0, "medium": 4.0, "moderate": 4.0, "moment": 4.0, "moments": 6.0, "short": 2.0,
    "brief": 2.0, "slight": 1.5, "small": 2.0, "quick": 1.5, "tiny": 1.0, "beat": 1.5,
}  # fmt: skip
"""Seconds of a pause by the word for its length, the first that is found."""
_STRENGTHS = {"none": 0.0, "x-weak": 0.3, "weak": 0.5, "medium": 1.0, "strong": 1.5, "x-strong": 3.0}
"""Seconds of SSML's strengths of a break."""

_NUMBERS = {
    "half a": 0.5, "half": 0.5, "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20,
    "twenty five": 25, "thirty": 30, "forty": 40, "forty five": 45, "fifty": 50, "sixty": 60, "ninety": 90,
    "a couple of": 2, "couple of": 2, "a few": 3, "few": 3, "several": 4, "a full": 1, "one full": 1,
    "two full": 2, "three full": 3, "one or two": 1.5, "two or three": 2.5, "three or four": 3.5, "once": 1,
    "twice": 2, "thrice": 3, "another": 1, "one more": 1, "a minute and a": 1,
}  # fmt: skip
_WORDS = "|".join(sorted((re.escape(word).replace("\\ ", r"[ -]") for word in _NUMBERS), key=len, reverse=True))
_COUNT = rf"(?:\d+(?:[.,]\d+)?|\b(?:{_WORDS}))"
_RANGE = rf"(?P<low>{_COUNT})(?: ?(?:[-–—]|to|or) ?(?P<high>{_COUNT}))?"
_UNITS = (
    (r"ms|milliseconds?|msecs?", 0.001),
    (r"minutes?|mins?|m|'", 60.0),
    (r"seconds?|secs?|s|\"|″", 1.0),
    (r"(?:(?:deep|slow|full|long|calm|easy|gentle) )*(?:breaths?|cycles?(?: of breath)?|inhales?|exhales?)", BREATH),
    (r"beats?|counts?|heartbeats?", 1.0),
)
_UNIT = "|".join(f"(?P<u{i}>{pattern})" for i, (pattern, _) in enumerate(_UNITS))
_TIME = re.compile(rf"\b{_RANGE}[ -]?(?:{_UNIT})(?![\w'])", re.IGNORECASE)
_CLOCK = re.compile(r"\b(\d{1,2}):([0-5]\d)(?:[.,](\d))?\b")
_JOINED = re.compile(r"\b(\d{1,2})m(?:in)?[ ,]?([0-5]?\d)s(?:ec)?\b")
_COUNT_OF = re.compile(rf"\bcounts? of (?P<low>{_COUNT})\b|\bcount to (?P<to>{_COUNT})\b", re.IGNORECASE)
_HALVES = re.compile(r"\band a half\b")

_PAUSE = frozenset("pause pauses pausing paused break beat silence silent stillness rest wait hold linger gap".split())
_SURE = frozenset("pause pauses pausing break silence beat".split())
"""Words that mean a pause in round brackets too; the others only with a time."""
_PADDING = frozenset(
    """for of a an the about around approximately approx roughly at least up to here now there again then please in with
    and or so well just very extra long longer short brief slight small quick tiny medium moderate extended full
    complete deep deeper gentle soft quiet moment moments total more another same as before between after this that
    it them let lets settle sink land breathe breath breaths breathing s sec secs second seconds min mins minute
    minutes ms ~ x time timed optional natural comfortable slow slowly while few several couple one two three four five
    six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty ninety half count counts beats
    heartbeats cycles cycle ca c narrator reader speaker music only continues continue room space dramatic pregnant
    allow allowing listener listeners reflection reflect relaxation relax absorb practice practise speaking reading
    """.split()
)
"""Words that may stand beside a pause without making it prose."""
_PURPOSE = re.compile(
    r"(?:long |short |brief |slight )?(?:pause|silence|break|wait|beat)s?\b[^.!?]{0,20}?"
    r"(?: to | while | as | until | so | and let "
    r"| for (?:the|them|listeners|effect|breath|reflection|emphasis)|,)[^.!?]{0,70}",
    re.IGNORECASE,
)
_SPEAKER_PAUSES = re.compile(
    r"(?:(?:the )?(?:narrator|speaker|reader|voice|he|she|host|guide) )?(?:pauses|takes an?(?: \w+)? breath|breathes)"
    r"(?: (?:briefly|again|here|deeply|softly|slowly|for a (?:beat|moment)))?"
    r"|(?:deep |long |slow |soft )?(?:breath|inhale|exhale|inhales|exhales|sigh|sighs)"
    r"(?: (?:in|out|deeply|slowly|softly))?"
)

_VOICE = frozenset(
    """whisper whispers whispered whispering softly softer soft quietly quieter quiet gently gentle slowly slower slow
    calmly calm calming warmly warm low lower lowers lowered lowering voice tone tones in a an the his her very more
    even almost to with speak speaks speaking said soothing sleepily sleepy tenderly tender hushed hush under breath
    pace steady barely audible nearly mostly narrator speaker reader and softens softening drops dropping fading near
    murmuring murmur murmurs murmured relaxed dreamy dreamily lightly smiling kindly reassuring now gradually for rest
    of line intimate close mic breathy deep deeper""".split()
)
_SAYS_SOFT = frozenset(
    """whisper whispers whispered whispering softly softer quietly quieter gently slowly slower calmly warmly voice
    tone soothing sleepily tenderly hushed softens softening murmuring murmured murmur dreamily lightly kindly
    smiling""".split()
)
_MANNER = _SAYS_SOFT - {"voice", "tone"} | frozenset("low lower warm slow quiet soft gentle calm sleepy tender".split())
"""Words that say how: a voice alone is none."""
_MUSIC = re.compile(
    r"\b(?:music|fades?(?: (?:in|out|up|down|to|under))?|fading|crossfade|intro|outro|jingle|theme|bgm|underscore"
    r"|instrumental|soundscape|lullaby plays|ambien(?:t|ce))\b",
    re.IGNORECASE,
)
_PROSE = re.compile(
    r"\b(?:was|were|had|has|have|is|are|am|i|you|we|my|your|our|would|could|should|did|said|not|never|that|which|who"
    r"|because|if|when)\b",
    re.IGNORECASE,
)
_OURS = frozenset("breath voice silence sigh whisper murmur music laughter sob gasp cry".split())
"""Sounds that a phrase without "sound of" does not ask for: the listener's own breath, the voice, our music."""
_SOUND_OF = re.compile(
    r"(?:(?:fx|sfx|sound effects?|sound cue|audio(?: cue)?|ambien(?:ce|t)(?: sounds?)?|background(?: sounds?| noise)?"
    r"|sounds?|cue|foley|nature sounds?)\s*[:–—-]\s*(?P<named>.+)"
    r"|(?:(?:the|a|an|soft|gentle|distant|faint|quiet|far|low|slow|calm|muffled|soothing|background|sudden|steady) )*"
    r"(?:sounds?|noises?|sfx|recording|ambience) (?:effects? )?of (?P<of>.+)"
    r"|(?P<before>[\w' -]+?) (?:sounds?|sfx|sound effects?|ambience|noises?)"
    r"(?: (?:begins?|starts?|continues?|plays?|fades?(?: in| out)?|softly|gently|in the (?:background|distance)))*)",
    re.IGNORECASE,
)
_PLACE = re.compile(r"(?:place|setting|location|scenery|backdrop|scene)\s*[:=]\s*(.{2,80})", re.IGNORECASE)
_REPEAT = re.compile(
    rf"(?:repeat(?:s|ed)?(?: (?:this|that|these|the|above|cycle|sequence|lines?|stanza|verse|breath(?:ing)?s?|exercise"
    rf"|pattern|whole|section|steps?|it|all|again|for|a total of|another|more))*"
    rf"(?: ?[x×]? ?(?P<times>{_COUNT})(?: ?[-–] ?{_COUNT})? ?(?:more )?(?:times|x|rounds?|cycles?|repetitions?)?)?"
    rf"(?: more times)?|[x×] ?(?P<x>\d{{1,2}})|(?P<before>{_COUNT}) ?(?:[x×]|times|rounds|repetitions|repeats))",
    re.IGNORECASE,
)
_STAGE = re.compile(
    r"(?:(?:re-?)?enters?\b|exits?\b|exeunt\b|curtain\b|lights?\b (?:up|down|out|dims?|fade|come|go)|blackout\b"
    r"|(?:laughs|chuckles|smiles|coughs|yawns|giggles|sniffs)\b|note\s*:"
    r"|scene(?: break| change)?$|stage (?:left|right)\b|camera\b|cut to\b|pan\b|close[- ]up\b|v\.?o\.?$|o\.?s\.?$"
    r"|voice-?over$|end of (?:script|recording|track|audio|session|meditation|part|scene|act)|end(?: script)?$"
    r"|begin(?:ning)?(?: of)? (?:script|recording|narration)|start(?: of)?(?: script| recording| narration)?$"
    r"|(?:narrator|speaker|reader|host|guide) (?:\w+s|\w+ly)\b|note to (?:the )?(?:narrator|reader|speaker)\b"
    r"|(?:narrator|director|production|reader|editor|recording)(?:'s)? notes?\b|page \d+$|continued?$|cont'?d\.?$"
    r"|title card\b|on screen\b|aside$|to (?:himself|herself|the audience)$|ad[- ]?break\b|sponsor\b)",
    re.IGNORECASE,
)
_STAGE_WORD = re.compile(
    r"exit|exeunt|enters?|aside|curtain|v\.?o|o\.?s|cont'?d|continued|end of [a-z]+|to (?:him|her)self", re.IGNORECASE
)
_TIMES = re.compile(
    r"\d{1,2}:\d\d(?::\d\d)?(?: ?(?:[-–—]+|to) ?\d{1,2}:\d\d(?::\d\d)?)?(?: ?(?:min(?:utes?)?|mins?))?"
    r"|(?:minutes?|mins?) \d+(?: ?(?:[-–—]|to) ?\d+)?|\d+(?: ?[-–—] ?\d+) ?(?:min(?:utes?)?|mins?)"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a phrase asks for."""

    kind: Literal["pause", "sound", "soften", "place", "music", "repeat", "stage direction", "time mark"]
    seconds: float | None = None
    """Of a pause; None where its length is left to us."""
    timed: bool = False
    """Whether the phrase says how long."""
    name: str = ""
    """Of a sound or a place: the words for it. Of a repetition: how many times in all."""


def asked(phrase: str, mark: Mark) -> Asked | None:
    """What a phrase asks for, None where it may be meant to be narrated.

    Args:
        phrase: the words between the marks, without them.
        mark: what it is set in, such as square brackets.
    """
    plain = " ".join(phrase.replace("_", " ").replace("’", "'").split()).strip(" *.…!-–—:;,")
    if not plain or len(plain) > 160:
        return None
    for question in _QUESTIONS:
        found = question(plain, mark)
        if found is not None:
            return found
    return None


def seconds_in(phrase: str) -> float | None:
    """The length of time a phrase names, in seconds: "two minutes", "1-2 min" (the middle), "00:10".

    Args:
        phrase: any words.

    Returns:
        Seconds, at most `MOST`; None where it names no time or none above 0.
    """
    clock = _CLOCK.search(phrase)
    if clock:
        return min(MOST, 60.0 * int(clock[1]) + int(clock[2]) + int(clock[3] or 0) / 10.0)
    joined = _JOINED.search(phrase)
    if joined:
        return min(MOST, 60.0 * int(joined[1]) + int(joined[2]))
    count_of = _COUNT_OF.search(phrase)
    if count_of:
        return _number(count_of["low"] or count_of["to"])
    total = 0.0
    for hit in _TIME.finditer(phrase):
        low = _number(hit["low"])
        high = _number(hit["high"]) if hit["high"] else low
        scale = next(scale for i, (_, scale) in enumerate(_UNITS) if hit[f"u{i}"])
        total += (low + high) / 2.0 * scale
        if _HALVES.match(phrase[hit.end() :].lstrip().lower()) or re.search(r"minute and a$", hit["low"]):
            total += 0.5 * scale
    return min(MOST, round(total, 3)) if total > 0.0 else None


def break_seconds(tag: str) -> float:
    """How long an SSML `<break .../>` is.

    Args:
        tag: the whole tag with its attributes.

    Returns:
        Seconds, 0 to `MOST`; a tag without `time` is as long as its `strength`, medium by default.
    """
    time = re.search(r"time\s*=\s*[\"']?\s*\+?(\d+(?:\.\d+)?|\.\d+)\s*(ms|s)", tag, re.IGNORECASE)
    if time:
        return min(MOST, float(time[1]) * (0.001 if time[2].lower() == "ms" else 1.0))
    strength = re.search(r"strength\s*=\s*[\"']?\s*([\w-]+)", tag, re.IGNORECASE)
    return _STRENGTHS.get(strength[1].lower() if strength else "medium", 1.0)


def _number(text: str) -> float:
    plain = text.lower().replace("-", " ")
    if plain[0].isdigit():
        return float(plain.replace(",", "."))
    return float(_NUMBERS.get(plain, 1.0))


def _words(plain: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:'[^\W_]+)?|~", plain.lower())


def _pause(plain: str, mark: Mark) -> Asked | None:
    words = _words(plain)
    seconds = seconds_in(plain)
    timed = seconds is not None
    named = [word for word in words if word in _PAUSE]
    only = all(word in _PAUSE or word in _PADDING or word[0].isdigit() for word in words)
    low = plain.lower()
    slnc = re.fullmatch(r"slnc (\d+)", low)
    if slnc:
        return Asked("pause", int(slnc[1]) / 1000.0, True)
    surely = bool(set(named) & {"pause", "pauses", "beat"})
    if named and only and (surely or mark not in ("bare", "stars") or (mark == "stars" and timed)):
        bare = re.fullmatch(r"(?:pause|silence|break|wait)s?[ :=-]+(\d+(?:[.,]\d+)?)", low)
        if bare:
            # A number alone behind the word is of seconds.
            return Asked("pause", min(MOST, _number(bare[1])), True)
        if timed:
            return Asked("pause", seconds, True)
        if mark in ("square", "angle") or set(named) & _SURE:
            return Asked("pause", _length(low))
    if mark in ("square", "round", "angle") and _PURPOSE.fullmatch(low) and not re.search(r"\b(?:was|were|had)\b", low):
        return Asked("pause", seconds if timed else max(4.0, _length(low)), timed)
    if mark in ("square", "angle"):
        if timed and (only or named) and len(words) <= 12:
            return Asked("pause", seconds, True)
        if _SPEAKER_PAUSES.fullmatch(low):
            return Asked("pause", _length(low))
    elif mark == "round" and re.fullmatch(r"(?:(?:the )?(?:narrator|speaker|reader|he|she) )?pauses(?: briefly)?", low):
        return Asked("pause", _length(low))
    if mark == "stars" and timed and only and re.search(r"sec|min|\ds\b|breath", low):
        return Asked("pause", seconds, True)
    return None


def _length(low: str) -> float:
    return next((s for word, s in _LENGTHS.items() if re.search(rf"\b{word}\b", low)), PLAIN)


def _place(plain: str, mark: Mark) -> Asked | None:
    hit = _PLACE.fullmatch(plain)
    return Asked("place", name=hit[1]) if hit and mark != "bare" else None


def _soften(plain: str, mark: Mark) -> Asked | None:
    words = _words(plain)
    if (
        mark != "bare"
        and set(words) & _SAYS_SOFT
        and set(words) & _MANNER
        and all(word in _VOICE for word in words)
        and len(words) <= 9
    ):
        return Asked("soften")
    return None


def _sound(plain: str, mark: Mark) -> Asked | None:
    hit = _SOUND_OF.fullmatch(plain)
    if hit and mark != "bare":
        name = hit["named"] or hit["of"] or hit["before"]
        if not _PROSE.search(name) and (hit["before"] is None or mark in ("square", "angle") or _heard(name)):
            music = _MUSIC.search(name) and not _heard(name)
            return Asked("music") if music else Asked("sound", name=name)
    short = (
        len(_words(plain)) <= 6 and not _PROSE.search(plain) and not re.match(r"(?:\w+ )?(?:music|fad)", plain.lower())
    )
    if mark in ("square", "angle") and short and _heard(plain):
        return Asked("sound", name=plain)
    return None


def _heard(phrase: str) -> bool:
    """Whether a phrase names something that is heard."""
    senses = [sense for word in _words(phrase) for sense in vocabulary().senses(word)]
    return any(sense.kind == "sound" and sense.name not in _OURS for sense in senses)


def _music(plain: str, mark: Mark) -> Asked | None:
    if mark == "bare" or not _MUSIC.search(plain) or len(_words(plain)) > 9 or _PROSE.search(plain):
        return None
    sure = mark in ("square", "angle") or re.search(r"\b(?:music|fad(?:e|es|ing)|crossfade)\b", plain.lower())
    return Asked("music") if sure else None


def _repeat(plain: str, mark: Mark) -> Asked | None:
    hit = _REPEAT.fullmatch(plain)
    if hit is None or mark == "bare":
        return None
    if hit["before"] and (mark == "round" or not hit["before"].isalnum() or _number(hit["before"]) > 20):
        return None
    times = hit["times"] or hit["x"] or hit["before"]
    if not times and mark == "round" and plain.lower() == "repeated":
        return None
    return Asked("repeat", name=f"{max(2, round(_number(times))) if times else 2}")


def _times(plain: str, mark: Mark) -> Asked | None:
    if mark == "bare" or not _TIMES.fullmatch(plain.lower()):
        return None
    spans = re.search(r"\d ?(?:[-–—]|to)", plain)
    if mark == "round" and not spans:
        # One time in parentheses may be told: "(at 1:10)".
        return None
    lasts = mark in ("square", "angle") and ":" not in plain and spans
    return None if lasts else Asked("time mark")


def _stage(plain: str, mark: Mark) -> Asked | None:
    if (
        mark in ("square", "angle")
        and _STAGE.match(plain)
        and not re.search(r"\b(?:i|you|we|my|your)\b", plain.lower())
    ):
        return Asked("stage direction")
    return Asked("stage direction") if mark == "round" and _STAGE_WORD.fullmatch(plain) else None


_QUESTIONS: tuple[Callable[[str, Mark], Asked | None], ...] = (
    _repeat,
    _times,
    _pause,
    _place,
    _soften,
    _sound,
    _music,
    _stage,
)
