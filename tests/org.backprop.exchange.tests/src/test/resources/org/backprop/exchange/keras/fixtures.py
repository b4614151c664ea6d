"""Writes the files that KerasImportTest reads: python3 fixtures.py, with numpy and h5py.

Keras itself is not needed. The files have the layout that Keras' saving code gives them: .keras archives of Keras 3 with
config.json and model.weights.h5, and .h5 files of Keras 2 with model_config and weight_names. What the models predict is
computed here by the definitions in Keras' documentation, channels last, and written into a .json file beside each.
"""

import io
import json
import zipfile

import h5py
import numpy as np

random = np.random.default_rng(7)


def weights(*shape):
    return (0.5 * random.standard_normal(shape)).astype(np.float32)


# --- what layers compute -----------------------------------------------------------------------------------------------


def relu(x):
    return np.maximum(x, 0)


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def softmax(x):
    e = np.exp(x - x.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def same(size, kernel, stride):
    total = max((-(-size // stride) - 1) * stride + kernel - size, 0)
    return total // 2, total - total // 2


def patches(x, kernel, stride, padding, fill=0.0):
    """[batch, rows, columns, kernel rows, kernel columns, channels]"""
    if padding == "same":
        sides = [same(x.shape[i + 1], kernel[i], stride[i]) for i in range(2)]
        x = np.pad(x, [(0, 0), *sides, (0, 0)], constant_values=fill)
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel, axis=(1, 2))
    return windows[:, :: stride[0], :: stride[1]].transpose(0, 1, 2, 4, 5, 3)


def conv2d(x, kernel, bias=0.0, stride=(1, 1), padding="valid"):
    return np.einsum("nijuvc,uvcf->nijf", patches(x, kernel.shape[:2], stride, padding), kernel) + bias


def depthwise(x, kernel, bias=0.0, stride=(1, 1), padding="valid"):
    y = np.einsum("nijuvc,uvcm->nijcm", patches(x, kernel.shape[:2], stride, padding), kernel)
    return y.reshape(*y.shape[:3], -1) + bias


def conv2d_transpose(x, kernel, bias, stride, padding):
    """The gradient of a convolution with this kernel [rows, columns, filters, channels]."""
    n, rows, columns, _ = x.shape
    u, v, filters, _ = kernel.shape
    y = np.zeros((n, (rows - 1) * stride[0] + u, (columns - 1) * stride[1] + v, filters))
    for i in range(rows):
        for j in range(columns):
            y[:, i * stride[0] : i * stride[0] + u, j * stride[1] : j * stride[1] + v] += np.einsum(
                "nc,uvfc->nuvf", x[:, i, j], kernel
            )
    if padding == "same":
        cut = [max(kernel.shape[i] - stride[i], 0) for i in range(2)]
        y = y[:, cut[0] // 2 :, cut[1] // 2 :][:, : rows * stride[0], : columns * stride[1]]
    return y + bias


def max_pool(x, size, stride, padding):
    return patches(x, size, stride, padding, -np.inf).max((3, 4))


def batch_norm(x, gamma, beta, mean, variance, epsilon):
    return (x - mean) / np.sqrt(variance + epsilon) * gamma + beta


def layer_norm(x, gamma, beta, epsilon):
    mean, variance = x.mean(-1, keepdims=True), x.var(-1, keepdims=True)
    return (x - mean) / np.sqrt(variance + epsilon) * gamma + beta


def lstm(x, kernel, recurrent, bias):
    units = recurrent.shape[0]
    h = c = np.zeros((len(x), units))
    states = []
    for t in range(x.shape[1]):
        i, f, g, o = np.split(x[:, t] @ kernel + h @ recurrent + bias, 4, 1)
        c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
        h = sigmoid(o) * np.tanh(c)
        states.append(h)
    return np.stack(states, 1)


def gru(x, kernel, recurrent, bias):
    units = recurrent.shape[0]
    h = np.zeros((len(x), units))
    states = []
    for t in range(x.shape[1]):
        xz, xr, xh = np.split(x[:, t] @ kernel + bias[0], 3, 1)
        hz, hr, hh = np.split(h @ recurrent + bias[1], 3, 1)
        z = sigmoid(xz + hz)
        h = z * h + (1 - z) * np.tanh(xh + sigmoid(xr + hr) * hh)
        states.append(h)
    return np.stack(states, 1)


def simple_rnn(x, kernel, recurrent, bias):
    h = np.zeros((len(x), recurrent.shape[0]))
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ kernel + h @ recurrent + bias)
        states.append(h)
    return np.stack(states, 1)


# --- files ---------------------------------------------------------------------------------------------------------------


def layer3(kind, name, inbound=None, **config):
    entry = {"module": "keras.layers", "class_name": kind, "config": {"name": name, "trainable": True, **config}}
    if inbound is not None:
        tensors = [
            {"class_name": "__keras_tensor__", "config": {"shape": [None], "dtype": "float32", "keras_history": [i, 0, 0]}}
            for i in inbound
        ]
        entry["name"] = name
        several = kind in ("Add", "Concatenate", "Multiply")
        entry["inbound_nodes"] = [{"args": [tensors] if several else tensors, "kwargs": {}}] if inbound else []
    return entry


def write_keras(file, config, variables, compiled=None):
    """variables: path of a group such as layers/dense -> arrays"""
    h5 = io.BytesIO()
    with h5py.File(h5, "w") as f:
        for path, arrays in variables.items():
            group = f.create_group(path + "/vars")
            for i, array in enumerate(arrays):
                group.create_dataset(str(i), data=array)
    document = {"module": "keras", "registered_name": None, **config}
    if compiled:
        document["compile_config"] = compiled
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("metadata.json", json.dumps({"keras_version": "3.4.1", "date_saved": "2024-07-01@10:00:00"}))
        archive.writestr("config.json", json.dumps(document))
        archive.writestr("model.weights.h5", h5.getvalue())


def write_h5(file, config, variables, training=None):
    """variables: name of a layer -> (names of weights, arrays)"""
    with h5py.File(file, "w") as f:
        f.attrs["keras_version"] = b"2.13.1"
        f.attrs["backend"] = b"tensorflow"
        f.attrs["model_config"] = json.dumps(config).encode()
        if training:
            f.attrs["training_config"] = json.dumps(training).encode()
        root = f.create_group("model_weights")
        root.attrs["layer_names"] = [name.encode() for name in variables]
        for name, (names, arrays) in variables.items():
            group = root.create_group(name)
            group.attrs["weight_names"] = [n.encode() for n in names]
            for n, array in zip(names, arrays):
                group.create_dataset(n, data=array)


def write_prediction(name, x, y):
    with open(name + ".json", "w") as f:
        json.dump({"input": [float(v) for v in x.ravel()], "output": [float(v) for v in y.ravel()]}, f)


def image_batch(*shape):
    """A batch as Keras has it; the importer's network takes it with channels first."""
    x = random.standard_normal((2, *shape)).astype(np.float32)
    return x, x.transpose(0, 3, 1, 2)


def sequential():
    x, ours = image_batch(9, 8, 2)
    k1, b1 = weights(3, 3, 2, 3), weights(3)
    gamma, beta, mean, variance = weights(3), weights(3), weights(3), np.abs(weights(3)) + 0.5
    k2, b2 = weights(2, 3, 3, 2), weights(6)
    k3, b3 = weights(2 * 1 * 6, 4), weights(4)
    y = relu(conv2d(x, k1, b1, (2, 2), "same"))
    y = batch_norm(y, gamma, beta, mean, variance, 1e-3)
    y = depthwise(y, k2, b2)
    y = max_pool(y, (2, 2), (2, 2), "valid")
    y = softmax(y.reshape(2, -1) @ k3 + b3)
    write_keras(
        "sequential.keras",
        {
            "class_name": "Sequential",
            "config": {
                "name": "sequential",
                "layers": [
                    layer3("InputLayer", "in", batch_shape=[None, 9, 8, 2]),
                    layer3("Conv2D", "first", filters=3, kernel_size=[3, 3], strides=[2, 2], padding="same",
                           data_format="channels_last", dilation_rate=[1, 1], groups=1, activation="relu", use_bias=True),
                    layer3("BatchNormalization", "norm", axis=-1, momentum=0.99, epsilon=0.001, center=True, scale=True),
                    layer3("DepthwiseConv2D", "deep", kernel_size=[2, 3], strides=[1, 1], padding="valid",
                           depth_multiplier=2, activation="linear", use_bias=True),
                    layer3("MaxPooling2D", "pool", pool_size=[2, 2], strides=[2, 2], padding="valid"),
                    layer3("Dropout", "drop", rate=0.25),
                    layer3("Flatten", "flat"),
                    layer3("Dense", "head", units=4, activation="softmax", use_bias=True,
                           kernel_regularizer={"class_name": "L2", "config": {"l2": 0.01}}),
                ],
            },
        },
        {
            "layers/conv2d": [k1, b1],
            "layers/batch_normalization": [gamma, beta, mean, variance],
            "layers/depthwise_conv2d": [k2, b2],
            "layers/dropout/seed_generator": [np.array([1, 2], np.uint32)],
            "layers/dense": [k3, b3],
        },
        {
            "optimizer": {"module": "keras.optimizers", "class_name": "Adam",
                          "config": {"learning_rate": 0.0020000000949949026, "beta_1": 0.9}},
            "loss": "sparse_categorical_crossentropy",
        },
    )
    write_prediction("sequential", ours, y)


def functional():
    """Two paths, a separable and a transposed convolution, and layers of one class that are counted."""
    x, ours = image_batch(5, 5, 2)
    k1, b1 = weights(3, 3, 2, 4), weights(4)
    d2, p2, b2 = weights(3, 3, 4, 1), weights(1, 1, 4, 4), weights(4)
    k3, b3 = weights(3, 3, 3, 4), weights(3)
    k4, b4 = weights(1, 1, 4, 3), weights(3)
    slope = weights(1, 1, 4)
    k5, b5 = weights(10 * 10 * 3 + 4, 3), weights(3)
    a = conv2d(x, k1, b1, padding="same")
    a = np.where(a < 0, slope * a, a)
    b = conv2d(depthwise(a, d2, padding="same"), p2, b2)
    c = relu(a + b)
    up = conv2d_transpose(c, k3, b3, (2, 2), "same")
    other = np.repeat(np.repeat(conv2d(c, k4, b4), 2, 1), 2, 2)
    d = sigmoid(up * other)
    y = np.concatenate([d.reshape(2, -1), c.mean((1, 2))], 1) @ k5 + b5
    write_keras(
        "functional.keras",
        {
            "class_name": "Functional",
            "config": {
                "name": "functional",
                "layers": [
                    layer3("InputLayer", "image", [], batch_shape=[None, 5, 5, 2]),
                    layer3("Conv2D", "conv_a", ["image"], filters=4, kernel_size=[3, 3], padding="same"),
                    layer3("PReLU", "prelu", ["conv_a"], shared_axes=[1, 2]),
                    layer3("SeparableConv2D", "separable", ["prelu"], filters=4, kernel_size=[3, 3], padding="same",
                           depth_multiplier=1),
                    layer3("Add", "sum", ["prelu", "separable"]),
                    layer3("ReLU", "relu", ["sum"], max_value=None, negative_slope=0.0, threshold=0.0),
                    layer3("Conv2D", "conv_b", ["relu"], filters=3, kernel_size=[1, 1], padding="valid"),
                    layer3("Conv2DTranspose", "up", ["relu"], filters=3, kernel_size=[3, 3], strides=[2, 2],
                           padding="same", output_padding=None),
                    layer3("UpSampling2D", "larger", ["conv_b"], size=[2, 2], interpolation="nearest"),
                    layer3("Multiply", "gate", ["up", "larger"]),
                    layer3("Activation", "squash", ["gate"], activation="sigmoid"),
                    layer3("Flatten", "flat", ["squash"]),
                    layer3("GlobalAveragePooling2D", "mean", ["relu"], keepdims=False),
                    layer3("Concatenate", "both", ["flat", "mean"], axis=-1),
                    layer3("Dense", "head", ["both"], units=3, activation="linear"),
                ],
                "input_layers": [["image", 0, 0]],
                "output_layers": [["head", 0, 0]],
            },
        },
        {
            "layers/conv2d": [k1, b1],
            "layers/p_re_lu": [slope],
            "layers/separable_conv2d": [d2, p2, b2],
            "layers/conv2d_1": [k4, b4],
            "layers/conv2d_transpose": [k3, b3],
            "layers/dense": [k5, b5],
        },
        {"optimizer": {"class_name": "SGD", "config": {"learning_rate": 0.1}},
         "loss": {"class_name": "MeanSquaredError", "config": {}}},
    )
    write_prediction("functional", ours, y)


def recurrent():
    """A Keras 2 file of a functional model."""
    x = random.standard_normal((2, 4, 3)).astype(np.float32)
    k1, r1, b1 = weights(3, 20), weights(5, 20), weights(20)
    k2, r2, b2 = weights(5, 12), weights(4, 12), weights(2, 12)
    forward = weights(5, 6), weights(2, 6), weights(2, 6)
    backward = weights(5, 6), weights(2, 6), weights(2, 6)
    gamma, beta = weights(8), weights(8)
    k3, b3 = weights(8, 1), weights(1)
    a = lstm(x, k1, r1, b1)
    b = gru(a, k2, r2, b2)[:, -1]
    c = np.concatenate([gru(a, *forward)[:, -1], gru(a[:, ::-1], *backward)[:, -1]], 1)
    y = sigmoid(layer_norm(np.concatenate([b, c], 1), gamma, beta, 1e-3) @ k3 + b3)

    def layer2(kind, name, inbound, **config):
        return {"class_name": kind, "name": name, "config": {"name": name, "trainable": True, **config},
                "inbound_nodes": [[[i, 0, 0, {}] for i in inbound]] if inbound else []}

    cell = {"activation": "tanh", "recurrent_activation": "sigmoid", "use_bias": True, "dropout": 0.0, "recurrent_dropout": 0.0,
            "return_state": False, "go_backwards": False, "stateful": False}
    write_h5(
        "recurrent.h5",
        {
            "class_name": "Functional",
            "config": {
                "name": "model",
                "layers": [
                    layer2("InputLayer", "steps", [], batch_input_shape=[None, 4, 3], dtype="float32"),
                    layer2("LSTM", "lstm", ["steps"], units=5, return_sequences=True, time_major=False, **cell),
                    layer2("GRU", "gru", ["lstm"], units=4, return_sequences=False, reset_after=True, **cell),
                    layer2("Bidirectional", "both", ["lstm"], merge_mode="concat", layer={
                        "class_name": "GRU",
                        "config": {"name": "inner", "units": 2, "return_sequences": False, "reset_after": True, **cell}}),
                    layer2("Concatenate", "joined", ["gru", "both"], axis=-1),
                    layer2("LayerNormalization", "norm", ["joined"], axis=[1], epsilon=0.001, center=True, scale=True),
                    layer2("Dense", "head", ["norm"], units=1, activation="sigmoid", use_bias=True),
                ],
                "input_layers": [["steps", 0, 0]],
                "output_layers": [["head", 0, 0]],
            },
        },
        {
            "steps": ([], []),
            "lstm": (["lstm/lstm_cell/kernel:0", "lstm/lstm_cell/recurrent_kernel:0", "lstm/lstm_cell/bias:0"], [k1, r1, b1]),
            "gru": (["gru/gru_cell/kernel:0", "gru/gru_cell/recurrent_kernel:0", "gru/gru_cell/bias:0"], [k2, r2, b2]),
            "both": (
                [f"both/{d}_inner/gru_cell/{w}:0" for d in ("forward", "backward")
                 for w in ("kernel", "recurrent_kernel", "bias")],
                [*forward, *backward],
            ),
            "joined": ([], []),
            "norm": (["norm/gamma:0", "norm/beta:0"], [gamma, beta]),
            "head": (["head/kernel:0", "head/bias:0"], [k3, b3]),
        },
        {"loss": "binary_crossentropy",
         "optimizer_config": {"class_name": "RMSprop", "config": {"learning_rate": 0.0010000000474974513}}},
    )
    write_prediction("recurrent", x, y)


def sequence():
    """A Keras 2 file of a Sequential model without an input layer, on [steps, channels]."""
    x = random.standard_normal((2, 10, 2)).astype(np.float32)
    k1, b1 = weights(4, 2, 3), weights(3)
    k2, b2 = weights(3, 2), weights(2)
    y = relu(conv2d(x[:, None], k1[None], b1, (1, 2), "same"))
    y = max_pool(y, (1, 2), (1, 2), "valid")[:, 0].mean(1) @ k2 + b2

    def layer2(kind, name, **config):
        return {"class_name": kind, "config": {"name": name, "trainable": True, **config}}

    write_h5(
        "sequence.h5",
        {
            "class_name": "Sequential",
            "config": {
                "name": "sequence",
                "layers": [
                    layer2("Conv1D", "conv", batch_input_shape=[None, 10, 2], filters=3, kernel_size=[4], strides=[2],
                           padding="same", data_format="channels_last", dilation_rate=[1], activation="relu", use_bias=True),
                    layer2("MaxPooling1D", "pool", pool_size=[2], strides=[2], padding="valid"),
                    layer2("GlobalAveragePooling1D", "mean"),
                    layer2("Dense", "head", units=2, activation="linear", use_bias=True),
                ],
            },
        },
        {
            "conv": (["conv/kernel:0", "conv/bias:0"], [k1, b1]),
            "pool": ([], []),
            "mean": ([], []),
            "head": (["head/kernel:0", "head/bias:0"], [k2, b2]),
        },
    )
    write_prediction("sequence", x.transpose(0, 2, 1), y)


def words():
    x = random.integers(0, 6, (2, 5)).astype(np.float32)
    table = weights(6, 3)
    k1, r1, b1 = weights(3, 4), weights(4, 4), weights(4)
    k2 = weights(4, 3)
    y = softmax(simple_rnn(table[x.astype(int)], k1, r1, b1)[:, -1] @ k2)
    write_keras(
        "words.keras",
        {
            "class_name": "Sequential",
            "config": {
                "name": "words",
                "layers": [
                    layer3("InputLayer", "in", batch_shape=[None, 5]),
                    layer3("Embedding", "embedding", input_dim=6, output_dim=3, mask_zero=False),
                    layer3("SimpleRNN", "rnn", units=4, activation="tanh", use_bias=True, return_sequences=False),
                    layer3("Dense", "head", units=3, activation="linear", use_bias=False),
                    layer3("Softmax", "softmax", axis=-1),
                ],
            },
        },
        {"layers/embedding": [table], "layers/simple_rnn/cell": [k1, r1, b1], "layers/dense": [k2]},
    )
    write_prediction("words", x, y)


def refused():
    write_keras(
        "lambda.keras",
        {
            "class_name": "Sequential",
            "config": {
                "name": "lambda",
                "layers": [
                    layer3("InputLayer", "in", batch_shape=[None, 4]),
                    layer3("Lambda", "anything", function={"class_name": "__lambda__"}),
                ],
            },
        },
        {},
    )


sequential()
functional()
recurrent()
sequence()
words()
refused()
