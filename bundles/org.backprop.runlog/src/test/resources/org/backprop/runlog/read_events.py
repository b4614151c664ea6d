"""Reads the event files in a folder with TensorBoard's own reader and prints what it finds as JSON."""

import json
import sys

from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

run = EventAccumulator(sys.argv[1], size_guidance={"scalars": 0, "histograms": 0, "tensors": 0})
run.Reload()
tags = run.Tags()
print(json.dumps({
    "scalars": {tag: [[e.step, e.wall_time, e.value] for e in run.Scalars(tag)] for tag in tags["scalars"]},
    "histograms": {
        tag: [
            [e.step, e.histogram_value.min, e.histogram_value.max, e.histogram_value.num,
             e.histogram_value.sum, e.histogram_value.sum_squares,
             list(e.histogram_value.bucket_limit), list(e.histogram_value.bucket)]
            for e in run.Histograms(tag)
        ]
        for tag in tags["histograms"]
    },
    "tensors": {
        tag: [[e.step, e.tensor_proto.dtype, [d.size for d in e.tensor_proto.tensor_shape.dim],
               list(e.tensor_proto.tensor_content)] for e in run.Tensors(tag)]
        for tag in tags["tensors"]
    },
}))
