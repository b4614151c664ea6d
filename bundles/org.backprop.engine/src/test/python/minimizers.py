"""Writes the trajectory of torch.optim.LBFGS with a strong Wolfe line search.

Usage: python3 minimizers.py FOLDER    (src/test/resources/org/backprop/engine/train)

It reads data.txt and initial.txt, which trajectories.py wrote, and makes 20 iterations of one step each on all 140 samples,
in float64, with a network without kinks.
"""

import sys
from pathlib import Path

import torch
from torch import nn

FOLDER = Path(sys.argv[1])
STEPS, INPUTS = 20, 12
LAYERS = {0: "first", 2: "second", 4: "third"}


def read(name):
    lines = (FOLDER / (name + ".txt")).read_text().splitlines()
    return {line.split()[0]: torch.tensor([float(v) for v in line.split()[1:]], dtype=torch.float64) for line in lines}


data, initial = read("data"), read("initial")
inputs, labels = data["inputs"].view(-1, INPUTS), data["labels"].long()
net = nn.Sequential(nn.Linear(INPUTS, 8), nn.Tanh(), nn.Linear(8, 6), nn.Tanh(), nn.Linear(6, 3)).double()
with torch.no_grad():
    for key, value in net.named_parameters():
        layer, role = key.split(".")
        value.copy_(initial[LAYERS[int(layer)] + "." + role].view_as(value))
optimizer = torch.optim.LBFGS(
    net.parameters(), max_iter=1, max_eval=25, history_size=10, line_search_fn="strong_wolfe", tolerance_grad=0
)


def closure():
    optimizer.zero_grad()
    loss = nn.functional.cross_entropy(net(inputs), labels)
    loss.backward()
    return loss


losses = [optimizer.step(closure).item() for _ in range(STEPS)]
tensors = {"losses": torch.tensor(losses)}
for key, value in net.named_parameters():
    layer, role = key.split(".")
    tensors[LAYERS[int(layer)] + "." + role] = value.detach()
lines = [key + " " + " ".join(f"{v:.9g}" for v in value.flatten().tolist()) for key, value in tensors.items()]
(FOLDER / "lbfgs.txt").write_text("\n".join(lines) + "\n")
