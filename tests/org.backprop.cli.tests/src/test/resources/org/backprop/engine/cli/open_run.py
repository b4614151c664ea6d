"""Opens a run with the tools of others: TensorBoard's reader, and PyTorch's load_state_dict on safetensors weights.

usage: open_run.py RUN_FOLDER
"""

import sys
from collections import OrderedDict

import torch
from safetensors.torch import load_file
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

folder = sys.argv[1]
events = EventAccumulator(folder)
events.Reload()
for tag in ("loss/train", "accuracy/validation", "gradient_norm/hidden"):
    scalars = events.Scalars(tag)
    print(tag, len(scalars), scalars[-1].step)

module = torch.nn.Sequential(
    OrderedDict(
        hidden=torch.nn.Linear(784, 16),
        relu=torch.nn.ReLU(),
        scores=torch.nn.Linear(16, 10),
    )
)
print(module.load_state_dict(load_file(folder + "/checkpoints/weights.safetensors")))
