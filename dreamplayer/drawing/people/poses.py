"""Poses of modelled people as data; the records of things that are people say which verbs call for which."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dreamplayer.drawing.people import held
from dreamplayer.drawing.people.skeleton import Point, Pose

SEAT = 0.44
"""Metres of a chair's seat, for an adult."""

# fmt: off
POSES: dict[str, Pose] = {
    # Standing at ease, the weight on one leg, hands folded before the body.
    "stand": Pose(
        pelvis=(0.060, 0.890, 0.01), side=0.10, lean=(-0.03, 0.10), twist=-0.06, head=(0.20, 0.20, 0.10),
        left=(0.025, 0.98, 0.19), right=(-0.035, 1.0, 0.185), elbow_left=(1, -0.5, -0.35), elbow_right=(-1, -0.5,
        -0.35),
        foot_left=(0.075, 0.08, 0.0), foot_right=(-0.135, 0.08, 0.10), toe_right=(-0.55, 0, 1), knee_right=(-0.45,
        0.1, 1),
        yaw=2.35,
    ),
    # At ease, arms hanging, one knee loose.
    "wait": Pose(
        pelvis=(0.055, 0.890, 0.015), side=0.095, lean=(-0.04, 0.11), twist=-0.14, head=(0.12, -0.35, 0.07),
        left=(0.265, 0.815, 0.075), right=(-0.190, 0.79, 0.120), elbow_left=(0.75, -0.1, -1.0),
        elbow_right=(-0.45, -0.2, -1.0), foot_left=(0.075, 0.08, -0.02), foot_right=(-0.140, 0.08, 0.13),
        toe_right=(-0.48, 0, 1), toe_left=(0.15, 0, 1), knee_right=(-0.40, 0.1, 1), yaw=2.15,
    ),
    # One hand in a pocket, the other at the lapel or shawl.
    "pocket": Pose(
        pelvis=(-0.055, 0.890, 0.01), side=-0.09, lean=(-0.05, 0.12), twist=0.12, head=(0.16, 0.25, -0.08),
        left=(0.195, 0.925, 0.10), right=(-0.055, 1.20, 0.165), elbow_left=(1, 0.1, -0.8), elbow_right=(-1, -0.9, -0.1),
        foot_left=(0.145, 0.08, 0.10), foot_right=(-0.070, 0.08, -0.01), toe_left=(0.5, 0, 1), knee_left=(0.4, 0.1, 1),
        yaw=1.95,
    ),
    # Arms folded, leaning back a little.
    "folded": Pose(
        pelvis=(0.058, 0.889, 0.02), side=0.10, lean=(-0.09, 0.10), twist=-0.10, head=(0.14, -0.2, 0.08),
        left=(-0.115, 1.165, 0.165), right=(0.125, 1.125, 0.175), elbow_left=(0.9, -0.6, 0.15), elbow_right=(-0.9,
        -0.6, 0.15),
        foot_left=(0.072, 0.08, -0.02), foot_right=(-0.150, 0.08, 0.12), toe_right=(-0.5, 0, 1), knee_right=(-0.4,
        0.1, 1),
        yaw=2.0,
    ),
    # Hands in the sleeves of a robe.
    "sleeves": Pose(
        pelvis=(0.045, 0.891, 0.01), side=0.07, lean=(-0.02, 0.12), head=(0.30, 0.15, 0.05), left=(-0.045, 1.075,
        0.205),
        right=(0.045, 1.055, 0.215), elbow_left=(0.9, -0.7, 0.0), elbow_right=(-0.9, -0.7, 0.0),
        foot_left=(0.080, 0.08, 0.0), foot_right=(-0.120, 0.08, 0.09), toe_right=(-0.4, 0, 1), yaw=1.9,
    ),
    # A long staff, planted.
    "staff": Pose(
        pelvis=(0.050, 0.888, 0.0), side=0.09, lean=(-0.02, 0.10), twist=-0.12, head=(0.10, -0.25, 0.05),
        right=(-0.27, 1.22, 0.30), elbow_right=(-0.8, -0.9, -0.2), left=(0.205, 0.86, 0.10), elbow_left=(0.8, -0.1,
        -0.9),
        foot_left=(0.075, 0.08, -0.02), foot_right=(-0.135, 0.08, 0.12), toe_right=(-0.45, 0, 1), knee_right=(-0.4,
        0.1, 1),
        hold=held.long_staff, yaw=1.9,
    ),
    # Seen from behind, hands clasped at the back.
    "gaze": Pose(
        pelvis=(-0.058, 0.887, 0.01), side=-0.10, lean=(-0.05, 0.11), twist=0.08, head=(-0.02, 0.35, -0.09),
        left=(0.06, 0.95, -0.165), right=(-0.035, 0.97, -0.175), elbow_left=(1, -0.2, -0.6), elbow_right=(-1, -0.2,
        -0.6),
        foot_left=(0.155, 0.08, 0.09), foot_right=(-0.068, 0.08, -0.01), toe_left=(0.5, 0, 1), knee_left=(0.4, 0.1, 1),
        yaw=2.65,
    ),
    # The head far back, hands clasped behind: at the stars.
    "look up": Pose(
        pelvis=(0.052, 0.889, 0.035), side=0.095, lean=(-0.10, -0.05), twist=-0.10, head=(-0.46, 0.30, 0.10),
        left=(0.055, 0.94, -0.175), right=(-0.040, 0.96, -0.185), elbow_left=(1, -0.2, -0.6),
        elbow_right=(-1, -0.2, -0.6), foot_left=(0.078, 0.08, -0.02), foot_right=(-0.150, 0.08, 0.12),
        toe_right=(-0.5, 0, 1), knee_right=(-0.4, 0.1, 1), yaw=2.45,
    ),
    "lamp": Pose(
        pelvis=(0.045, 0.890, 0.0), side=0.085, lean=(0.03, 0.03), head=(0.05, -0.25, 0.0), right=(-0.17, 1.11, 0.38),
        elbow_right=(-0.6, -1, -0.4), left=(0.27, 0.83, 0.10), foot_left=(0.09, 0.08, -0.06),
        foot_right=(-0.10, 0.08, 0.16), hold=held.lit_lamp, yaw=1.75,
    ),
    # On a chair, a bench, the edge of a bed: hands in the lap.
    "sit": Pose(
        pelvis=(0, 0.535, -0.03), lean=(-0.06, 0.12), head=(0.20, 0.2, 0.04), left=(0.10, 0.665, 0.24),
        right=(-0.07, 0.675, 0.26), elbow_left=(0.7, -0.4, -0.8), elbow_right=(-0.7, -0.4, -0.8),
        foot_left=(0.11, 0.08, 0.40), foot_right=(-0.10, 0.08, 0.46), sits=True, seat=SEAT, yaw=1.35,
    ),
    # Asleep in a chair: leaning back, the head sunk to one side, hands in the lap.
    "doze": Pose(
        pelvis=(0.02, 0.530, -0.08), lean=(-0.28, 0.10), twist=0.06, head=(0.42, 0.15, 0.30), left=(0.12, 0.655, 0.10),
        right=(-0.02, 0.665, 0.15), elbow_left=(0.9, -0.5, -0.6), elbow_right=(-0.9, -0.5, -0.6),
        foot_left=(0.12, 0.08, 0.48), foot_right=(-0.08, 0.08, 0.38), toe_left=(0.4, 0.1, 1), sits=True, seat=SEAT,
        yaw=1.2,
    ),
    # On a chair, leaning forward, elbows on the knees.
    "brood": Pose(
        pelvis=(0, 0.535, -0.06), lean=(0.34, 0.30), head=(0.22, 0.1, 0.0), left=(0.05, 0.62, 0.46),
        right=(-0.05, 0.63, 0.45), elbow_left=(0.9, -0.3, -0.4), elbow_right=(-0.9, -0.3, -0.4),
        foot_left=(0.13, 0.08, 0.36), foot_right=(-0.13, 0.08, 0.40), sits=True, seat=SEAT, yaw=1.9,
    ),
    # Leaning back in a chair, hands in the lap, one foot put forward.
    "sit back": Pose(
        pelvis=(0.02, 0.530, -0.12), lean=(-0.24, 0.12), side=0.03, twist=0.10, head=(0.06, 0.30, 0.12),
        left=(0.055, 0.665, 0.17), right=(-0.060, 0.685, 0.20), elbow_left=(1, -0.3, -0.6),
        elbow_right=(-1, -0.3, -0.6), foot_left=(0.12, 0.08, 0.34), foot_right=(-0.06, 0.08, 0.54),
        toe_left=(0.45, 0, 1), toe_right=(-0.10, 0.25, 1), sits=True, seat=SEAT, yaw=1.15,
    ),
    # The chin in one hand, its elbow on the chair's arm.
    "sit aside": Pose(
        pelvis=(-0.03, 0.532, -0.08), lean=(-0.08, 0.12), side=-0.08, twist=-0.12, head=(0.14, -0.25, -0.20),
        left=(0.10, 0.660, 0.22), right=(-0.135, 1.100, 0.125), elbow_left=(0.9, -0.4, -0.6),
        elbow_right=(-1, -0.9, -0.1), foot_left=(0.14, 0.08, 0.44), foot_right=(-0.06, 0.08, 0.34),
        toe_left=(0.5, 0, 1), sits=True, seat=SEAT, yaw=1.3,
    ),
    # Seated, the head far back.
    "sit look up": Pose(
        pelvis=(0.01, 0.530, -0.10), lean=(-0.26, -0.02), twist=0.06, head=(-0.42, 0.20, 0.08),
        left=(0.10, 0.660, 0.20), right=(-0.10, 0.660, 0.18), elbow_left=(1, -0.3, -0.6), elbow_right=(-1, -0.3, -0.6),
        foot_left=(0.12, 0.08, 0.36), foot_right=(-0.08, 0.08, 0.50), sits=True, seat=SEAT, yaw=1.5,
    ),
    # Seated, a warm cup held before the breast.
    "sip": Pose(
        pelvis=(0.01, 0.532, -0.09), lean=(-0.12, 0.16), twist=0.06, head=(0.22, 0.20, 0.06), left=(0.055, 0.86, 0.22),
        right=(-0.050, 0.87, 0.22), elbow_left=(0.9, -0.9, -0.3), elbow_right=(-0.9, -0.9, -0.3),
        foot_left=(0.12, 0.08, 0.36), foot_right=(-0.07, 0.08, 0.50), toe_left=(0.4, 0, 1), hold=held.warm_drink,
        sits=True, seat=SEAT, yaw=1.2,
    ),
    # Leaning back, one leg over the other, a book in both hands.
    "read": Pose(
        pelvis=(0.01, 0.532, -0.09), lean=(-0.16, 0.20), twist=0.04, head=(0.46, 0.12, 0.06), left=(0.095, 0.83, 0.24),
        right=(-0.095, 0.82, 0.25), elbow_left=(0.7, -0.9, -0.4), elbow_right=(-0.7, -0.9, -0.4),
        foot_left=(0.10, 0.08, 0.36), foot_right=(-0.03, 0.09, 0.50), toe_left=(0.4, 0, 1),
        hold=held.open_pages, sits=True, seat=SEAT, yaw=1.25,
    ),
    # On one's feet, a book held low.
    "read standing": Pose(
        pelvis=(0.058, 0.889, 0.015), side=0.10, lean=(-0.04, 0.14), twist=-0.10, head=(0.44, 0.05, 0.08),
        left=(0.100, 1.08, 0.24), right=(-0.095, 1.07, 0.25), elbow_left=(0.8, -0.9, -0.4),
        elbow_right=(-0.8, -0.9, -0.4), foot_left=(0.075, 0.08, -0.02), foot_right=(-0.145, 0.08, 0.12),
        toe_right=(-0.5, 0, 1), knee_right=(-0.4, 0.1, 1), hold=held.open_pages, yaw=1.95,
    ),
    # On the ground, knees drawn up, a book on them.
    "read on the ground": Pose(
        pelvis=(0, 0.125, -0.13), lean=(0.10, 0.34), head=(0.46, 0.08, 0.05), left=(0.095, 0.47, 0.25),
        right=(-0.095, 0.46, 0.26), elbow_left=(0.9, -0.6, -0.3), elbow_right=(-0.9, -0.6, -0.3),
        foot_left=(0.085, 0.07, 0.40), foot_right=(-0.085, 0.07, 0.34), knee_left=(0.1, 1, 0.2),
        knee_right=(-0.1, 1, 0.2), hold=held.open_pages, sits=True, yaw=1.6,
    ),
    # At a table, writing, the head bent over it.
    "write": Pose(
        pelvis=(0, 0.535, -0.05), lean=(0.14, 0.26), twist=0.10, head=(0.40, -0.10, 0.06), left=(0.17, 0.79, 0.30),
        right=(-0.10, 0.80, 0.37), elbow_left=(0.9, -0.2, -0.3), elbow_right=(-0.9, -0.2, -0.4),
        foot_left=(0.11, 0.08, 0.30), foot_right=(-0.10, 0.08, 0.20), hold=held.pen, sits=True, seat=SEAT, yaw=1.5,
    ),
    # At the keys of a piano.
    "play keys": Pose(
        pelvis=(0.01, 0.535, -0.06), lean=(0.06, 0.14), side=0.05, twist=-0.06, head=(0.22, 0.15, 0.12),
        left=(0.16, 0.80, 0.36), right=(-0.17, 0.81, 0.35), elbow_left=(0.9, -0.4, -0.6),
        elbow_right=(-0.9, -0.4, -0.6), foot_left=(0.10, 0.08, 0.28), foot_right=(-0.09, 0.08, 0.38),
        sits=True, seat=SEAT, yaw=2.2,
    ),
    # A violin under the chin, the bow across it.
    "fiddle": Pose(
        pelvis=(0.058, 0.888, 0.01), side=0.10, lean=(-0.04, 0.06), twist=0.14, head=(0.22, 0.45, 0.30),
        left=(0.20, 1.27, 0.36), right=(-0.10, 1.20, 0.34), elbow_left=(0.6, -1, 0.2), elbow_right=(-1, -0.4, 0.0),
        foot_left=(0.075, 0.08, -0.02), foot_right=(-0.145, 0.08, 0.12), toe_right=(-0.5, 0, 1),
        knee_right=(-0.4, 0.1, 1), hold=held.violin, yaw=1.9,
    ),
    # A broom in both hands.
    "sweep": Pose(
        pelvis=(0.03, 0.884, -0.05), side=0.07, lean=(0.14, 0.18), twist=0.16, head=(0.34, 0.05, 0.05),
        left=(0.10, 0.86, 0.34), right=(-0.06, 1.14, 0.25), elbow_left=(0.9, -0.5, -0.5),
        elbow_right=(-0.9, -0.2, -0.2), foot_left=(0.11, 0.08, 0.10), foot_right=(-0.11, 0.08, -0.10),
        hold=held.broom, yaw=1.7,
    ),
    # Both arms straight, leaning on what is kneaded.
    "knead": Pose(
        pelvis=(0.02, 0.885, -0.14), side=0.05, lean=(0.20, 0.24), twist=0.06, head=(0.38, 0.08, 0.05),
        left=(0.13, 0.965, 0.36), right=(-0.11, 0.955, 0.38), elbow_left=(0.9, -0.1, -0.4),
        elbow_right=(-0.9, -0.1, -0.4), foot_left=(0.10, 0.08, -0.16), foot_right=(-0.11, 0.08, 0.02), yaw=2.1,
    ),
    # Bent back over the oars.
    "row": Pose(
        pelvis=(0, 0.535, -0.06), lean=(0.16, 0.14), head=(0.04, 0.15, 0.05), left=(0.17, 0.74, 0.42),
        right=(-0.17, 0.74, 0.42), elbow_left=(0.9, -0.4, -0.5), elbow_right=(-0.9, -0.4, -0.5),
        foot_left=(0.11, 0.10, 0.52), foot_right=(-0.11, 0.10, 0.50), hold=held.oars, sits=True, seat=SEAT, yaw=2.3,
    ),
    # On the ground by the water, a rod held out.
    "angle": Pose(
        pelvis=(0, 0.125, -0.12), lean=(-0.02, 0.24), twist=-0.08, head=(0.04, 0.10, 0.06), left=(0.06, 0.42, 0.30),
        right=(-0.06, 0.36, 0.18), elbow_left=(0.9, -0.2, -0.3), elbow_right=(-0.9, -0.2, -0.5),
        foot_left=(0.10, 0.07, 0.46), foot_right=(-0.09, 0.07, 0.34), knee_left=(0.15, 1, 0.2),
        knee_right=(-0.15, 1, 0.2), hold=held.rod, sits=True, yaw=1.6,
    ),
    # On the edge of a jetty or a boat's bench, a rod held out.
    "angle seated": Pose(
        pelvis=(0, 0.535, -0.05), lean=(0.02, 0.26), twist=-0.08, head=(0.14, 0.10, 0.06), left=(0.06, 0.82, 0.34),
        right=(-0.06, 0.74, 0.22), elbow_left=(0.9, -0.4, -0.4), elbow_right=(-0.9, -0.3, -0.6),
        foot_left=(0.11, 0.08, 0.40), foot_right=(-0.10, 0.08, 0.32), hold=held.rod, sits=True, seat=SEAT, yaw=1.6,
    ),
    # Before a fire, both hands held out to it.
    "warm": Pose(
        pelvis=(0, 0.37, -0.22), lean=(0.16, 0.20), head=(0.08, 0.10, 0.06), right=(-0.13, 0.62, 0.36),
        left=(0.12, 0.66, 0.34), elbow_right=(-0.8, -0.6, -0.4), elbow_left=(0.8, -0.6, -0.4),
        foot_left=(0.10, 0.06, -0.42), foot_right=(-0.10, 0.06, -0.40), knee_left=(0.1, -0.4, 1),
        knee_right=(-0.1, -0.4, 1), toe_left=(0.1, -0.3, -1), toe_right=(-0.1, -0.3, -1), sits=True, yaw=1.95,
    ),
    # Seated before a fire, both hands held out to it.
    "warm seated": Pose(
        pelvis=(0, 0.535, -0.04), lean=(0.22, 0.20), head=(0.10, 0.12, 0.06), left=(0.12, 0.86, 0.42),
        right=(-0.13, 0.82, 0.43), elbow_left=(0.8, -0.7, -0.3), elbow_right=(-0.8, -0.7, -0.3),
        foot_left=(0.13, 0.08, 0.34), foot_right=(-0.12, 0.08, 0.42), sits=True, seat=SEAT, yaw=1.5,
    ),
    # On both knees, the hands together.
    "pray": Pose(
        pelvis=(0, 0.37, -0.22), lean=(0.12, 0.24), head=(0.46, 0.0, 0.06), right=(-0.025, 0.80, 0.10),
        left=(0.025, 0.80, 0.10), elbow_right=(-0.9, -0.6, 0.0), elbow_left=(0.9, -0.6, 0.0),
        foot_left=(0.10, 0.06, -0.42), foot_right=(-0.10, 0.06, -0.40), knee_left=(0.1, -0.4, 1),
        knee_right=(-0.1, -0.4, 1), toe_left=(0.1, -0.3, -1), toe_right=(-0.1, -0.3, -1), sits=True, yaw=2.0,
    ),
    # At a window, seen from behind, arms folded, the head a little to one side.
    "look out": Pose(
        pelvis=(0.060, 0.888, 0.02), side=0.11, lean=(-0.02, 0.08), twist=-0.16, head=(0.02, -0.30, 0.14),
        left=(-0.105, 1.120, 0.165), right=(0.115, 1.085, 0.175), elbow_left=(0.9, -0.6, 0.15),
        elbow_right=(-0.9, -0.6, 0.15), foot_left=(0.073, 0.08, -0.01), foot_right=(-0.155, 0.08, 0.15),
        toe_right=(-0.55, 0, 1), knee_right=(-0.45, 0.1, 1), yaw=2.75,
    ),
    # On the ground at ease, forearms on the knees.
    "sit low": Pose(
        pelvis=(0, 0.125, -0.13), lean=(-0.02, 0.26), twist=0.08, head=(0.00, 0.25, 0.08), left=(0.12, 0.40, 0.28),
        right=(-0.07, 0.42, 0.26), elbow_left=(0.9, -0.3, -0.3), elbow_right=(-0.9, -0.3, -0.3),
        foot_left=(0.11, 0.07, 0.48), foot_right=(-0.10, 0.07, 0.34), knee_left=(0.2, 1, 0.2),
        knee_right=(-0.15, 1, 0.2), sits=True, yaw=1.75,
    ),
    # On the ground, at needlework.
    "knit on the ground": Pose(
        pelvis=(0, 0.125, -0.12), lean=(0.06, 0.34), head=(0.46, 0.05, 0.05), left=(0.085, 0.44, 0.20),
        right=(-0.085, 0.44, 0.20), elbow_left=(0.9, -0.6, -0.4), elbow_right=(-0.9, -0.6, -0.4),
        foot_left=(0.10, 0.07, 0.52), foot_right=(-0.09, 0.07, 0.44), knee_left=(0.15, 1, 0.2),
        knee_right=(-0.15, 1, 0.2), hold=held.needlework, sits=True, yaw=1.5,
    ),
    "knit": Pose(
        pelvis=(0, 0.535, -0.03), lean=(-0.02, 0.20), head=(0.46, 0.05, 0.0), left=(0.085, 0.81, 0.27),
        right=(-0.085, 0.81, 0.27), elbow_left=(0.9, -0.7, -0.4), elbow_right=(-0.9, -0.7, -0.4),
        foot_left=(0.10, 0.08, 0.40), foot_right=(-0.08, 0.08, 0.34), hold=held.needlework, sits=True, seat=SEAT,
        yaw=1.25,
    ),
    # On the ground, arms about the knees.
    "huddle": Pose(
        pelvis=(0, 0.125, -0.12), lean=(0.32, 0.42), head=(-0.05, 0.2, 0.10), left=(0.025, 0.30, 0.36),
        right=(-0.035, 0.28, 0.37), elbow_left=(1.0, 0.0, 0.1), elbow_right=(-1.0, 0.0, 0.1),
        foot_left=(0.075, 0.07, 0.34), foot_right=(-0.085, 0.07, 0.31), knee_left=(0.1, 1, 0.2),
        knee_right=(-0.1, 1, 0.2), sits=True, yaw=1.85,
    ),
    # On the ground, leaning back on both hands.
    "rest": Pose(
        pelvis=(0, 0.115, -0.12), lean=(-0.30, 0.02), head=(-0.28, 0.2, 0.0), left=(0.20, 0.06, -0.46),
        right=(-0.20, 0.06, -0.46), elbow_left=(0.5, 0.1, -1), elbow_right=(-0.5, 0.1, -1),
        foot_left=(0.09, 0.07, 0.62),
        foot_right=(-0.07, 0.07, 0.40), knee_left=(0.1, 1, 0.2), knee_right=(-0.1, 1, 0.2), toe_left=(0.2, 1.0, 0.5),
        sits=True, yaw=1.75,
    ),
    "kneel": Pose(
        pelvis=(0, 0.38, -0.22), lean=(0.42, 0.42), head=(0.20, -0.1, 0.0), right=(-0.10, 0.30, 0.50),
        left=(0.13, 0.42, 0.16), elbow_right=(-0.5, -0.5, -0.8), elbow_left=(0.8, -0.2, -0.8),
        foot_left=(0.10, 0.06, -0.42), foot_right=(-0.10, 0.06, -0.40), knee_left=(0.1, -0.4, 1),
        knee_right=(-0.1, -0.4, 1), toe_left=(0.1, -0.3, -1), toe_right=(-0.1, -0.3, -1), sits=True, yaw=1.7,
    ),
    # At a sill or a rail, on the forearms.
    "lean": Pose(
        pelvis=(0.03, 0.885, -0.10), lean=(0.28, 0.26), head=(-0.12, -0.15, 0.08), left=(0.06, 1.055, 0.42),
        right=(-0.09, 1.055, 0.43), elbow_left=(0.9, -0.8, 0.1), elbow_right=(-0.9, -0.8, 0.1),
        foot_left=(0.09, 0.08, -0.12), foot_right=(0.02, 0.185, -0.30), knee_right=(-0.35, 0.1, 1),
        toe_right=(0.0, -0.9, 0.5), yaw=2.55,
    ),
    "drink": Pose(
        pelvis=(-0.055, 0.889, 0.0), side=-0.09, lean=(0.0, 0.10), head=(0.20, 0.1, 0.0), left=(0.045, 1.14, 0.24),
        right=(-0.045, 1.14, 0.24), elbow_left=(0.9, -1, -0.2), elbow_right=(-0.9, -1, -0.2),
        foot_left=(0.13, 0.08, 0.06), foot_right=(-0.08, 0.08, 0.0), hold=held.warm_drink, yaw=1.15,
    ),
    # Hands busy with something on a table or a stove before one.
    "work": Pose(
        pelvis=(0.040, 0.888, -0.05), side=0.08, lean=(0.10, 0.24), twist=0.10, head=(0.36, 0.0, 0.0), left=(0.13,
        0.98, 0.36),
        right=(-0.09, 1.03, 0.33), elbow_left=(0.9, -0.6, -0.5), elbow_right=(-0.9, -0.5, -0.5),
        foot_left=(0.10, 0.08, 0.0), foot_right=(-0.11, 0.08, 0.05), yaw=2.15,
    ),
    "reach": Pose(
        pelvis=(-0.02, 0.90, 0), side=0.07, lean=(-0.02, -0.03), head=(-0.38, -0.2, 0.05), right=(-0.20, 1.78, 0.26),
        elbow_right=(-1, -0.5, 0.1), left=(0.24, 0.84, 0.03), foot_left=(0.10, 0.142, -0.10),
        foot_right=(-0.08, 0.08, 0.06), toe_left=(0.2, -0.55, 1), yaw=2.4,
    ),
    "point": Pose(
        pelvis=(0.045, 0.888, 0.0), side=0.08, lean=(0.02, 0.02), twist=0.25, head=(-0.10, 0.10, 0.0), right=(-0.12,
        1.40, 0.54),
        elbow_right=(-0.6, -1, 0.0), left=(0.22, 0.82, 0.03), foot_left=(0.09, 0.08, 0.10),
        foot_right=(-0.10, 0.08, -0.08), yaw=2.0,
    ),
    "wave": Pose(
        pelvis=(0.050, 0.889, 0.0), side=0.085, lean=(-0.01, 0.0), head=(-0.06, -0.1, -0.05), right=(-0.36, 1.62, 0.12),
        elbow_right=(-1, -0.6, 0.1), left=(0.22, 0.82, 0.05), foot_left=(0.10, 0.08, -0.02),
        foot_right=(-0.10, 0.08, 0.06), yaw=2.7,
    ),
    "offer": Pose(
        pelvis=(0.030, 0.886, 0.02), side=0.07, lean=(0.06, 0.06), head=(0.10, 0.0, 0.0), right=(-0.14, 1.06, 0.46),
        elbow_right=(-0.7, -1, -0.2), left=(0.10, 1.12, 0.16), elbow_left=(1, -0.7, -0.2), foot_left=(0.09, 0.08, 0.14),
        foot_right=(-0.09, 0.08, -0.06), yaw=1.6,
    ),
    "carry": Pose(
        pelvis=(0.030, 0.883, 0.0), side=0.06, lean=(-0.07, 0.02), head=(0.04, 0.1, 0.0), left=(0.13, 1.02, 0.27),
        right=(-0.13, 1.02, 0.27), elbow_left=(1, -0.6, -0.4), elbow_right=(-1, -0.6, -0.4),
        foot_left=(0.10, 0.08, 0.13),
        foot_right=(-0.10, 0.11, -0.14), toe_right=(-0.15, -0.25, 1), hold=held.bundle, yaw=1.9,
    ),
    "basket": Pose(
        pelvis=(0.050, 0.883, 0.0), side=0.085, lean=(0.02, 0.05), head=(0.06, 0.3, 0.05), right=(-0.25, 0.80, 0.08),
        left=(0.20, 1.06, 0.16), elbow_left=(0.8, -0.6, -0.6), foot_left=(0.09, 0.08, 0.10),
        foot_right=(-0.09, 0.09, -0.10), hold=held.wicker, yaw=1.45,
    ),
    "stick": Pose(
        pelvis=(0.0, 0.875, -0.02), lean=(0.14, 0.16), head=(-0.02, -0.2, 0.0), right=(-0.22, 0.88, 0.34),
        elbow_right=(-0.7, -0.6, -0.6), left=(0.10, 0.98, -0.15), elbow_left=(1, -0.2, -0.6),
        foot_left=(0.10, 0.08, 0.12), foot_right=(-0.10, 0.08, -0.08), hold=held.walking_stick, yaw=2.0,
    ),
    # Arms out and up, the head back: turning in a dance, or greeting the sky.
    "spread": Pose(
        pelvis=(0.0, 0.90, 0.01), lean=(-0.04, -0.06), head=(-0.30, 0.0, 0.0), left=(0.62, 1.42, 0.10),
        right=(-0.62, 1.42, 0.10), elbow_left=(0.3, -1, -0.2), elbow_right=(-0.3, -1, -0.2),
        foot_left=(0.09, 0.08, 0.05),
        foot_right=(-0.09, 0.08, -0.03), yaw=2.85,
    ),
    # Two by two: the one who holds a hand, the one who is led, and two who hold each other.
    "leads": Pose(
        pelvis=(0.045, 0.888, 0.0), side=0.08, head=(0.10, -0.5, -0.05), right=(-0.30, 0.80, 0.05),
        left=(0.22, 0.82, 0.06),
        foot_left=(0.10, 0.08, -0.04), foot_right=(-0.10, 0.08, 0.10), yaw=2.8,
    ),
    "led": Pose(
        pelvis=(0, 0.893, 0), head=(-0.22, 0.5, 0.05), left=(0.30, 1.15, 0.05), right=(-0.24, 0.84, 0.06),
        foot_left=(0.09, 0.08, 0.10), foot_right=(-0.09, 0.08, -0.04), yaw=2.8,
    ),
    "beside": Pose(
        pelvis=(-0.045, 0.888, 0.0), side=-0.08, head=(0.02, 0.4, 0.08), left=(0.30, 0.84, 0.05),
        right=(-0.22, 0.82, 0.05),
        foot_left=(0.10, 0.08, 0.06), foot_right=(-0.09, 0.08, -0.03), yaw=2.8,
    ),
    "holds": Pose(
        pelvis=(0, 0.90, 0), lean=(0.02, 0.10), head=(0.26, 0.45, 0.14), left=(0.10, 1.20, 0.30),
        right=(-0.14, 1.05, 0.30), elbow_left=(1, -0.4, -0.2), elbow_right=(-1, -0.3, -0.2), yaw=1.57,
    ),
    "held": Pose(
        pelvis=(0, 0.90, 0), lean=(0.03, 0.12), head=(0.20, 0.55, 0.22), left=(0.12, 1.34, 0.30),
        right=(-0.13, 1.28, 0.30), elbow_left=(1, -0.5, 0.0), elbow_right=(-1, -0.5, 0.0), yaw=-1.57,
    ),
}
# fmt: on

