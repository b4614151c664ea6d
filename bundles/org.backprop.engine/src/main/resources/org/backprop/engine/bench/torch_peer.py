"""PyTorch as a contestant of Backprop's benchmarks.

usage: torch_peer.py FOLDER torch|torch_fused|torch_compiled THREADS plain|watched

Prints {"ready": ...}, {"unavailable": ...} or, if PyTorch has no counterpart, {"lacks": ...}; then answers each line "run WARM_UP STEPS" with the time of STEPS training
steps from the initial weights. When watched, loss, learning rate and each layer's norms of each step, and each layer's
histograms of every 100th, go to TensorBoard event files.
"""

import functools
import inspect
import json
import os
import shutil
import struct
import sys
import time
from collections import OrderedDict

HISTOGRAMS_EVERY = 100
RENAMED = {"learning_rate": "lr", "epsilon": "eps"}
MODES = ("torch", "torch_fused", "torch_compiled")


class Lacking(Exception):
    """PyTorch has no counterpart for something."""


def say(**answer):
    print(json.dumps(answer), flush=True)


def read_weights(path, torch):
    """The tensors of a safetensors file of float32 values."""
    with open(path, "rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(length))
        data = bytearray(file.read())
    header.pop("__metadata__", None)
    tensors = {}
    for name, entry in header.items():
        begin, end = entry["data_offsets"]
        flat = torch.frombuffer(data[begin:end], dtype=torch.float32)
        tensors[name] = flat.reshape(entry["shape"])
    return tensors


def pair(size):
    return tuple(size) if isinstance(size, list) else (size, size)


def padding(value):
    return {"same": "same", "valid": 0}[value] if isinstance(value, str) else pair(value)


class Layers:
    """Makes the PyTorch counterpart of each layer of a model file."""

    def __init__(self, weights, torch):
        self.weights = weights
        self.torch = torch
        self.functions = {
            "linear": torch.nn.Identity,
            "relu": torch.nn.ReLU,
            "sigmoid": torch.nn.Sigmoid,
            "tanh": torch.nn.Tanh,
            "leaky_relu": torch.nn.LeakyReLU,
            "relu6": torch.nn.ReLU6,
            "elu": torch.nn.ELU,
            "selu": torch.nn.SELU,
            "celu": torch.nn.CELU,
            "gelu": torch.nn.GELU,
            "silu": torch.nn.SiLU,
            "mish": torch.nn.Mish,
            "softplus": torch.nn.Softplus,
            "softsign": torch.nn.Softsign,
            "hard_sigmoid": torch.nn.Hardsigmoid,
            "hard_tanh": torch.nn.Hardtanh,
            "softmax": lambda: torch.nn.Softmax(dim=-1),
            "log_softmax": lambda: torch.nn.LogSoftmax(dim=-1),
        }

    def make(self, kind, spec):
        """The modules by name, each reading the one before; only the first may have several inputs."""
        name = spec["name"]
        if kind == "activation":
            return {name: self.functions[spec["function"]]()}
        factory = getattr(self, kind, None)
        if factory is None:
            raise Lacking("PyTorch has no counterpart for the layer type " + kind)
        modules = {name: factory(spec)}
        if spec.get("activation", "linear") != "linear":
            modules[name + "_activation"] = self.functions[spec["activation"]]()
        return modules

    def shape(self, spec, parameter="weight"):
        return self.weights[spec["name"] + "." + parameter].shape

    def flatten(self, spec):
        return self.torch.nn.Flatten()

    def dense(self, spec):
        outputs, inputs = self.shape(spec)
        return self.torch.nn.Linear(inputs, outputs, bias=spec["bias"])

    def conv2d(self, spec):
        groups = spec["groups"]
        return self.torch.nn.Conv2d(
            self.shape(spec)[1] * groups,
            spec["filters"],
            pair(spec["kernel"]),
            stride=pair(spec["stride"]),
            padding=padding(spec["padding"]),
            dilation=pair(spec["dilation"]),
            groups=groups,
            bias=spec["bias"],
        )

    def conv1d(self, spec):
        groups = spec["groups"]
        return self.torch.nn.Conv1d(
            self.shape(spec)[1] * groups,
            spec["filters"],
            spec["kernel"],
            stride=spec["stride"],
            padding=spec["padding"],
            dilation=spec["dilation"],
            groups=groups,
            bias=spec["bias"],
        )

    def depthwise_conv2d(self, spec):
        filters = self.shape(spec)[0]
        return self.torch.nn.Conv2d(
            filters // spec["multiplier"],
            filters,
            pair(spec["kernel"]),
            stride=pair(spec["stride"]),
            padding=padding(spec["padding"]),
            groups=filters // spec["multiplier"],
            bias=spec["bias"],
        )

    def conv2d_transpose(self, spec):
        return self.torch.nn.ConvTranspose2d(
            self.shape(spec)[0],
            spec["filters"],
            pair(spec["kernel"]),
            stride=pair(spec["stride"]),
            padding=pair(spec["padding"]),
            bias=spec["bias"],
        )

    def max_pool2d(self, spec):
        return self.pool(self.torch.nn.MaxPool2d, spec)

    def avg_pool2d(self, spec):
        return self.pool(self.torch.nn.AvgPool2d, spec)

    def pool(self, factory, spec):
        size = pair(spec["size"])
        stride = spec.get("stride")
        return factory(size, pair(stride) if stride is not None else size, padding(spec["padding"]))

    def global_avg_pool(self, spec):
        return self.torch.nn.Sequential(self.torch.nn.AdaptiveAvgPool2d(1), self.torch.nn.Flatten())

    def global_max_pool(self, spec):
        return self.torch.nn.Sequential(self.torch.nn.AdaptiveMaxPool2d(1), self.torch.nn.Flatten())

    def layer_norm(self, spec):
        return self.torch.nn.LayerNorm(self.shape(spec), eps=spec["epsilon"])

    def group_norm(self, spec):
        (channels,) = self.shape(spec)
        return self.torch.nn.GroupNorm(spec["groups"], channels, eps=spec["epsilon"])

    def prelu(self, spec):
        (slopes,) = self.shape(spec)
        return self.torch.nn.PReLU(slopes)

    def dropout(self, spec):
        return self.torch.nn.Dropout(spec["rate"])

    def alpha_dropout(self, spec):
        return self.torch.nn.AlphaDropout(spec["rate"])

    def spatial_dropout(self, spec):
        return self.torch.nn.Dropout2d(spec["rate"])

    def pad(self, spec):
        vertical, horizontal = pair(spec["size"])
        return self.torch.nn.ZeroPad2d((horizontal, horizontal, vertical, vertical))

    def upsample(self, spec):
        return self.torch.nn.Upsample(scale_factor=pair(spec["factor"]))

    def batch_norm(self, spec):
        (channels,) = self.shape(spec)
        return self.torch.nn.BatchNorm2d(channels, eps=spec["epsilon"], momentum=spec["momentum"])

    def joined(self, operation):
        class Joined(self.torch.nn.Module):
            def forward(self, *inputs):
                return functools.reduce(operation, inputs)

        return Joined()

    def add(self, spec):
        return self.joined(self.torch.add)

    def multiply(self, spec):
        return self.joined(self.torch.mul)

    def concat(self, spec):
        torch = self.torch

        class Concat(torch.nn.Module):
            def forward(self, *inputs):
                return torch.cat(inputs, dim=1)

        return Concat()

    def lstm(self, spec):
        return self.recurrent(self.torch.nn.LSTM, spec)

    def gru(self, spec):
        return self.recurrent(self.torch.nn.GRU, spec)

    def simple_rnn(self, spec):
        return self.recurrent(self.torch.nn.RNN, spec)

    def recurrent(self, kind, spec):
        sequences = spec["return_sequences"]

        class Recurrent(kind):
            def forward(self, x):
                states = super().forward(x)[0]
                return states if sequences else states[:, -1]

        return self.made(Recurrent, spec, spec)

    def made(self, kind, spec, cell, **options):
        inputs = self.shape(spec, "weight_ih_l0")[1]
        return kind(inputs, cell["units"], bias=cell["bias"], batch_first=True, **options)

    def bidirectional(self, spec):
        torch = self.torch
        ((name, cell),) = spec["layer"].items()
        kind = {"lstm": torch.nn.LSTM, "gru": torch.nn.GRU, "simple_rnn": torch.nn.RNN}[name]

        class Bidirectional(kind):
            def forward(self, x):
                states, last = super().forward(x)
                ends = last[0] if isinstance(last, tuple) else last
                return states if cell["return_sequences"] else torch.cat((ends[0], ends[1]), dim=1)

        return self.made(Bidirectional, spec, cell, bidirectional=True)


def build_model(layers, weights, torch):
    """A Sequential for a chain of layers, else a module that hands each layer its inputs."""
    factory = Layers(weights, torch)
    modules = {}
    sources = []
    places = {"input": 0}
    for entry in layers:
        ((kind, spec),) = entry.items()
        inputs = [places[name] for name in spec["inputs"]]
        for name, module in factory.make(kind, spec).items():
            modules[name] = module
            sources.append(inputs)
            inputs = [len(modules)]
        places[spec["name"]] = len(modules)

    class Graph(torch.nn.Sequential):
        def forward(self, x):
            values = [x]
            for module, inputs in zip(self, sources):
                values.append(module(*[values[i] for i in inputs]))
            return values[-1]

    chain = all(inputs == [i] for i, inputs in enumerate(sources))
    model = (torch.nn.Sequential if chain else Graph)(OrderedDict(modules))
    missing, unexpected = model.load_state_dict(weights, strict=False)
    statistics = {name for name, _ in model.named_buffers()}
    if unexpected or not statistics.issuperset(missing):
        raise ValueError("other weights than the model's: %s, %s" % (unexpected, missing))
    return model


def build_optimizer(spec, parameters, fused, torch):
    ((kind, values),) = spec.items()
    if kind == "sgd":
        return torch.optim.SGD(
            parameters,
            lr=values["learning_rate"],
            momentum=values["momentum"],
            dampening=values["dampening"],
            weight_decay=values["weight_decay"],
            nesterov=values["nesterov"],
            fused=fused or None,
        )
    if kind == "adam":
        return torch.optim.Adam(
            parameters,
            lr=values["learning_rate"],
            betas=(values["beta1"], values["beta2"]),
            eps=values["epsilon"],
            weight_decay=values["weight_decay"],
            fused=fused or None,
        )
    if kind == "amsgrad":
        return torch.optim.Adam(
            parameters, lr=values["learning_rate"], betas=(values["beta1"], values["beta2"]), amsgrad=True
        )
    if kind == "nesterov":
        return torch.optim.SGD(
            parameters, lr=values["learning_rate"], momentum=values["momentum"], nesterov=True
        )
    # PyTorch's Muon takes matrices only, so that a network needs a second optimizer.
    counterpart = None if kind == "muon" else {name.lower(): entry for name, entry in vars(torch.optim).items()}.get(kind.replace("_", ""))
    if counterpart is None:
        raise Lacking("PyTorch has no counterpart for the optimizer " + kind)
    known = inspect.signature(counterpart).parameters
    options = {RENAMED.get(name, name): value for name, value in values.items()}
    if "betas" in known:
        options["betas"] = (values["beta1"], values["beta2"])
    return counterpart(parameters, **{name: value for name, value in options.items() if name in known})


class Watch:
    """Takes the series of Backprop's recording as one does in PyTorch: item() and SummaryWriter."""

    def __init__(self, folder, model, torch):
        from torch.utils.tensorboard import SummaryWriter

        self.torch = torch
        self.writer = SummaryWriter(os.path.join(folder, "torch-runs", str(time.time_ns())))
        self.layers = {
            name: list(layer.parameters())
            for name, layer in model.named_children()
            if next(layer.parameters(), None) is not None
        }

    def norm(self, tensors):
        norms = [self.torch.linalg.vector_norm(tensor) for tensor in tensors]
        return self.torch.linalg.vector_norm(self.torch.stack(norms)).item()

    def step(self, number, loss, optimizer):
        with self.torch.no_grad():
            before = {name: [p.clone() for p in ps] for name, ps in self.layers.items()}
        optimizer.step()
        self.writer.add_scalar("loss/train", loss.item(), number)
        self.writer.add_scalar("learning_rate", optimizer.param_groups[0]["lr"], number)
        with self.torch.no_grad():
            self.norms(number, before)
            if number % HISTOGRAMS_EVERY == 0:
                self.histograms(number, before)

    def norms(self, number, before):
        for name, parameters in self.layers.items():
            old = before[name]
            update = self.norm([p - q for p, q in zip(parameters, old)])
            norm = self.norm(old)
            self.writer.add_scalar("gradient_norm/" + name, self.norm([p.grad for p in parameters]), number)
            self.writer.add_scalar("weight_norm/" + name, self.norm(parameters), number)
            self.writer.add_scalar("update_ratio/" + name, update / norm if update else 0.0, number)


    def histograms(self, number, before):
        for name, parameters in self.layers.items():
            for tag, tensors in ("gradients/", [p.grad for p in parameters]), ("weights/", before[name]):
                self.writer.add_histogram(tag + name, self.torch.cat([t.flatten() for t in tensors]), number)


class Contestant:
    def __init__(self, folder, mode, watched, torch):
        self.torch = torch
        self.folder = folder
        self.fused = mode != "torch"
        self.watched = watched
        with open(os.path.join(folder, "model.json"), encoding="utf-8") as file:
            spec = json.load(file)
        self.training = spec["training"]
        self.weights = read_weights(os.path.join(folder, "weights.safetensors"), torch)
        self.model = build_model(spec["network"]["layers"], self.weights, torch)
        loss = {"nll": torch.nn.NLLLoss, "cross_entropy": torch.nn.CrossEntropyLoss}[next(iter(self.training["loss"]))]()
        self.objective = lambda x, y: loss(self.model(x), y)
        if mode == "torch_compiled":
            self.objective = torch.compile(self.objective)
        self.load_data(spec["network"]["input"])
        self.optimizer()

    def optimizer(self):
        return build_optimizer(self.training["optimizer"], self.model.parameters(), self.fused, self.torch)

    def load_data(self, shape):
        labels = os.path.join(self.folder, "labels.i32")
        features = os.path.join(self.folder, "features.f32")
        count = os.path.getsize(labels) // 4
        values = os.path.getsize(features) // 4
        from_file = self.torch.from_file
        self.labels = from_file(labels, size=count, dtype=self.torch.int32).long()
        self.features = from_file(features, size=values, dtype=self.torch.float32).clone().reshape(count, *shape)

    def run(self, warm_up, steps):
        with self.torch.no_grad():
            for name, parameter in self.model.named_parameters():
                parameter.copy_(self.weights[name])
        optimizer = self.optimizer()
        watch = Watch(self.folder, self.model, self.torch) if self.watched else None
        self.train(0, warm_up, optimizer, watch)
        start = time.perf_counter()
        loss = self.train(warm_up, warm_up + steps, optimizer, watch)
        seconds = time.perf_counter() - start
        if watch:
            watch.writer.close()
        return {"steps": steps, "seconds": seconds, "loss": loss.item(), "epochs": 0, "epoch_seconds": 0}

    def train(self, begin, end, optimizer, watch):
        batch = self.training["batch_size"]
        batches = len(self.labels) // batch
        features, labels, objective = self.features, self.labels, self.objective
        loss = None
        for number in range(begin, end):
            at = number % batches * batch
            optimizer.zero_grad()
            loss = objective(features[at : at + batch], labels[at : at + batch])
            loss.backward()
            if watch:
                watch.step(number + 1, loss, optimizer)
            else:
                optimizer.step()
        return loss


def missing(mode, watching):
    """What this mode needs and is not here, or None."""
    try:
        import torch
    except ImportError:
        return "PyTorch is not installed for " + sys.executable + "; install it with: pip install torch"
    if watching:
        try:
            import torch.utils.tensorboard
        except ImportError:
            return "TensorBoard is not installed for " + sys.executable + "; install it with: pip install tensorboard"
    if mode == "torch_compiled" and not any(map(shutil.which, (os.environ.get("CXX", "c++"), "g++", "clang++"))):
        return "torch.compile needs a C++ compiler; install g++ or clang++"
    return None


def main():
    folder, mode, threads, watched = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4] == "watched"
    if mode not in MODES:
        raise ValueError("no such mode: " + mode)
    os.environ["TORCHINDUCTOR_COMPILE_THREADS"] = "1"
    reason = missing(mode, watched)
    if reason:
        say(unavailable=reason)
        return
    import torch

    torch.set_num_threads(threads)
    try:
        contestant = Contestant(folder, mode, watched, torch)
    except Lacking as e:
        say(lacks=str(e))
        return
    say(ready="PyTorch " + torch.__version__)
    for line in sys.stdin:
        _, warm_up, steps = line.split()
        say(**contestant.run(int(warm_up), int(steps)))


main()
