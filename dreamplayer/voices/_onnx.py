"""Running a voice's ONNX model: whole, with its inner durations told, and beside a picture that needs a core too."""

from __future__ import annotations

import hashlib
import os
from typing import Any

from dreamplayer.errors import VoiceError
from dreamplayer.process.network import import_onnxruntime


def session(model: bytes, tensor: str) -> Any:
    """The model on the processor, with one of its inner tensors as an output of its own."""
    onnxruntime = import_onnxruntime()
    onnxruntime.set_default_logger_severity(3)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads()
    options.inter_op_num_threads = 1
    # A thread that waits by spinning takes its core from the picture.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(with_output(model, tensor), options, providers=["CPUExecutionProvider"])


def threads() -> int:
    """As many as leave the picture a core, at most 4."""
    return max(1, min(4, (os.cpu_count() or 2) - 1))


def checked(data: bytes, sha256: str, todo: str) -> bytes:
    """The bytes, if they are the ones that were meant."""
    if hashlib.sha256(data).hexdigest() != sha256:
        raise VoiceError("the voice's file is damaged", todo=f"To mend it: {todo}")
    return data


def with_output(model: bytes, tensor: str) -> bytes:
    """The same model with one more output.

    Protocol buffers merge a message that is given twice, and add to its lists: so ModelProto{graph{output{name}}}
    (fields 7, 12, 1) written behind the model's bytes is enough.
    """
    return model + _field(7, _field(12, _field(1, tensor.encode())))


def _field(number: int, payload: bytes) -> bytes:
    """A length-delimited field."""
    return _varint(number << 3 | 2) + _varint(len(payload)) + payload


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)