_SEATED: dict[str, tuple[str, ...]] = {
    "drink": ("sip",), "look up": ("sit look up",), "work": ("write",), "kneel": ("brood",), "pray": ("brood",),
    "huddle": ("brood", "sit back"), "rest": ("sit back",), "warm": ("warm seated",), "lean": ("sit aside",),
    "read standing": ("read",), "angle": ("angle seated",), "knead": ("write",), "stand": ("sit", "sit aside"),
    "gaze": ("sit aside", "sit back"), "look out": ("sit aside", "sit back"), "offer": ("sit",),
}  # fmt: skip
"""What is done sitting instead of what one stands, kneels or sits on the ground for; else one sits at ease."""
_ON_FOOT: dict[str, tuple[str, ...]] = {
    "sit": ("sit low", "rest", "huddle"), "sit back": ("rest", "sit low"), "sit aside": ("sit low",),
    "read": ("read on the ground",), "knit": ("knit on the ground",), "brood": ("huddle",), "sip": ("drink",),
    "write": ("work",), "sit look up": ("rest",), "warm seated": ("warm",), "angle seated": ("angle",),
    "play keys": ("fiddle",), "row": ("rest",), "doze": ("huddle",),
}  # fmt: skip
"""What is done on the ground or standing instead of what needs a seat."""
EASE = ("sit back", "sit", "sit aside", "sit back")
"""Ways to sit."""


