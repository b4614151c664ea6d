package org.backprop.engine.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

import org.backprop.engine.cli.prune.PruneReport;
import org.backprop.engine.cli.prune.ShrinkText;
import org.backprop.engine.data.DataException;
import org.backprop.engine.data.Dataset;
import org.backprop.engine.pruning.PruneException;
import org.backprop.engine.pruning.PruneRequest;
import org.backprop.engine.pruning.PruneResult;
import org.backprop.engine.pruning.Pruner;
import org.backprop.engine.run.DataSet;
import org.backprop.engine.run.ModelExport;
import org.backprop.engine.run.ModelExport.Exported;
import org.backprop.engine.run.TrainedRun;
import org.backprop.engine.run.TrainingTask;
import org.backprop.engine.shrink.ShrunkNetwork;
import org.backprop.engine.shrink.SparseGain;
import org.backprop.engine.train.Evaluation;
import org.backprop.engine.train.Evaluator;

/** Prunes the network of a run and writes what is left. */
final class PruneWork {
    private final TrainedRun run;
    private final TrainingTask task;
    private final RunPruner criteria;
    private final Stages stages;

    /** Work on the network of a run. */
    PruneWork(TrainedRun run, RunPruner criteria, Stages stages) {
        this.run = run;
        this.task = run.task();
        this.criteria = criteria;
        this.stages = stages;
    }

    /**
     * Prunes the network and writes what is left.
     *
     * @param output where to; null for a folder in that of the run
     * @param shrink whether to write the network without its dead units, too
     */
    PruneReport prune(PruneRequest request, Path output, boolean shrink)
            throws IOException, DataException, InputException, Stages.StoppedException {
        Pruner pruner = criteria.open(run.evaluated().of(task.splits()));
        stages.next("evaluating");
        SequencedMap<String, Evaluation> before = evaluate();
        stages.next("pruning by " + RunPruner.key(request.criterion()));
        PruneResult result = apply(pruner, request);
        stages.next("evaluating the pruned network");
        SequencedMap<String, Evaluation> after = evaluate();
        stages.next("measuring");
        SparseGain sparse = SparseGain.measure(task.model(), task.input(), task.network());
        Optional<ShrunkNetwork> smaller = shrink ? Optional.of(shrunk()) : Optional.empty();
        stages.next("writing");
        ModelExport export = new ModelExport(output == null ? folder(request) : output, run.base());
        String name = task.model().name();
        Exported files = export.write(name, task.model(), task.network());
        Optional<Exported> smallerFiles = Optional.empty();
        Optional<ShrinkText> gain = Optional.empty();
        if (smaller.isPresent()) {
            ShrunkNetwork left = smaller.get();
            smallerFiles = Optional.of(export.write(name + "-shrunk", left.model(), left.network()));
            gain = Optional.of(new ShrinkText(
                    left.report(),
                    Files.size(files.weights()),
                    Files.size(smallerFiles.get().weights())));
        }
        stages.clear();
        return new PruneReport(
                RunPruner.key(request.criterion()), result, before, after, sparse, files, gain, smallerFiles);
    }

    private ShrunkNetwork shrunk() throws InputException {
        try {
            return ShrunkNetwork.of(
                    task.model(), task.input(), task.network(), run.evaluated().of(task.splits()));
        } catch (IllegalStateException e) {
            throw new InputException(run.source().folder().path() + ": " + e.getMessage(), e);
        }
    }

    private static PruneResult apply(Pruner pruner, PruneRequest request) throws InputException {
        try {
            return pruner.apply(request);
        } catch (PruneException e) {
            throw new InputException(e.getMessage(), e);
        }
    }

    private SequencedMap<String, Evaluation> evaluate() {
        SequencedMap<String, Evaluation> results = new LinkedHashMap<>();
        for (DataSet set : List.of(DataSet.VALIDATION, DataSet.TEST)) {
            Dataset data = set.of(task.splits());
            if (data.count() > 0) {
                results.put(set.toString(), new Evaluator(task.network(), data).evaluate());
            }
        }
        return results;
    }

    private Path folder(PruneRequest request) {
        String amount = request.sparsity().isPresent()
                ? Double.toString(request.sparsity().getAsDouble())
                : "below-" + request.threshold().getAsDouble();
        return run.source()
                .folder()
                .path()
                .resolve("pruned-%s-%s".formatted(RunPruner.key(request.criterion()), amount));
    }
}
