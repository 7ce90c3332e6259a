"""A real sound server that plays to nobody, and an ear at each of its loudspeakers."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path


class SoundServer:
    """PulseAudio with loudspeakers made of nothing, and an ear at each."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.address = f"unix:{folder}/pulse.sock"
        self.environment = {
            **os.environ,
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
            "PULSE_RUNTIME_PATH": str(folder),
            "PULSE_SERVER": self.address,
        }
        self._ears: list[subprocess.Popen[bytes]] = []
        self._begin()

    def _begin(self) -> None:
        self._daemon = subprocess.Popen(
            ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "-L",
             f"module-native-protocol-unix auth-anonymous=1 socket={self._folder}/pulse.sock"],
            env={**self.environment, "PULSE_SERVER": ""}, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        end = time.monotonic() + 10
        while self._ask("info").returncode != 0:
            assert time.monotonic() < end, "no sound server"
            time.sleep(0.05)

    def kill(self) -> None:
        """As a crash would. Its ears end with it."""
        self._daemon.kill()
        self._daemon.wait(timeout=10)

    def come_back(self) -> None:
        """Start it again, without any loudspeaker."""
        self._begin()

    def stop(self, *, go_on: bool = False) -> None:
        """Let it hang, or go on."""
        self._daemon.send_signal(signal.SIGCONT if go_on else signal.SIGSTOP)

    def _ask(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["pactl", *words], env=self.environment, capture_output=True, text=True, timeout=10, check=False
        )

    def add(self, name: str) -> str:
        """A new loudspeaker; gives what removes it."""
        made = self._ask(
            "load-module", "module-null-sink", f"sink_name={name}", "rate=48000",
            f"sink_properties=device.description={name}",
        )  # fmt: skip
        assert made.returncode == 0, made.stderr
        return made.stdout.strip()

    def choose(self, name: str) -> None:
        """Make it the one that is used."""
        self._ask("set-default-sink", name)

    def remove(self, module: str) -> None:
        """Pull it out."""
        self._ask("unload-module", module)

    def listen(self, name: str) -> Path:
        """Write down what it plays."""
        out = self._folder / f"{name}.raw"
        with out.open("wb") as file:
            ear = subprocess.Popen(
                [
                    "parec",
                    "-d",
                    f"{name}.monitor",
                    "--rate=48000",
                    "--channels=2",
                    "--format=s16le",
                    "--latency-msec=20",
                ],
                env=self.environment,
                stdout=file,
                stderr=subprocess.DEVNULL,
            )
        self._ears.append(ear)
        return out

    def close(self) -> None:
        """Silence."""
        for child in (*self._ears, self._daemon):
            child.terminate()
            child.wait(timeout=10)
