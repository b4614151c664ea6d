"""Writes the files of KerasImportTest that Keras itself saves: KERAS_BACKEND=torch python3 saved.py, with keras and torch.

What each model predicts, Keras computes; it is written into a .json file beside each. Weights are random everywhere, those
of normalizations included, so that nothing is right by chance.
"""

import json
import sys

import keras
import numpy as np
from keras import layers

random = np.random.default_rng(11)
keras.utils.set_random_seed(11)


def fill(model):
    for variable in model.weights:
        if "seed" in variable.path:
            continue
        values = 0.4 * random.standard_normal(variable.shape)
        variable.assign(np.abs(values) + 0.5 if "variance" in variable.path else values)


def save(name, model, x, ours, *suffixes):
    fill(model)
    y = np.asarray(model.predict(x, verbose=0))
    for suffix in suffixes:
        model.save(name + suffix)
    with open(name + ".json", "w") as f:
        json.dump({"input": [float(v) for v in ours.ravel()], "output": [float(v) for v in y.ravel()]}, f)
        f.write("\n")


def images(*shape):
    x = random.standard_normal((2, *shape)).astype(np.float32)
    return x, x.transpose(0, 3, 1, 2)


def image():
    """A Sequential model of images with what a convolutional network is made of."""
    model = keras.Sequential(
        [
            keras.Input((11, 10, 2)),
            layers.ZeroPadding2D((1, 2)),
            layers.Conv2D(4, 3, strides=2, padding="same", activation="relu", name="first"),
            layers.BatchNormalization(),
            layers.DepthwiseConv2D(2, depth_multiplier=2),
            layers.LeakyReLU(negative_slope=0.2),
            layers.SpatialDropout2D(0.2),
            layers.SeparableConv2D(6, 3, padding="same", activation="elu"),
            layers.GroupNormalization(groups=3),
            layers.AveragePooling2D(2, strides=1, padding="valid"),
            layers.Conv2DTranspose(3, 3, strides=2, padding="same"),
            layers.PReLU(shared_axes=[1, 2]),
            layers.MaxPooling2D(2),
            layers.Dropout(0.5),
            layers.Flatten(),
            layers.Dense(5, activation="gelu"),
            layers.GaussianNoise(0.1),
            layers.Dense(3, activation="softmax", kernel_regularizer=keras.regularizers.L2(1e-3)),
        ],
        name="image",
    )
    model.compile(keras.optimizers.AdamW(3e-4, weight_decay=0.01), "sparse_categorical_crossentropy")
    save("image", model, *images(11, 10, 2), ".keras", ".h5")


def paths():
    """A functional model: a residual block, a gate, an average of paths, two layers of one class side by side."""
    given = keras.Input((6, 6, 3), name="picture")
    a = layers.Conv2D(4, 3, padding="same", use_bias=False)(given)
    a = layers.BatchNormalization(scale=False)(a)
    a = layers.Activation("swish")(a)
    b = layers.Conv2D(4, 1, groups=2, activation="tanh")(a)
    c = layers.ReLU(max_value=6.0)(layers.Add()([a, b]))
    gate = layers.Conv2D(4, 1, activation="sigmoid")(c)
    c = layers.Multiply()([c, gate])
    up = layers.UpSampling2D(2)(c)
    left = layers.GlobalMaxPooling2D()(up)
    right = layers.GlobalAveragePooling2D()(c)
    y = layers.Concatenate()([left, right])
    y = layers.LayerNormalization()(layers.Dense(6, activation="softplus")(y))
    y = layers.Dense(2)(y)
    model = keras.Model(given, y, name="paths")
    model.compile(keras.optimizers.SGD(0.05, momentum=0.9, nesterov=True), "mse")
    save("paths", model, *images(6, 6, 3), ".keras", ".h5")


def steps():
    """A functional model of sequences."""
    given = keras.Input((7, 3))
    a = layers.LSTM(5, return_sequences=True)(given)
    b = layers.Bidirectional(layers.GRU(3))(a)
    c = layers.SimpleRNN(4)(a)
    d = layers.Bidirectional(layers.LSTM(2, return_sequences=True))(a)
    y = layers.Dense(1, activation="sigmoid")(layers.Concatenate()([b, c, layers.Flatten()(d)]))
    model = keras.Model(given, y, name="steps")
    model.compile("rmsprop", "binary_crossentropy")
    x = random.standard_normal((2, 7, 3)).astype(np.float32)
    save("steps", model, x, x, ".keras", ".h5")


def signal():
    model = keras.Sequential(
        [
            keras.Input((12, 2)),
            layers.Conv1D(4, 3, padding="same", activation="relu"),
            layers.MaxPooling1D(2),
            layers.Conv1D(3, 2, dilation_rate=2),
            layers.GlobalAveragePooling1D(),
            layers.Dense(2),
        ],
        name="signal",
    )
    model.compile("nadam", "mae")
    x = random.standard_normal((2, 12, 2)).astype(np.float32)
    save("signal", model, x, x.transpose(0, 2, 1), ".keras", ".h5")


def words():
    model = keras.Sequential(
        [keras.Input((6,)), layers.Embedding(9, 4), layers.GRU(5), layers.Dense(3), layers.Softmax()],
        name="tokens",
    )
    model.compile("adam", keras.losses.SparseCategoricalCrossentropy())
    x = random.integers(0, 9, (2, 6)).astype(np.float32)
    save("tokens", model, x, x, ".keras", ".h5")


image()
paths()
steps()
signal()
words()
print("Keras", keras.__version__, file=sys.stderr)
