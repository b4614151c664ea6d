"""Writes the learning rates of PyTorch's schedulers that the tests compare with.

Usage: python3 schedules.py FOLDER    (src/test/resources/org/backprop/engine/schedules)

The file schedules.txt holds lines "name rate rate ...": the rates of 60 calls of step(), from a rate of 0.2. Of
on_plateau, the losses that it was given stand in a line of their own.
"""

import math
import sys
from pathlib import Path

import torch
from torch.optim import lr_scheduler as lr
from torch.optim.swa_utils import SWALR

BASE, TIMES = 0.2, 60

CASES = {
    "constant": lambda o: lr.ConstantLR(o, factor=0.5, total_iters=7),
    "step": lambda o: lr.StepLR(o, step_size=9),
    "multi_step": lambda o: lr.MultiStepLR(o, milestones=[5, 20, 21], gamma=0.3),
    "linear": lambda o: lr.LinearLR(o),
    "linear_down": lambda o: lr.LinearLR(o, start_factor=1, end_factor=0.2, total_iters=40),
    "polynomial": lambda o: lr.PolynomialLR(o, total_iters=50, power=2),
    "exponential": lambda o: lr.ExponentialLR(o, gamma=0.95),
    "cosine": lambda o: lr.CosineAnnealingLR(o, T_max=60, eta_min=0.01),
    "cosine_restarts": lambda o: lr.CosineAnnealingWarmRestarts(o, T_0=7, T_mult=2, eta_min=0.001),
    "triangular": lambda o: lr.CyclicLR(o, BASE, 0.8, step_size_up=6, step_size_down=9, cycle_momentum=False),
    "triangular2": lambda o: lr.CyclicLR(o, BASE, 0.8, step_size_up=6, mode="triangular2", cycle_momentum=False),
    "exp_range": lambda o: lr.CyclicLR(o, BASE, 0.8, step_size_up=6, mode="exp_range", gamma=0.97, cycle_momentum=False),
    "one_cycle": lambda o: lr.OneCycleLR(o, max_lr=0.2, total_steps=60, cycle_momentum=False),
    "one_cycle_linear": lambda o: lr.OneCycleLR(
        o, max_lr=0.7, total_steps=60, pct_start=0.4, anneal_strategy="linear", three_phase=True, cycle_momentum=False
    ),
    "swa_lr": lambda o: SWALR(o, swa_lr=0.05, anneal_epochs=25),
    "swa_lr_linear": lambda o: SWALR(o, swa_lr=0.5, anneal_epochs=11, anneal_strategy="linear"),
    "sequence": lambda o: lr.SequentialLR(
        o, [lr.ConstantLR(o, factor=0.1, total_iters=100), lr.ExponentialLR(o, gamma=0.9)], milestones=[20]
    ),
    "on_plateau": lambda o: lr.ReduceLROnPlateau(o, patience=2, cooldown=1, factor=0.5, threshold=0.02),
    "on_plateau_abs": lambda o: lr.ReduceLROnPlateau(o, patience=1, threshold_mode="abs", threshold=0.05, min_lr=0.01),
}

losses = [1 / (1 + t / 4) + 0.2 * math.sin(t * t) for t in range(TIMES)]
lines = ["losses " + " ".join(repr(v) for v in losses)]
for name, schedule in CASES.items():
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=BASE)
    scheduler = schedule(optimizer)
    rates = []
    for time in range(TIMES):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        if time < TIMES - 1:
            scheduler.step(*([losses[time]] if name.startswith("on_plateau") else []))
    lines.append(name + " " + " ".join(f"{v:.12g}" for v in rates))
(Path(sys.argv[1]) / "schedules.txt").write_text("\n".join(lines) + "\n")
