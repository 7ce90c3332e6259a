"""The natural voices: what can be said of them without their models, and with them where they are installed."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from dreamplayer import paths
from dreamplayer.errors import VoiceError
from dreamplayer.narration.silence import pauses
from dreamplayer.voices import _espeak, kokoro, piper
from dreamplayer.voices._onnx import with_output
from dreamplayer.voices._phonemes import IPA, MISAKI_AMERICAN, MISAKI_BRITISH, Phonemes

pytestmark = pytest.mark.slow

SENTENCE = ("You", "drift", "through", "a", "violet-tinged", "sky,", "in", "the", "middle", "of", "the", "night.")


@pytest.fixture(scope="module", params=["gmw/en", "gmw/en-US"])
def phonemes(request: pytest.FixtureRequest) -> Phonemes:
    """Espeak's rules for both accents."""
    missing = _espeak.missing()
    if missing:
        pytest.skip(missing)
    return Phonemes(request.param, MISAKI_BRITISH if request.param == "gmw/en" else MISAKI_AMERICAN)


def test_every_word_has_signs_of_its_own_in_order(phonemes: Phonemes) -> None:
    """Words that espeak runs together are parted; no sign belongs to a later word than the sign behind it."""
    signs, owner = phonemes.signs(SENTENCE)
    assert len(signs) == len(owner)
    assert set(owner) == {-1, *range(len(SENTENCE))}
    mine = [who for who in owner if who >= 0]
    assert mine == sorted(mine)
    of_the = ["".join(sign for sign, who in zip(signs, owner, strict=True) if who == k) for k in (9, 10)]
    assert of_the[1] == "ðə"


def test_only_signs_the_model_was_taught(phonemes: Phonemes) -> None:
    """A sign it does not know would be a sound left out."""
    taught = json.loads((paths.assets() / "voices" / "phonemes.json").read_text("utf-8"))
    text = (
        "Though rough coughs plough through thought, bathing azure judges measure Asian pleasure; choirs, lieutenants, "
        "fjords and bouquets of jasmine garnish our hour; bottles, buttons, rhythms, iron, mirrors — poor pure fury…"
    )
    signs, _ = phonemes.signs(text.split())
    assert set(signs) - set(taught) <= set()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "La luna vieja duerme sobre el río, y la niña mira las hojas del jardín."),
        ("fr", "Le petit renard s'endort dans la forêt, sous un grand arbre blanc; la lune brille."),
        ("it", "La luna dorme sul fiume, e il vecchio gatto guarda le foglie del giardino."),
        ("pt", "A lua cheia dorme sobre o rio, e a menina olha as folhas do jardim da avó."),
        ("hi", "चाँद नदी के ऊपर सो रहा है और बच्ची पेड़ के नीचे बैठी है।"),
    ],
)
def test_other_languages_have_only_signs_the_model_was_taught(language: str, text: str) -> None:
    """Each has a speaker whose file is whole, and every word is heard."""
    missing = _espeak.missing()
    if missing:
        pytest.skip(missing)
    style = kokoro._IN[language]
    assert kokoro._vectors(style).shape == (510, 1, 256)
    words = text.split()
    signs, owner = Phonemes(style.accent, style.notation).signs(words)
    taught = json.loads((paths.assets() / "voices" / "phonemes.json").read_text("utf-8"))
    assert set(signs) <= set(taught)
    assert set(owner) - {-1} == set(range(len(words)))


def test_a_text_is_told_by_a_speaker_of_its_language() -> None:
    """And not by one who would spell it."""
    for language in ("es", "fr", "hi", "it", "pt"):
        card = kokoro.KOKORO.in_language(language)
        assert card is not None
        assert card.name == f"kokoro@{language}"
    assert kokoro.KOKORO.in_language("de") is None
    assert kokoro.KOKORO_HEART.in_language("es") is None


def test_marks_stay_where_they_were(phonemes: Phonemes) -> None:
    """They carry the melody."""
    signs, _ = phonemes.signs(("Wait…", "no—", "yes,", "or", "not?"))
    assert [sign for sign in signs if sign in "…—,?"] == ["…", "—", ",", "?"]


def test_nothing_to_say_has_no_signs(phonemes: Phonemes) -> None:
    """Marks alone and empty forms."""
    assert phonemes.signs(("", "…", ""))[0].strip("… ") == ""


def test_espeak_s_own_signs_are_left_alone() -> None:
    """Piper's models know them as they are."""
    if _espeak.missing():
        pytest.skip(str(_espeak.missing()))
    signs, _ = Phonemes("gmw/en-US", IPA).signs(("choice", "hour"))
    assert "tʃ" in signs


def test_an_output_is_added_as_protobuf_merges_it() -> None:
    """ModelProto.graph (7) .output (12) .name (1), each length-delimited, long names included."""
    assert with_output(b"model", "abc") == b"model\x3a\x07\x62\x05\x0a\x03abc"
    long = with_output(b"", "x" * 200)
    assert long[:2] == b"\x3a\xce"
    assert long.endswith(b"\x0a\xc8\x01" + b"x" * 200)


@pytest.mark.parametrize("style", [kokoro.GEORGE, kokoro.HEART], ids=["george", "heart"])
def test_the_shipped_speakers_are_whole(style: kokoro.Style) -> None:
    """510 vectors of 256, and the checksum that was written down for them."""
    assert kokoro._vectors(style).shape == (510, 1, 256)


def test_a_damaged_model_is_not_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file in the data folder is used, and refused when it is not the right one, with what to do."""
    monkeypatch.setenv("DREAMPLAYER_HOME", str(tmp_path))
    own = tmp_path / "data" / "voices" / kokoro.MODEL
    own.parent.mkdir(parents=True)
    own.write_bytes(b"half a download")
    with pytest.raises(VoiceError) as told:
        kokoro.model()
    assert str(own) in told.value.todo


@pytest.mark.parametrize("module", [kokoro, piper])
def test_what_is_missing_is_said_with_its_command(module: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the packages: one sentence, one command."""
    monkeypatch.setattr(module, "find_spec", lambda name: None)
    missing = module.missing()  # type: ignore[attr-defined]
    assert "-m pip install" in missing
    assert "dreamplayer[" in missing


def test_long_sentences_are_cut_between_words() -> None:
    """Nothing lost, no part too long for the model."""
    known = [(k % 7 + 1, -1 if k % 7 == 6 else k // 7) for k in range(1800)]
    parts = kokoro._parts(known)
    assert [one for part in parts for one in part] == known
    assert all(len(part) <= kokoro.LONGEST for part in parts)
    assert all(part[0][1] == -1 for part in parts[1:])
    assert kokoro._parts([]) == []


def test_george_speaks_clearly_timed_at_his_slowest() -> None:
    """After the comma's silence the word's time is where the sound begins."""
    if kokoro.missing():
        pytest.skip(str(kokoro.missing()))
    speech = kokoro.Kokoro(kokoro.GEORGE).say(SENTENCE[4:], 0.7 * kokoro.GEORGE.flow)
    ends = np.array([end for _, end in pauses(speech.samples, speech.rate)])
    assert np.abs(ends - speech.words[2].start).min() < 0.12
