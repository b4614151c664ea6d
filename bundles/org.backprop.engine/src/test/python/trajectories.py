"""Writes the reference trajectories of PyTorch that the tests compare with.

Usage: python3 trajectories.py FOLDER    (src/test/resources/org/backprop/engine/train)

A 12-8-6-3 network (tanh, relu) makes 20 steps on batches of 7 samples. Each file holds lines "name value value ...".
Then a convolutional, a residual and a recurrent network make 20 steps on batches of 6 samples that the tests compute
themselves: feature i is sin(i^2), or i^2 mod 7 where it is an index, label i is i^2 mod 7 mod 3. Their files hold the state dicts before ("initial.<name>")
and after the steps, and what the trained network predicts for the first batch.
"""

import math
import sys
from pathlib import Path

import torch
from torch import nn

FOLDER = Path(sys.argv[1])
STEPS, BATCH, INPUTS, OUTPUTS = 20, 7, 12, 3
LAYERS = {0: "first", 2: "second", 4: "third"}


def write(name, tensors):
    lines = [key + " " + " ".join(f"{v:.9g}" for v in value.flatten().tolist()) for key, value in tensors.items()]
    (FOLDER / (name + ".txt")).write_text("\n".join(lines) + "\n")


def network(loss):
    torch.manual_seed(2)
    layers = [nn.Linear(INPUTS, 8), nn.Tanh(), nn.Linear(8, 6), nn.ReLU(), nn.Linear(6, OUTPUTS)]
    if loss == "nll":
        layers.append(nn.LogSoftmax(dim=1))
    return nn.Sequential(*layers)


def parameters(net):
    return {LAYERS[int(k.split(".")[0])] + "." + k.split(".")[1]: v.detach() for k, v in net.named_parameters()}


class Reference(torch.optim.Optimizer):
    """An optimizer that PyTorch lacks, from its paper; a subclass gives the new weight of each tensor."""

    def __init__(self, parameters, **options):
        super().__init__(parameters, options)

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for weight in group["params"]:
                state = self.state[weight]
                if not state:
                    state["t"], state["m"], state["v"] = 0, torch.zeros_like(weight), torch.zeros_like(weight)
                state["t"] += 1
                weight.copy_(self.updated(weight, weight.grad, state, group))


class Lion(Reference):
    def updated(self, w, g, state, o):
        update = torch.sign(o["beta1"] * state["m"] + (1 - o["beta1"]) * g)
        state["m"] = o["beta2"] * state["m"] + (1 - o["beta2"]) * g
        return w - o["lr"] * (update + o["decay"] * w)


class Lamb(Reference):
    def updated(self, w, g, state, o):
        state["m"] = 0.9 * state["m"] + 0.1 * g
        state["v"] = 0.999 * state["v"] + 0.001 * g * g
        m, v = state["m"] / (1 - 0.9 ** state["t"]), state["v"] / (1 - 0.999 ** state["t"])
        r = m / (v.sqrt() + 1e-6) + o["decay"] * w
        return w - o["lr"] * w.norm() / r.norm() * r


class AdaBelief(Reference):
    def updated(self, w, g, state, o):
        state["m"] = 0.9 * state["m"] + 0.1 * g
        state["v"] = 0.99 * state["v"] + 0.01 * (g - state["m"]) ** 2 + 1e-8
        m, v = state["m"] / (1 - 0.9 ** state["t"]), state["v"] / (1 - 0.99 ** state["t"])
        return w - o["lr"] * (m / (v.sqrt() + 1e-8) + o["decay"] * w)


class Muon(Reference):
    def updated(self, w, g, state, o):
        if w.dim() == 1:
            state["m"] = 0.9 * state["m"] + 0.1 * g
            state["v"] = 0.999 * state["v"] + 0.001 * g * g
            m, v = state["m"] / (1 - 0.9 ** state["t"]), state["v"] / (1 - 0.999 ** state["t"])
            return w - 0.003 * m / (v.sqrt() + 1e-8)
        state["m"] = 0.95 * state["m"] + 0.05 * g
        x = 0.95 * state["m"] + 0.05 * g
        x = x / x.norm()
        for _ in range(5):
            gram = x @ x.T
            x = 3.4445 * x + (-4.7750 * gram + 2.0315 * gram @ gram) @ x
        return w - o["lr"] * (max(1, w.shape[0] / w.shape[1]) ** 0.5 * x + o["decay"] * w)


