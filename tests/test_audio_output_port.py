"""Headphones pulled out never mean loudspeakers on: what is understood of what the sound server says."""

from __future__ import annotations

from dreamplayer.app.audio.output_port import AudioSink, parse, unplugged

LISTED = """Sink #0
\tState: RUNNING
\tName: alsa_output.pci
\tDescription: Built-in Audio
\tDriver: module-alsa-card.c
\tPorts:
\t\tanalog-output-speaker: Speakers (type: Speaker, priority: 10000, available: no)
\t\tanalog-output-headphones: Headphones (type: Headphones, priority: 9900, available: yes)
\tActive Port: analog-output-headphones
Sink #3
\tName: hdmi
\tDescription: TV
"""
PHONES = AudioSink("alsa_output.pci", "Built-in Audio", "analog-output-headphones")
SPEAKER = AudioSink("alsa_output.pci", "Built-in Audio", "analog-output-speaker")
TV = AudioSink("hdmi", "TV")


def test_sinks_are_read() -> None:
    """Name, description and plug of each sink."""
    assert parse(LISTED) == [PHONES, TV]
    assert parse("") == []


def test_only_what_was_worn_can_be_pulled_out() -> None:
    """Headphones to loudspeaker, to another sink or to nothing is a loss; plugging in or changing sinks is none."""
    assert unplugged(PHONES, SPEAKER)
    assert unplugged(PHONES, TV)
    assert unplugged(PHONES, None)
    assert not unplugged(SPEAKER, PHONES)
    assert not unplugged(PHONES, PHONES)
    assert not unplugged(TV, SPEAKER)
    assert not unplugged(None, PHONES)
