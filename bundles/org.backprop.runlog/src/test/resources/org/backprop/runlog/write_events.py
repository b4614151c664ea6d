"""Writes an event file with TensorBoard's own writer and summaries, in the old and the new form of each value."""

import sys

import numpy as np
from tensorboard.compat.proto.event_pb2 import Event
from tensorboard.compat.proto.summary_pb2 import HistogramProto, Summary
from tensorboard.plugins.histogram.summary import histogram_pb
from tensorboard.plugins.scalar.summary import scalar_pb
from tensorboard.plugins.text.summary_v2 import text_pb
from tensorboard.summary.writer.event_file_writer import EventFileWriter

writer = EventFileWriter(sys.argv[1])
for step in range(3):
    old = Summary(value=[
        Summary.Value(tag="old/loss", simple_value=step + 0.5),
        Summary.Value(tag="old/weights", histo=HistogramProto(
            min=0, max=2, num=3, sum=4, sum_squares=6, bucket_limit=[1, 2], bucket=[1, 2])),
    ])
    writer.add_event(Event(wall_time=100.0 + step, step=step, summary=old))
    new = [scalar_pb("new/loss", step + 0.25), text_pb("notes", "hello")]
    new.append(histogram_pb("new/weights", np.array([0.0, 1.0, 2.0, 2.0]), 2))
    for summary in new:
        writer.add_event(Event(wall_time=100.0 + step, step=step, summary=summary))
writer.close()