class SgdBb(torch.optim.Optimizer):
    """Tan, Ma, Dai, Qian 2016, algorithm 2: SGD with Barzilai-Borwein steps, epochs of four updates."""

    UPDATES = 4

    def __init__(self, parameters, lr, beta):
        super().__init__(parameters, {})
        self.eta, self.beta, self.t = lr, beta, 0
        self.starts, self.averages = [], []

    @torch.no_grad()
    def step(self):
        weights = self.param_groups[0]["params"]
        w, g = (torch.cat([v.flatten() for v in vs]).double() for vs in (weights, [p.grad for p in weights]))
        if self.t % self.UPDATES == 0:
            self.starts.append(w)
            if len(self.starts) > 2:
                s, y = self.starts[-1] - self.starts[-2], self.averages[-1] - self.averages[-2]
                self.eta = ((s @ s) / (s @ y).abs() / self.UPDATES).item()
            self.averages.append(torch.zeros_like(g))
        self.t += 1
        self.averages[-1] = self.beta * g + (1 - self.beta) * self.averages[-1]
        for weight in weights:
            weight -= self.eta * weight.grad
class Sophia(Reference):
    """Algorithm 3 with given estimates: that of update t for the parameter i of all is |sin(i + t)| - 0.2."""

    def updated(self, w, g, state, o):
        if (state["t"] - 1) % 3 == 0:
            before = 0
            for other in o["params"]:
                if other is w:
                    break
                before += other.numel()
            i = torch.arange(before, before + w.numel()).reshape(w.shape)
            state["v"] = 0.9 * state["v"] + 0.1 * (torch.sin((i + state["t"]).double()).abs() - 0.2).float()
        state["m"] = 0.8 * state["m"] + 0.2 * g
        w = w - o["lr"] * o["decay"] * w
        return w - o["lr"] * (state["m"] / (o["rho"] * state["v"]).clamp(min=1e-12)).clamp(-1, 1)


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
    "adam_amsgrad": ("nll", lambda p: ADAM(p, lr=0.01, weight_decay=0.1, amsgrad=True)),
    "adamw": ("nll", lambda p: torch.optim.AdamW(p, lr=0.01, weight_decay=0.5)),
    "adamw_amsgrad": ("nll", lambda p: torch.optim.AdamW(p, lr=0.01, weight_decay=0.5, amsgrad=True)),
    "adagrad": ("nll", lambda p: torch.optim.Adagrad(p, 0.05, lr_decay=0.1, weight_decay=0.1, initial_accumulator_value=0.2)),
    "adadelta": ("nll", lambda p: torch.optim.Adadelta(p, lr=5, rho=0.8, weight_decay=0.1)),
    "rmsprop": ("nll", lambda p: torch.optim.RMSprop(p, lr=0.005, weight_decay=0.1)),
    "rmsprop_centered": ("nll", lambda p: torch.optim.RMSprop(p, lr=0.003, momentum=0.8, centered=True, eps=1e-3)),
    "adamax": ("nll", lambda p: torch.optim.Adamax(p, lr=0.01, weight_decay=0.1)),
    "nadam": ("nll", lambda p: torch.optim.NAdam(p, lr=0.01, weight_decay=0.1)),
    "nadam_decoupled": (
        "nll",
        lambda p: torch.optim.NAdam(p, lr=0.01, weight_decay=0.5, momentum_decay=0.1, decoupled_weight_decay=True),
    ),
    "radam": ("nll", lambda p: torch.optim.RAdam(p, lr=0.01, weight_decay=0.1)),
    "radam_decoupled": ("nll", lambda p: torch.optim.RAdam(p, lr=0.01, weight_decay=0.5, decoupled_weight_decay=True)),
    "asgd": ("nll", lambda p: torch.optim.ASGD(p, lr=0.1, lambd=0.1, t0=5, weight_decay=0.1)),
    "rprop": ("nll", lambda p: torch.optim.Rprop(p, lr=0.001)),
    "lion": ("nll", lambda p: Lion(p, lr=0.003, beta1=0.9, beta2=0.99, decay=0.5)),
    "lamb": ("nll", lambda p: Lamb(p, lr=0.01, decay=0.1)),
    "adabelief": ("nll", lambda p: AdaBelief(p, lr=0.01, decay=0.5)),
    "muon": ("nll", lambda p: Muon(p, lr=0.01, decay=0.5)),
    "adafactor": ("nll", lambda p: torch.optim.Adafactor(p, lr=0.1, weight_decay=0.1)),
    "sgd_bb": ("nll", lambda p: SgdBb(p, lr=0.1, beta=0.5)),
    "sophia": ("nll", lambda p: Sophia(p, lr=0.01, rho=0.5, decay=0.5)),
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


