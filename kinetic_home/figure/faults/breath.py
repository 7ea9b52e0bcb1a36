"""What a breath does wrong: it is held."""

from __future__ import annotations

from dataclasses import replace

from kinetic_home.domain.fault import Mark
from kinetic_home.domain.motion import Carrier, Flow, Motion, Pose
from kinetic_home.domain.room import Touch
from kinetic_home.figure.faults.posing import FEET, always, posed

# A held breath: the chest full and raised, the shoulders up at the ears, the chin drawn in. Shoulders that bear stay
# lower, and those of one who stands, or the neck would be gone; a head that lies comes off the mat, a back that lies
# does not bend.
_FULL, _SHRUG, _PROPPED_SHRUG, _CHIN_DEG, _CHEST_UP_DEG = 0.8, 1.0, 0.5, 16.0, 7.0
_STANDING_SHRUG, _STANDING_CHIN_DEG = 0.5, 13.0


def holds_breath(motion: Motion) -> Motion:
    """Let the person hold the breath: shoulders up, mouth closed, no breath to be seen."""
    goes_on = motion.flow is Flow.CYCLE or motion.carrier is Carrier.OTHER_FOOT or motion.start == motion.end

    hand = motion.end.work_arm.hand
    propped = hand is not None and hand.on is Touch.FLOOR and motion.carrier is not Carrier.SHOULDERS
    shrug = 0.0 if motion.carrier is Carrier.ELBOW else _PROPPED_SHRUG if propped else _SHRUG
    shrug, chin = (_STANDING_SHRUG, _STANDING_CHIN_DEG) if motion.carrier in FEET else (shrug, _CHIN_DEG)
    chest = 0.0 if motion.carrier in (Carrier.SHOULDERS, Carrier.SIDE, Carrier.ELBOW) else _CHEST_UP_DEG

    def change(pose: Pose, shows: float) -> Pose:
        return replace(
            pose,
            belly=pose.belly * (1.0 - shows) + _FULL * shows,
            shrug=max(pose.shrug, shrug * shows),
            thoracic_deg=pose.thoracic_deg - chest * shows,
            neck_deg=pose.neck_deg + (chin + chest) * shows,
        )

    held = posed(motion, change, marks=(Mark.MOUTH,), share=always if goes_on else None)
    return replace(held, breath=None)
