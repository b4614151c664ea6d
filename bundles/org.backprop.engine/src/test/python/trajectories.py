"""Writes the reference trajectories of PyTorch that the tests compare with.

Usage: python3 trajectories.py FOLDER    (src/test/resources/org/backprop/engine/train)

A 12-8-6-3 network (tanh, relu) makes 20 steps on batches of 7 samples. Each file holds lines "name value value ...".
"""

import sys
from pathlib import Path

import torch
from torch import nn

FOLDER = Path(sys.argv[1])
STEPS, BATCH, INPUTS, OUTPUTS = 20, 7, 12, 3
LAYERS = {0: "first", 2: "second", 4: "third"}


def write(name, tensors):
    lines = [key + " " + " ".join(repr(v) for v in value.flatten().tolist()) for key, value in tensors.items()]
    (FOLDER / (name + ".txt")).write_text("\n".join(lines) + "\n")


def network(loss):
    torch.manual_seed(2)
    layers = [nn.Linear(INPUTS, 8), nn.Tanh(), nn.Linear(8, 6), nn.ReLU(), nn.Linear(6, OUTPUTS)]
    if loss == "nll":
        layers.append(nn.LogSoftmax(dim=1))
    return nn.Sequential(*layers)


def parameters(net):
    return {LAYERS[int(k.split(".")[0])] + "." + k.split(".")[1]: v.detach() for k, v in net.named_parameters()}


LOSSES = {"nll": nn.NLLLoss(), "cross_entropy": nn.CrossEntropyLoss(), "mse": nn.MSELoss()}
SGD, ADAM = torch.optim.SGD, torch.optim.Adam
CASES = {
    "sgd": ("nll", lambda p: SGD(p, lr=0.1)),
    "sgd_momentum": ("nll", lambda p: SGD(p, lr=0.05, momentum=0.9)),
    "sgd_dampening": ("nll", lambda p: SGD(p, lr=0.1, momentum=0.8, dampening=0.3)),
    "sgd_nesterov": ("nll", lambda p: SGD(p, lr=0.05, momentum=0.9, nesterov=True)),
    "sgd_weight_decay": ("nll", lambda p: SGD(p, lr=0.1, weight_decay=0.05)),
    "sgd_nesterov_weight_decay": ("nll", lambda p: SGD(p, lr=0.05, momentum=0.9, nesterov=True, weight_decay=0.05)),
    "adam": ("nll", lambda p: ADAM(p, lr=0.01)),
    "adam_weight_decay": ("nll", lambda p: ADAM(p, lr=0.01, betas=(0.8, 0.95), eps=1e-4, weight_decay=0.1)),
    "cross_entropy": ("cross_entropy", lambda p: SGD(p, lr=0.1)),
    "mse": ("mse", lambda p: SGD(p, lr=0.1)),
}

torch.manual_seed(1)
inputs = torch.randn(STEPS * BATCH, INPUTS)
labels = torch.randint(0, OUTPUTS, (STEPS * BATCH,))
targets = torch.randn(STEPS * BATCH, OUTPUTS)
write("data", {"inputs": inputs, "labels": labels, "targets": targets})
write("initial", parameters(network("mse")))
for name, (loss_name, optimizer_of) in CASES.items():
    net = network(loss_name)
    optimizer = optimizer_of(net.parameters())
    losses = []
    for step in range(STEPS):
        batch = slice(step * BATCH, (step + 1) * BATCH)
        optimizer.zero_grad()
        loss = LOSSES[loss_name](net(inputs[batch]), (targets if loss_name == "mse" else labels)[batch])
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    write(name, {"losses": torch.tensor(losses), **parameters(net)})