def seated_pose(name: str, chance: float = 0.0) -> str:
    """The pose in which somebody on a seat does what a pose stands for.

    Args:
        name: of `POSES`.
        chance: 0..1, which of several.

    Returns:
        A pose with a seat: the same where it has one.
    """
    if name in POSES and POSES[name].seat > 0.0:
        return name
    choices = _SEATED.get(name, EASE)
    return choices[int(chance * len(choices)) % len(choices)]


def is_done_sitting(name: str) -> bool:
    """Whether what a pose stands for may be done on a seat: drinking and reading, not walking or sweeping.

    Args:
        name: of `POSES`, or what is done and is no pose.
    """
    return name in _SEATED or (name in POSES and POSES[name].seat > 0.0)


def unseated_pose(name: str, chance: float = 0.0) -> str:
    """The pose in which somebody does it where there is no seat: on the ground, or standing.

    Args:
        name: of `POSES`.
        chance: 0..1, which of several.

    Returns:
        A pose without a seat: the same where it needs none.
    """
    choices = _ON_FOOT.get(name, (name,))
    return choices[int(chance * len(choices)) % len(choices)]


def on_seat(pose: Pose, high: float) -> Pose:
    """A pose of a seat as high as the place's own: feet on the floor before it, or short of it where it is too high.

    Args:
        pose: with a seat.
        high: metres of the seat above the floor, for an adult of 1.70 m.
    """
    up = min(max(high - pose.seat, _LOW_SEAT), _HIGH_SEAT)

    def lifted(point: Point) -> Point:
        return point[0], point[1] + up, point[2]

    # On a low seat the feet go out, on a high one they are drawn in.
    ahead = -0.5 * up
    feet = [(x, y, z + ahead) for x, y, z in (pose.foot_left, pose.foot_right)]
    return replace(
        pose, pelvis=lifted(pose.pelvis), left=lifted(pose.left), right=lifted(pose.right), seat=pose.seat + up,
        foot_left=feet[0], foot_right=feet[1],
    )  # fmt: skip