class Convolutional(nn.Module):
    SHAPE = (2, 7, 7)

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(2, 4, 3, padding="same")
        self.conv2 = nn.Conv2d(4, 4, 2, padding=1, groups=2)
        self.out = nn.Linear(16, 3)

    def forward(self, x):
        x = nn.functional.max_pool2d(torch.relu(self.conv1(x)), 2)
        x = nn.functional.avg_pool2d(torch.tanh(self.conv2(x)), 2)
        return self.out(x.flatten(1))


class Residual(nn.Module):
    SHAPE = (2, 6, 6)

    def __init__(self):
        super().__init__()
        self.conv0, self.norm0 = nn.Conv2d(2, 3, 3, padding="same", bias=False), nn.BatchNorm2d(3)
        self.conv1, self.norm1 = nn.Conv2d(3, 3, 3, padding="same", bias=False), nn.BatchNorm2d(3)
        self.conv2, self.norm2 = nn.Conv2d(3, 3, 3, padding="same", bias=False), nn.BatchNorm2d(3)
        self.conv3, self.norm3 = nn.Conv2d(3, 4, 3, stride=2, padding=1, bias=False), nn.BatchNorm2d(4)
        self.conv4, self.norm4 = nn.Conv2d(4, 4, 3, padding="same", bias=False), nn.BatchNorm2d(4)
        self.projection, self.norm5 = nn.Conv2d(3, 4, 1, stride=2, bias=False), nn.BatchNorm2d(4)
        self.out = nn.Linear(4, 3)

    def forward(self, x):
        x = torch.relu(self.norm0(self.conv0(x)))
        x = torch.relu(self.norm2(self.conv2(torch.relu(self.norm1(self.conv1(x))))) + x)
        branch = self.norm4(self.conv4(torch.relu(self.norm3(self.conv3(x)))))
        x = torch.relu(branch + self.norm5(self.projection(x)))
        return self.out(x.mean((2, 3)))


class Recurrent(nn.Module):
    SHAPE = (5, 4)

    def __init__(self):
        super().__init__()
        self.first = nn.LSTM(4, 6, batch_first=True)
        self.second = nn.LSTM(6, 5, batch_first=True)
        self.out = nn.Linear(5, 3)

    def forward(self, x):
        return self.out(self.second(self.first(x)[0])[0][:, -1])


class Gated(nn.Module):
    SHAPE = (5, 4)

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv1d(5, 4, 3, padding=1)
        self.simple = nn.RNN(4, 6, batch_first=True)
        self.norm = nn.LayerNorm(6)
        self.first = nn.GRU(6, 5, batch_first=True)
        self.second = nn.GRU(5, 4, batch_first=True)
        self.slope = nn.PReLU()
        self.out = nn.Linear(4, 3)

    def forward(self, x):
        x = self.norm(self.simple(torch.tanh(self.conv(x)))[0])
        return self.out(self.slope(self.second(self.first(x)[0])[0][:, -1]))


class Normalized(nn.Module):
    SHAPE = (2, 6, 6)

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(2, 4, 3, padding="same")
        self.norm = nn.GroupNorm(2, 4)
        self.depthwise = nn.Conv2d(4, 8, 3, padding="same", groups=4)
        self.slopes = nn.PReLU(8)
        self.pointwise = nn.Conv2d(10, 3, 1)
        self.out = nn.Linear(3, 3)

    def forward(self, x):
        y = self.slopes(self.depthwise(nn.functional.gelu(self.norm(self.conv(x)))))
        y = torch.cat([y, x], dim=1)
        y = nn.functional.pad(nn.functional.interpolate(y, scale_factor=2, mode="nearest"), (1, 1, 1, 1))
        return self.out(self.pointwise(y).amax((2, 3)))


