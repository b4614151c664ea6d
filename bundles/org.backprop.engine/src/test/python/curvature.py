"""Writes second derivatives of PyTorch, in float64, that the tests compare with.

Usage: python3 curvature.py FOLDER    (src/test/resources/org/backprop/engine/train)

Each network has lines "<network>.parameters", ".input", ".target", ".direction", then ".hessian" and ".gauss_newton", the
products with the direction, ".diagonal", the exact diagonal of the Hessian, and, for some, ".recursion", the diagonal by
LeCun's recursion, written out here.
"""

import sys
from pathlib import Path

import torch
from torch import nn
from torch.func import functional_call

BATCH = 6
torch.set_default_dtype(torch.float64)
torch.manual_seed(9)
lines = []


def write(name, values):
    lines.append(name + " " + " ".join(f"{v:.8g}" for v in values.flatten().tolist()))


class Last(nn.Module):
    """The output of a recurrent layer after the last step."""

    def __init__(self, layer):
        super().__init__()
        self.layer = layer

    def forward(self, x):
        return self.layer(x)[0][:, -1]


def rounded(x):
    return x.float().double()


def network(name, model, loss, input, target, logits=lambda z: z, recursion=None):
    """The output of the model is what the Gauss-Newton matrix is with respect to; the loss sees logits(output)."""
    shapes = {key: p.shape for key, p in model.named_parameters()}
    start = rounded(torch.cat([p.detach().flatten() for p in model.parameters()]) * 1.5)
    input = rounded(input)

    def output(flat):
        tensors, at = {}, 0
        for key, shape in shapes.items():
            tensors[key] = flat[at : at + shape.numel()].view(shape)
            at += shape.numel()
        return functional_call(model, tensors, (input,))

    value = lambda z: loss(logits(z), target)
    z = output(start).detach()
    size = z.numel()
    curvature = torch.autograd.functional.hessian(value, z).reshape(size, size)
    jacobian = torch.autograd.functional.jacobian(output, start).reshape(size, -1)
    hessian = torch.autograd.functional.hessian(lambda flat: value(output(flat)), start)
    direction = rounded(torch.randn(len(start)))
    write(name + ".parameters", start)
    write(name + ".input", input)
    write(name + ".target", target)
    write(name + ".direction", direction)
    write(name + ".hessian", hessian @ direction)
    write(name + ".gauss_newton", jacobian.T @ (curvature @ (jacobian @ direction)))
    write(name + ".diagonal", hessian.diagonal())
    if recursion is not None:
        at, tensors = 0, []
        for shape in shapes.values():
            tensors.append(start[at : at + shape.numel()].view(shape))
            at += shape.numel()
        write(name + ".recursion", torch.cat([h.flatten() for h in recursion(input, *tensors)]))


def dense_recursion(h, x, weight):
    """From second derivatives behind a dense layer, those of weight and bias and those before it."""
    return h.T @ x**2, h.sum(0), h @ weight**2


def perceptron_recursion(x, w1, b1, w2, b2):
    hidden = torch.tanh(x @ w1.T + b1)
    p = torch.softmax(hidden @ w2.T + b2, 1)
    w2h, b2h, h = dense_recursion(p * (1 - p) / BATCH, hidden, w2)
    w1h, b1h, _ = dense_recursion(h * (1 - hidden**2) ** 2, x, w1)
    return w1h, b1h, w2h, b2h


def one_layer_recursion(x, w, b):
    p = torch.softmax(x @ w.T + b, 1)
    return dense_recursion(p * (1 - p) / BATCH, x, w)[:2]


def convolutional_recursion(x, w1, b1, w2, b2):
    before = torch.relu(nn.functional.conv2d(x, w1, b1, padding=1)).requires_grad_()
    pooled = nn.functional.max_pool2d(before, 2)
    averaged = nn.functional.avg_pool2d(pooled, (3, 1)).flatten(1)
    outputs = averaged @ w2.T + b2
    w2h, b2h, h = dense_recursion(torch.full_like(outputs, 2 / outputs.numel()), averaged, w2)
    h = h.view(BATCH, -1, 1, 3).expand(BATCH, pooled.shape[1], 3, 3) / 9
    (h,) = torch.autograd.grad(pooled, before, h)
    h = h * (before > 0)
    return nn.grad.conv2d_weight(x**2, w1.shape, h, padding=1), h.sum((0, 2, 3)), w2h, b2h


labels = torch.tensor([0, 2, 1, 1, 0, 2])
entropy = nn.CrossEntropyLoss()
vectors = torch.randn(BATCH, 4)
images = torch.randn(BATCH, 1, 6, 6)
sequences = torch.randn(BATCH, 4, 3)
two = torch.randn(BATCH, 2)
yes = torch.tensor([[0.0, 1], [1, 1], [0, 0], [1, 0], [0, 1], [1, 1]])

network("one_layer", nn.Linear(4, 3), entropy, vectors, labels, recursion=one_layer_recursion)
network(
    "perceptron",
    nn.Sequential(nn.Linear(4, 5), nn.Tanh(), nn.Linear(5, 3)),
    entropy,
    vectors,
    labels,
    recursion=perceptron_recursion,
)
network(
    "likelihood",
    nn.Sequential(nn.Linear(4, 5), nn.Sigmoid(), nn.Linear(5, 3)),
    nn.NLLLoss(),
    vectors,
    labels,
    logits=lambda z: torch.log_softmax(z, 1),
)
network("regression", nn.Sequential(nn.Linear(4, 5), nn.Sigmoid(), nn.Linear(5, 2)), nn.MSELoss(), vectors, two)
network("softmax", nn.Sequential(nn.Linear(4, 5), nn.Tanh(), nn.Linear(5, 2), nn.Softmax(1)), nn.MSELoss(), vectors, two)
network("gelu", nn.Sequential(nn.Linear(4, 5), nn.GELU(), nn.Linear(5, 2)), nn.BCEWithLogitsLoss(), vectors, yes)
network("bce", nn.Sequential(nn.Linear(4, 5), nn.ReLU(), nn.Linear(5, 2), nn.Sigmoid()), nn.BCELoss(), vectors, yes)
network(
    "convolutional",
    nn.Sequential(
        nn.Conv2d(1, 2, 3, padding=1),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.AvgPool2d((3, 1)),
        nn.Flatten(),
        nn.Linear(6, 2),
    ),
    nn.MSELoss(),
    images,
    two,
    recursion=convolutional_recursion,
)
network(
    "batch_norm",
    nn.Sequential(
        nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2, track_running_stats=False), nn.Tanh(), nn.Flatten(), nn.Linear(32, 3)
    ),
    entropy,
    images,
    labels,
)
network(
    "layer_norm",
    nn.Sequential(nn.Linear(4, 5), nn.LayerNorm(5), nn.SiLU(), nn.Linear(5, 3)),
    nn.CrossEntropyLoss(label_smoothing=0.1),
    vectors,
    labels,
)
network("lstm", nn.Sequential(Last(nn.LSTM(3, 4, batch_first=True)), nn.Linear(4, 3)), entropy, sequences, labels)
network("gru", nn.Sequential(Last(nn.GRU(3, 4, batch_first=True)), nn.Linear(4, 3)), entropy, sequences, labels)
Path(sys.argv[1], "curvature.txt").write_text("\n".join(lines) + "\n")
