"""One inference session, shared by threads.

A window is run by itself: nothing is padded, and the scales of 8-bit products depend on the window alone, so that the
output is the same whatever stands beside it, on however many threads.
"""

from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime

from trucewatch.extract.model.bundle import Bundle, ModelError
from trucewatch.extract.model.layout import Laid, Window
from trucewatch.extract.model.pieces import FIRST, LAST
from trucewatch.extract.model.shape import EDGE, GLUED, SPECIAL

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Raw:
    """What the session gives for one window; the first axis counts the window's words.

    `arcs` has the root in column 0; `label_heads` has it in row 0.
    """

    tags: Floats
    arcs: Floats
    label_asked: Floats
    label_heads: Floats
    names: Floats
    roles: Floats
    link_vectors: Floats


_OUTPUTS = ("tags", "arcs", "label_asked", "label_heads", "names", "roles", "link_vectors")


class Session:
    """The loaded network; `run` may be called from several threads at once."""

    def __init__(self, bundle: Bundle) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        path = bundle.file("model.onnx")
        try:
            self._session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        except (RuntimeError, ValueError, OSError) as fault:
            raise ModelError(f"{path} cannot be loaded ({fault}): install Trucewatch anew") from fault

    def run(self, laid: Laid, window: Window) -> Raw:
        """The heads' scores for one window."""
        found = self._session.run(list(_OUTPUTS), inputs(laid, window))
        return Raw(*found)


def inputs(laid: Laid, window: Window) -> dict[str, Any]:
    """What the network is fed of one window: pieces with their shapes and glue, and where each word begins and ends."""
    within = slice(window.first, window.last)
    own = laid.pieces[within]
    sizes = np.array([len(pieces) for pieces in own])
    ends = sizes.cumsum()
    first = ends - sizes + 1
    glues = np.full(ends[-1] + 2, GLUED)
    glues[first] = laid.glues[within]
    glues[[0, -1]] = EDGE
    shapes = np.full(ends[-1] + 2, SPECIAL)
    shapes[1:-1] = np.repeat(laid.shapes[within], sizes)
    pieces = np.array([FIRST, *chain.from_iterable(own), LAST])
    return {"pieces": pieces, "shapes": shapes, "glues": glues, "first": first, "last": ends}
