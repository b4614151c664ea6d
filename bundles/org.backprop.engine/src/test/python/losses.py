"""Writes losses and gradients of PyTorch that the tests compare with.

Usage: python3 losses.py FOLDER    (src/test/resources/org/backprop/engine/train)

Each case has lines "<case>.output", "<case>.target", "<case>.loss" and "<case>.gradient"; a batch has 5 samples.
"""

import sys
from pathlib import Path

import torch
from torch import nn

BATCH = 5
lines = []


def write(name, values):
    lines.append(name + " " + " ".join(f"{v:.9g}" for v in values.flatten().tolist()))


def case(name, loss, output, target):
    output = output.clone().requires_grad_()
    value = loss(output, target)
    value.backward()
    write(name + ".output", output.detach())
    write(name + ".target", target)
    write(name + ".loss", value.detach())
    write(name + ".gradient", output.grad)


torch.manual_seed(4)
scores = torch.randn(BATCH, 4) * 2
single = torch.randn(BATCH, 1) * 2
labels = torch.tensor([0, 3, 1, 1, 2])
two = torch.tensor([0, 1, 1, 0, 1])
onehot = nn.functional.one_hot(labels, 4).float()
numbers = torch.randn(BATCH, 4)
counts = torch.tensor([[0.0], [1], [4], [2], [7]])
weights = torch.tensor([0.5, 1, 2, 0.25])
log_probabilities = torch.log_softmax(scores, 1)

case("nll", nn.NLLLoss(), log_probabilities, labels)
case("nll_weights", nn.NLLLoss(weight=weights), log_probabilities, labels)
case("cross_entropy", nn.CrossEntropyLoss(), scores, labels)
case("cross_entropy_smoothing", nn.CrossEntropyLoss(label_smoothing=0.2), scores, labels)
case("cross_entropy_weights", nn.CrossEntropyLoss(weight=weights), scores, labels)
case("cross_entropy_both", nn.CrossEntropyLoss(weight=weights, label_smoothing=0.1), scores, labels)
case("mse", nn.MSELoss(), scores, numbers)
case("mse_half_sum", lambda y, t: ((y - t) ** 2).sum() / 2 / BATCH, scores, numbers)
case("mae", nn.L1Loss(), scores, numbers)
case("huber", nn.HuberLoss(), scores, numbers)
case("huber_delta", nn.HuberLoss(delta=2.5), scores, numbers)
case("bce", nn.BCELoss(), torch.sigmoid(scores), onehot)
certain = torch.sigmoid(single)
certain[0, 0] = 0
certain[1, 0] = 1
case("bce_certain", nn.BCELoss(), certain, two.float().view(-1, 1))
case("bce_logits", nn.BCEWithLogitsLoss(), single * 20, two.float().view(-1, 1))
case("bce_pos_weight", nn.BCEWithLogitsLoss(pos_weight=weights), scores, onehot)
case("bce_single_pos_weight", nn.BCEWithLogitsLoss(pos_weight=torch.tensor([3.0])), single, two.float().view(-1, 1))
margin = lambda loss: lambda y, t: loss(y, t.argmax(1))
case("hinge", margin(nn.MultiMarginLoss()), scores, onehot)
case("hinge_squared", margin(nn.MultiMarginLoss(p=2, margin=1.5)), scores, onehot)
binary = lambda p, margin: lambda y, t: ((margin - (2 * t - 1) * y).clamp(min=0) ** p).mean()
case("hinge_single", binary(1, 1), single, two.float().view(-1, 1))
case("hinge_single_squared", binary(2, 0.5), single, two.float().view(-1, 1))
case("kl_div", nn.KLDivLoss(), log_probabilities, onehot)
case("kl_div_batch_mean", nn.KLDivLoss(reduction="batchmean"), log_probabilities, torch.softmax(numbers, 1))
case("poisson", nn.PoissonNLLLoss(), single, counts)
case("poisson_counts", nn.PoissonNLLLoss(log_input=False), single.exp(), counts)
case("poisson_full", nn.PoissonNLLLoss(full=True), single, counts)
case("poisson_counts_full", nn.PoissonNLLLoss(log_input=False, full=True), single.exp(), counts)
Path(sys.argv[1], "losses.txt").write_text("\n".join(lines) + "\n")