_LOW_SEAT, _HIGH_SEAT = -0.26, 0.08
"""Metres by which a seat is lower or higher than a chair's at most: above that, feet dangle."""
_HALF_STEP = 0.27
"""Metres from the middle of the body to the foot that is set down."""
_STANCE = 0.62
"""Share of the cycle in which a foot is on the ground."""
STRIDE = 2 * _HALF_STEP / _STANCE
"""Metres an adult goes in one cycle of two steps, so that no foot slides."""


def _ankle_height(down: float) -> float:
    """Height of an ankle whose foot touches the ground with its toes (down > 0) or its heel; metres of an adult."""
    before, behind = 0.155, 0.05
    return 0.055 * float(np.cos(down)) + (before if down > 0 else behind) * abs(float(np.sin(down))) + 0.025


def _foot(u: float) -> tuple[float, float, float]:
    """Of a foot at `u` of its cycle: metres before the body, height of its ankle, how far its toe points down."""
    u %= 1.0
    if u < _STANCE:
        s = u / _STANCE
        rolling = float(np.clip((s - 0.62) / 0.38, 0, 1)) ** 1.5
        landing = float(np.clip(1 - s / 0.16, 0, 1))
        down = 0.95 * rolling - 0.30 * landing
        return _HALF_STEP * (1 - 2 * s), _ankle_height(down), down
    s = (u - _STANCE) / (1 - _STANCE)
    ahead = _HALF_STEP * (-1 + 2 * s * s * (3 - 2 * s))
    down = 0.95 * (1 - s) ** 1.4 - 0.30 * s**3
    return ahead, _ankle_height(down) + 0.035 * float(np.sin(np.pi * s)), down


