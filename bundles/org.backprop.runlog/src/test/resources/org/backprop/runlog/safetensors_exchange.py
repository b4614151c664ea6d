"""Loads one safetensors file, prints what is in it as JSON, and saves it again with one more tensor."""

import json
import sys

import numpy as np
from safetensors import safe_open
from safetensors.numpy import load_file, save_file

tensors = load_file(sys.argv[1])
with safe_open(sys.argv[1], framework="np") as file:
    metadata = file.metadata()
print(json.dumps({
    "metadata": metadata,
    "tensors": {name: [str(t.dtype), list(t.shape), t.flatten().tolist()] for name, t in tensors.items()},
}))
tensors["half"] = np.array([[1.5, -2.0]], dtype=np.float16)
save_file(tensors, sys.argv[2], metadata={"by": "python"})
