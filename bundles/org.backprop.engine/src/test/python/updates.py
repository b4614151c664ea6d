"""Writes the trajectories of PyTorch with clipping, penalties and wrappers around the optimizer.

Usage: python3 updates.py FOLDER    (src/test/resources/org/backprop/engine/train)

It reads data.txt and initial.txt, which trajectories.py wrote, and makes 20 steps with the same network. What PyTorch has
no function for is written down here: adaptive clipping (arXiv:2102.06171) and lookahead (arXiv:1907.08610).
"""

import sys
from pathlib import Path

import torch
from torch import nn
from torch.nn.utils import clip_grad_norm_, clip_grad_value_
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

FOLDER = Path(sys.argv[1])
STEPS, BATCH, INPUTS = 20, 7, 12
LAYERS = {0: "first", 2: "second", 4: "third"}


def read(name):
    lines = (FOLDER / (name + ".txt")).read_text().splitlines()
    return {line.split()[0]: torch.tensor([float(v) for v in line.split()[1:]]) for line in lines}


data, initial = read("data"), read("initial")
inputs, labels = data["inputs"].view(-1, INPUTS), data["labels"].long()


def network():
    net = nn.Sequential(
        nn.Linear(INPUTS, 8), nn.Tanh(), nn.Linear(8, 6), nn.ReLU(), nn.Linear(6, 3), nn.LogSoftmax(dim=1)
    )
    with torch.no_grad():
        for key, value in net.named_parameters():
            layer, role = key.split(".")
            value.copy_(initial[LAYERS[int(layer)] + "." + role].view_as(value))
    return net


def weights(net):
    return [p for p in net.parameters() if p.dim() > 1]


def each_layer(net):
    for layer in LAYERS:
        clip_grad_norm_(net[layer].parameters(), 0.1)


def norm_of_units(x):
    return x.norm(dim=1, keepdim=True) if x.dim() > 1 else x.norm()


def adaptive(net, clipping, norm, layers):
    for layer in layers:
        for p in net[layer].parameters():
            most = clipping * norm(p.detach()).clamp(min=1e-3)
            actual = norm(p.grad)
            p.grad.copy_(torch.where(actual > most, p.grad * most / actual.clamp(min=1e-12), p.grad))


def renorm(net):
    with torch.no_grad():
        for p in weights(net):
            p.copy_(torch.renorm(p, 2, 0, 0.5))


def penalty(l1, l2):
    return lambda net: sum(l1 * p.abs().sum() + l2 * p.square().sum() for p in weights(net))


def nothing(net):
    return 0


def train(net, clip=nothing, penalty=nothing, constrain=nothing, group=1, epochs=1, after=None, adam=False):
    params = list(net.parameters())
    optimizer = torch.optim.Adam(params, lr=0.02) if adam else torch.optim.SGD(params, lr=0.1, momentum=0.9)
    batches = STEPS // epochs
    losses, updates = [], 0
    optimizer.zero_grad()
    for step in range(STEPS):
        batch = step % batches
        rows = slice(batch * BATCH, (batch + 1) * BATCH)
        loss = nn.functional.nll_loss(net(inputs[rows]), labels[rows]) + penalty(net)
        begin = batch // group * group
        (loss / (min(begin + group, batches) - begin)).backward()
        losses.append(loss.item())
        if (batch + 1) % group == 0 or batch + 1 == batches:
            clip(net)
            optimizer.step()
            constrain(net)
            optimizer.zero_grad()
            updates += 1
            if after:
                after(updates, batch + 1 == batches)
    return losses


def write(name, net, losses):
    tensors = {"losses": torch.tensor(losses)}
    for key, value in net.named_parameters():
        layer, role = key.split(".")[-2:]
        tensors[LAYERS[int(layer)] + "." + role] = value.detach()
    lines = [key + " " + " ".join(f"{v:.9g}" for v in value.flatten().tolist()) for key, value in tensors.items()]
    (FOLDER / (name + ".txt")).write_text("\n".join(lines) + "\n")


CASES = {
    "clip_value": {"clip": lambda net: clip_grad_value_(net.parameters(), 0.02)},
    "clip_global_norm": {"clip": lambda net: clip_grad_norm_(net.parameters(), 0.3)},
    "clip_layer_norm": {"clip": each_layer},
    "clip_adaptive": {"clip": lambda net: adaptive(net, 0.05, norm_of_units, [0, 2])},
    "clip_adaptive_layer": {"clip": lambda net: adaptive(net, 0.05, torch.norm, [0, 2, 4])},
    "l1": {"penalty": penalty(0.02, 0)},
    "l2": {"penalty": penalty(0, 0.02)},
    "l1_l2": {"penalty": penalty(0.01, 0.03)},
    "max_norm": {"constrain": renorm},
    "accumulate": {"group": 3, "penalty": penalty(0, 0.02)},
}
for name, case in CASES.items():
    net = network()
    write(name, net, train(net, **case))

net = network()
average = AveragedModel(net, multi_avg_fn=get_ema_multi_avg_fn(0.9))
write("ema", average, train(net, after=lambda update, end: average.update_parameters(net)))

net = network()
mean = AveragedModel(net)
ends = []


def at_the_end(update, end):
    if end:
        ends.append(update)
        if len(ends) > 2:
            mean.update_parameters(net)


write("swa", mean, train(net, epochs=5, after=at_the_end))

net = network()
slow = [p.detach().clone() for p in net.parameters()]


def look_ahead(update, end):
    if update % 3 == 0:
        with torch.no_grad():
            for s, p in zip(slow, net.parameters()):
                s += 0.4 * (p - s)
                p.copy_(s)


write("lookahead", net, train(net, after=look_ahead, adam=True))
