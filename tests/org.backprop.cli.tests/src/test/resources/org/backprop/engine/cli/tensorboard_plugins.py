"""Asks the plugins of TensorBoard what they would show of the runs in a folder and prints their answers as JSON."""

import json
import sys

from tensorboard import context
from tensorboard.backend.event_processing.data_provider import MultiplexerDataProvider
from tensorboard.backend.event_processing.plugin_event_multiplexer import EventMultiplexer
from tensorboard.plugins.base_plugin import TBContext
from tensorboard.plugins.distribution.distributions_plugin import DistributionsPlugin
from tensorboard.plugins.graph.graphs_plugin import GraphsPlugin
from tensorboard.plugins.histogram.histograms_plugin import HistogramsPlugin
from tensorboard.plugins.hparams import api_pb2, backend_context, list_session_groups
from tensorboard.plugins.scalar.scalars_plugin import ScalarsPlugin

runs = EventMultiplexer()
runs.AddRunsFromDirectory(sys.argv[1])
runs.Reload()
tensorboard = TBContext(data_provider=MultiplexerDataProvider(runs, sys.argv[1]), multiplexer=runs, logdir=sys.argv[1])
request = context.RequestContext()


def sessions():
    hparams = backend_context.Context(tensorboard)
    experiment = hparams.experiment_from_metadata(
        request, "", True, hparams.hparams_metadata(request, ""), hparams.hparams_from_data_provider(request, "", None))
    every = api_pb2.ListSessionGroupsRequest(
        slice_size=100,
        allowed_statuses=[api_pb2.STATUS_UNKNOWN, api_pb2.STATUS_SUCCESS, api_pb2.STATUS_FAILURE, api_pb2.STATUS_RUNNING],
        col_params=[api_pb2.ColParams(metric=metric.name) for metric in experiment.metric_infos])
    listed = list_session_groups.Handler(request, hparams, "", every).run()
    return {
        group.sessions[0].name: {
            "status": api_pb2.Status.Name(group.sessions[0].status),
            "hparams": {key: getattr(value, value.WhichOneof("kind")) for key, value in group.hparams.items()},
            "metrics": {value.name.tag: value.value for value in group.metric_values},
        }
        for group in listed.session_groups
    }


def graphs():
    plugin = GraphsPlugin(tensorboard)
    return {
        run: plugin.graph_impl(request, run, None, False, "")[0]
        for run, info in plugin.info_impl(request, "").items()
        if info["run_graph"]
    }


print(json.dumps({
    "scalars": {run: list(tags) for run, tags in ScalarsPlugin(tensorboard).index_impl(request, "").items()},
    "histograms": {run: list(tags) for run, tags in HistogramsPlugin(tensorboard).index_impl(request, "").items()},
    "distributions": {run: list(tags) for run, tags in DistributionsPlugin(tensorboard).index_impl(request, "").items()},
    "sessions": sessions(),
    "graphs": graphs(),
}))
