#!/usr/bin/env python3
"""Writes the event files of this folder with other tools: python3 write_foreign.py FOLDER.

Written with torch 2.13.0, tensorboardX 2.6.5, and Keras 3.15.1 on TensorFlow 2.21.0. Every writer records
loss = 1 / step, accuracy = 1 - 1 / step for the steps 1 to 20, a histogram and a text.
"""

import os
import sys

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import numpy as np

STEPS = range(1, 21)


def summaries(writer):
    for step in STEPS:
        writer.add_scalar("Loss/train", 1 / step, step)
        writer.add_scalar("Accuracy/validation", 1 - 1 / step, step)
    writer.add_histogram("weights", np.linspace(-1, 1, 101), 20)
    writer.add_text("note", "written elsewhere", 1)


def torch_run(folder):
    import torch
    from torch.utils.tensorboard import SummaryWriter

    with SummaryWriter(folder) as writer:
        summaries(writer)
        for step in STEPS:
            writer.add_scalar("new_style", torch.tensor(2.0 * step), step, new_style=True)


def tensorboard_x_run(folder):
    from tensorboardX import SummaryWriter

    with SummaryWriter(folder) as writer:
        summaries(writer)


def keras_run(folder):
    import keras

    keras.utils.set_random_seed(1)
    x = np.linspace(-1, 1, 64).reshape(64, 1)
    model = keras.Sequential([keras.layers.Input((1,)), keras.layers.Dense(1, name="line")])
    model.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse")
    callback = keras.callbacks.TensorBoard(
        folder, histogram_freq=1, write_graph=False, update_freq="epoch"
    )
    model.fit(x, 3 * x, epochs=5, batch_size=16, validation_split=0.25, verbose=0, callbacks=[callback])


if __name__ == "__main__":
    target = sys.argv[1]
    torch_run(os.path.join(target, "torch"))
    tensorboard_x_run(os.path.join(target, "tensorboardx"))
    keras_run(os.path.join(target, "keras"))
