"""PyTorch as a contestant of Backprop's benchmarks.

usage: torch_peer.py FOLDER torch|torch_fused|torch_compiled THREADS NORMS_EVERY

Prints {"ready": ...} or {"unavailable": ...}; then answers each line "run WARM_UP STEPS" with the time of STEPS training
steps from the initial weights. NORMS_EVERY 0 watches nothing; else the loss of each step, and at every n-th step the
learning rate and each layer's norms, go to TensorBoard event files.
"""

import json
import os
import shutil
import struct
import sys
import time

MODES = ("torch", "torch_fused", "torch_compiled")


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


def build_model(layers, weights, torch):
    activations = {
        "relu": torch.nn.ReLU,
        "sigmoid": torch.nn.Sigmoid,
        "tanh": torch.nn.Tanh,
        "softmax": lambda: torch.nn.Softmax(dim=1),
        "log_softmax": lambda: torch.nn.LogSoftmax(dim=1),
    }
    model = torch.nn.Sequential()
    for entry in layers:
        ((kind, spec),) = entry.items()
        name = spec["name"]
        if kind == "flatten":
            model.add_module(name, torch.nn.Flatten())
        elif kind == "dense":
            outputs, inputs = weights[name + ".weight"].shape
            model.add_module(name, torch.nn.Linear(inputs, outputs, bias=spec["bias"]))
            if spec["activation"] != "linear":
                model.add_module(name + "_activation", activations[spec["activation"]]())
        elif kind == "activation":
            model.add_module(name, activations[spec["function"]]())
        else:
            raise ValueError("no PyTorch counterpart for the layer type " + kind)
    model.load_state_dict(weights)
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
    raise ValueError("no PyTorch counterpart for the optimizer " + kind)


class Watch:
    """Takes the series of Backprop's recording as one does in PyTorch: item() and SummaryWriter."""

    def __init__(self, folder, model, every, torch):
        from torch.utils.tensorboard import SummaryWriter

        self.torch = torch
        self.every = every
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
        due = number % self.every == 0
        if due:
            with self.torch.no_grad():
                before = {name: [p.clone() for p in ps] for name, ps in self.layers.items()}
        optimizer.step()
        self.writer.add_scalar("loss/train", loss.item(), number)
        if due:
            self.writer.add_scalar("learning_rate", optimizer.param_groups[0]["lr"], number)
            with self.torch.no_grad():
                self.norms(number, before)

    def norms(self, number, before):
        for name, parameters in self.layers.items():
            old = before[name]
            update = self.norm([p - q for p, q in zip(parameters, old)])
            norm = self.norm(old)
            self.writer.add_scalar("gradient_norm/" + name, self.norm([p.grad for p in parameters]), number)
            self.writer.add_scalar("weight_norm/" + name, self.norm(parameters), number)
            self.writer.add_scalar("update_ratio/" + name, update / norm if update else 0.0, number)


class Contestant:
    def __init__(self, folder, mode, norms_every, torch):
        self.torch = torch
        self.folder = folder
        self.fused = mode != "torch"
        self.norms_every = norms_every
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
        optimizer = build_optimizer(self.training["optimizer"], self.model.parameters(), self.fused, self.torch)
        watch = Watch(self.folder, self.model, self.norms_every, self.torch) if self.norms_every else None
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
    folder, mode, threads, norms_every = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    if mode not in MODES:
        raise ValueError("no such mode: " + mode)
    os.environ["TORCHINDUCTOR_COMPILE_THREADS"] = "1"
    reason = missing(mode, norms_every > 0)
    if reason:
        say(unavailable=reason)
        return
    import torch

    torch.set_num_threads(threads)
    contestant = Contestant(folder, mode, norms_every, torch)
    say(ready="PyTorch " + torch.__version__)
    for line in sys.stdin:
        _, warm_up, steps = line.split()
        say(**contestant.run(int(warm_up), int(steps)))


main()