def walking(u: float, left: float = 1.0) -> Pose:
    """One moment of a walk: at 0 the left heel is set down; the cycle closes at 1.

    Args:
        u: 0..1 through the cycle.
        left: 1 walking .. 0 come to rest.
    """
    rest = POSES["wait"]
    turn = 2 * np.pi * u
    swing = float(np.cos(turn))

    def mixed(moving: Point, still: Point) -> Point:
        x, y, z = (still[i] + (moving[i] - still[i]) * left for i in range(3))
        return x, y, z

    def toe(down: float, still: Point) -> Point:
        return mixed((0.12 if still[0] > 0 else -0.12, -float(np.sin(down)), float(np.cos(down))), still)

    ahead_l, high_l, down_l = _foot(u)
    ahead_r, high_r, down_r = _foot(u + 0.5)
    bob = 0.014 * float(np.cos(2 * turn))
    return replace(
        rest,
        pelvis=mixed((0.018 * float(np.sin(turn)), 0.882 - bob, 0.0), rest.pelvis),
        lean=(0.055 * left + rest.lean[0] * (1 - left), 0.05),
        side=rest.side * (1 - left) - 0.03 * left * float(np.sin(turn)),
        twist=rest.twist * (1 - left) - 0.15 * left * swing,
        head=mixed((0.08, 0.07 * swing, 0.0), rest.head),
        left=mixed((0.205, 0.86 + 0.025 * abs(swing), 0.03 - 0.21 * swing), rest.left),
        right=mixed((-0.205, 0.86 + 0.025 * abs(swing), 0.03 + 0.21 * swing), rest.right),
        foot_left=mixed((0.075, high_l, ahead_l), rest.foot_left),
        foot_right=mixed((-0.075, high_r, ahead_r), rest.foot_right),
        toe_left=toe(down_l, rest.toe_left),
        toe_right=toe(down_r, rest.toe_right),
        yaw=2.5,
    )