class Decoder(nn.Module):
    SHAPE = (4, 3, 2)

    def __init__(self):
        super().__init__()
        self.first = nn.ConvTranspose2d(4, 6, 3, stride=2, padding=1, groups=2)
        self.second = nn.ConvTranspose2d(6, 2, (2, 3), dilation=(1, 2))
        self.out = nn.Linear(2 * 6 * 7, 3)

    def forward(self, x):
        return self.out(torch.relu(self.second(torch.tanh(self.first(x)))).flatten(1))


class Embedded(nn.Module):
    SHAPE = (5,)
    INDICES = 7

    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(7, 4, padding_idx=0)
        self.lstm = nn.LSTM(4, 3, batch_first=True, bidirectional=True)
        self.rnn = nn.RNN(6, 4, batch_first=True, bidirectional=True)
        self.gru = nn.GRU(4, 3, batch_first=True, bidirectional=True)
        self.out = nn.Linear(6, 3)

    def forward(self, x):
        x = self.rnn(self.lstm(self.embedding(x))[0])[0]
        last = self.gru(x[:, :, :4] + x[:, :, 4:])[1]
        return self.out(torch.cat([last[0], last[1]], dim=1))


FUNCTIONS = [nn.LeakyReLU, nn.ReLU6, nn.ELU, nn.SELU, nn.CELU, nn.GELU, nn.SiLU, nn.Mish, nn.Softplus, nn.Softsign]
FUNCTIONS += [nn.Hardsigmoid, nn.Hardtanh]


class Activations(nn.Module):
    SHAPE = (8,)

    def __init__(self):
        super().__init__()
        for i in range(len(FUNCTIONS)):
            setattr(self, f"layer{i}", nn.Linear(8, 8))
        self.out = nn.Linear(8, 3)

    def forward(self, x):
        for i, function in enumerate(FUNCTIONS):
            x = x + function()(getattr(self, f"layer{i}")(x))
        return self.out(x)


def state(net, prefix=""):
    tensors = net.state_dict().items()
    return {prefix + name: tensor.clone() for name, tensor in tensors if not name.endswith("num_batches_tracked")}


NETWORKS = {
    "convolutional": (Convolutional, lambda p: SGD(p, lr=0.1, momentum=0.9)),
    "residual": (Residual, lambda p: SGD(p, lr=0.05, momentum=0.9)),
    "recurrent": (Recurrent, lambda p: ADAM(p, lr=0.01)),
    "gated": (Gated, lambda p: SGD(p, lr=0.1, momentum=0.9)),
    "normalized": (Normalized, lambda p: SGD(p, lr=0.05, momentum=0.9)),
    "normalized_adafactor": (Normalized, lambda p: torch.optim.Adafactor(p, lr=0.05)),
    "decoder": (Decoder, lambda p: SGD(p, lr=0.05, momentum=0.9)),
    "embedded": (Embedded, lambda p: SGD(p, lr=0.1, momentum=0.9)),
    "activations": (Activations, lambda p: SGD(p, lr=0.02)),
}
SAMPLES = 6
for name, (network_of, optimizer_of) in NETWORKS.items():
    torch.manual_seed(3)
    net = network_of()
    tensors = state(net, "initial.")
    optimizer = optimizer_of(net.parameters())
    count = STEPS * SAMPLES * math.prod(net.SHAPE)
    indices = getattr(net, "INDICES", 0)
    features = [i * i % indices if indices else math.sin(i * i) for i in range(count)]
    inputs = torch.tensor(features).view(STEPS, SAMPLES, *net.SHAPE)
    labels = torch.tensor([i * i % 7 % 3 for i in range(STEPS * SAMPLES)]).view(STEPS, SAMPLES)
    losses = []
    for step in range(STEPS):
        optimizer.zero_grad()
        loss = LOSSES["cross_entropy"](net(inputs[step]), labels[step])
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    tensors.update(state(net))
    prediction = net.eval()(inputs[0]).detach()
    write(name, {"losses": torch.tensor(losses), **tensors, "prediction": prediction})
