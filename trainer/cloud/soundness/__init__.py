"""Whether a drill accepts what is right, explains what is wrong and cannot be guessed."""

from trainer.cloud.soundness.checking import check_soundness
from trainer.cloud.soundness.report import Examined, Soundness

__all__ = ["Examined", "Soundness", "check_soundness"]
