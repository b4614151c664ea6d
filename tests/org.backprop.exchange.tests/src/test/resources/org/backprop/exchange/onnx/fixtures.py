"""Writes the files that OnnxImportTest reads: python3 fixtures.py, with numpy and onnx.

Graphs in the forms in which PyTorch's exporter and tf2onnx write layers, where they differ from ours. What they predict says
ONNX Runtime in the test.
"""

import numpy as np
from onnx import TensorProto, checker, helper, numpy_helper, save

random = np.random.default_rng(5)


def weights(name, *shape):
    return numpy_helper.from_array((0.5 * random.standard_normal(shape)).astype(np.float32), name)


def ints(name, *values):
    return numpy_helper.from_array(np.array(values, np.int64), name)


def number(name, value):
    return numpy_helper.from_array(np.array(value, np.float32), name)


def write(name, nodes, constants, shape, opset):
    graph = helper.make_graph(
        nodes,
        name,
        [helper.make_tensor_value_info("input", TensorProto.FLOAT, ["n", *shape])],
        [helper.make_tensor_value_info("output", TensorProto.FLOAT, ["n", 3])],
        constants,
    )
    model = helper.make_model(graph, producer_name="fixtures", opset_imports=[helper.make_opsetid("", opset)])
    model.ir_version = 7
    checker.check_model(model)
    save(model, name + ".onnx")


node = helper.make_node

# Filters padded at the end, group normalization and GELU in their parts, a mean over the image, a product and a bias.
write(
    "image",
    [
        node("Conv", ["input", "w1"], ["c1"], "conv1", auto_pad="SAME_UPPER", strides=[2, 2], kernel_shape=[3, 3]),
        node("Reshape", ["c1", "split"], ["s"], "split"),
        node("InstanceNormalization", ["s", "ones", "zeros"], ["i"], "norm"),
        node("Reshape", ["i", "back"], ["b"], "back"),
        node("Mul", ["b", "gamma"], ["g"], "scale"),
        node("Add", ["g", "beta"], ["norm"], "shift"),
        node("Div", ["norm", "root"], ["d"], "div"),
        node("Erf", ["d"], ["e"], "erf"),
        node("Add", ["e", "one"], ["e1"], "plus"),
        node("Mul", ["norm", "e1"], ["m"], "times"),
        node("Mul", ["m", "half"], ["gelu"], "half"),
        node("Conv", ["gelu", "w2", "b2"], ["c2"], "conv2", pads=[1, 1, 1, 1], group=2),
        node("Clip", ["c2", "zero", "six"], ["r6"], "clip"),
        node("Add", ["r6", "gelu"], ["sum"], "residual"),
        node("AveragePool", ["sum"], ["pool"], "pool", kernel_shape=[2, 2], strides=[2, 2]),
        node("ReduceMean", ["pool"], ["mean"], "mean", axes=[2, 3], keepdims=0),
        node("MatMul", ["mean", "w3"], ["product"], "head/MatMul"),
        node("Add", ["b3", "product"], ["output"], "head/BiasAdd"),
    ],
    [
        weights("w1", 4, 3, 3, 3), ints("split", 0, 2, -1), number("ones", [1, 1]), number("zeros", [0, 0]),
        ints("back", 0, 4, 4, 4), weights("gamma", 4, 1, 1), weights("beta", 4, 1, 1), number("root", 2**0.5),
        number("one", 1), number("half", 0.5), weights("w2", 4, 2, 3, 3), weights("b2", 4), number("zero", 0),
        number("six", 6), weights("w3", 4, 3), weights("b3", 3),
    ],
    [3, 8, 8],
    13,
)

# Recurrent layers with the directions squeezed, one behind the other, and a pool of one dimension behind a convolution.
write(
    "sequence",
    [
        node("Transpose", ["input"], ["t"], "/rnn/Transpose", perm=[1, 0, 2]),
        node("LSTM", ["t", "w1", "r1", "b1"], ["y1"], "/rnn/LSTM", hidden_size=4),
        node("Squeeze", ["y1", "first"], ["h1"], "/rnn/Squeeze"),
        node("GRU", ["h1", "w2", "r2", "b2"], ["", "y2"], "/gru/GRU", hidden_size=3, linear_before_reset=1),
        node("Squeeze", ["y2", "front"], ["h2"], "/gru/Squeeze"),
        node("Unsqueeze", ["h2", "first"], ["u"], "/Unsqueeze"),
        node("Conv", ["u", "w3", "b3"], ["c"], "/conv/Conv", pads=[1, 1]),
        node("LeakyRelu", ["c"], ["l"], "/act/LeakyRelu", alpha=0.2),
        node("MaxPool", ["l"], ["p"], "/pool/MaxPool", kernel_shape=[2], strides=[1]),
        node("Flatten", ["p"], ["f"], "/Flatten"),
        node("Gemm", ["f", "w4", "b4"], ["o"], "/head/Gemm"),
        node("Softmax", ["o"], ["output"], "/Softmax", axis=-1),
    ],
    [
        weights("w1", 1, 16, 3), weights("r1", 1, 16, 4), weights("b1", 1, 32), ints("first", 1), ints("front", 0),
        weights("w2", 1, 9, 4), weights("r2", 1, 9, 3), weights("b2", 1, 18), weights("w3", 2, 1, 3), weights("b3", 2),
        weights("w4", 4, 3), weights("b4", 3),
    ],
    [5, 3],
    13,
)
