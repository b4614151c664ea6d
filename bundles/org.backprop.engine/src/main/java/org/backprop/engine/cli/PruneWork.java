package org.backprop.engine.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;

import org.backprop.engine.cli.prune.PruneReport;
import org.backprop.engine.cli.prune.ShrinkText;
import org.backprop.engine.cli.prune.SparsityCurve;
import org.backprop.engine.cli.prune.SparsityPoint;
import org.backprop.engine.cli.prune.WhatIfReport;
import org.backprop.engine.data.DataException;
import org.backprop.engine.data.Dataset;
import org.backprop.engine.pruning.PruneException;
import org.backprop.engine.pruning.PruneRequest;
import org.backprop.engine.pruning.PruneResult;
import org.backprop.engine.pruning.Pruner;
import org.backprop.engine.pruning.Quality;
import org.backprop.engine.run.ModelExport;
import org.backprop.engine.run.ModelExport.Exported;
import org.backprop.engine.run.TrainingTask;
import org.backprop.engine.shrink.NetworkCost;
import org.backprop.engine.shrink.ShrunkNetwork;
import org.backprop.engine.train.Evaluation;
import org.backprop.engine.train.Evaluator;
import org.backprop.model.Catalogue;
import org.backprop.model.PruningSpec;

/** Prunes the network of a run, or tells what that would do. Can be stopped from another thread. */
final class PruneWork {
    private final TrainedRun run;
    private final TrainingTask task;
    private final RunPruner criteria;
    private final Optional<String> layer;
    private final StatusLine status = new StatusLine();
    private volatile boolean stopped;

    /** The work was stopped; nothing was written. */
    static final class StoppedException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Work on the network of a run.
     *
     * @param layer the only layer to prune; empty for all
     */
    PruneWork(TrainedRun run, RunPruner criteria, Optional<String> layer) {
        this.run = run;
        this.task = run.task();
        this.criteria = criteria;
        this.layer = layer;
    }

    /** Asks the work to end soon. */
    void stop() {
        stopped = true;
    }

    private void next(String what) throws StoppedException {
        if (stopped) {
            throw new StoppedException();
        }
        status.show(what);
    }

    /** The validation set, or what there is. */
    private DataSet evaluated() {
        return List.of(DataSet.VALIDATION, DataSet.TEST, DataSet.TRAIN).stream()
                .filter(set -> set.of(task.splits()).count() > 0)
                .findFirst()
                .orElseThrow();
    }

    /** A request for all weights that may be pruned, or those of the one layer. */
    PruneRequest request(String criterion, OptionalDouble sparsity, OptionalDouble threshold)
            throws IOException, DataException, InputException {
        return new PruneRequest(criteria.criterion(criterion), layer, sparsity, threshold);
    }

    /**
     * How good the network would be.
     *
     * @throws InputException if no criterion can prune the network
     */
    WhatIfReport whatIf(List<String> names, List<Double> sparsities)
            throws IOException, DataException, InputException, StoppedException {
        DataSet set = evaluated();
        Dataset data = set.of(task.splits());
        List<PruneRequest> requests = new ArrayList<>();
        for (String name : names) {
            requests.add(request(name, OptionalDouble.of(0), OptionalDouble.empty()));
        }
        Pruner pruner = criteria.open(data);
        List<SparsityCurve> curves = new ArrayList<>();
        for (PruneRequest request : requests) {
            curves.add(curve(pruner, request.criterion(), sparsities));
        }
        if (curves.stream().allMatch(curve -> curve.refusal().isPresent())) {
            throw new InputException(curves.getFirst().refusal().orElseThrow());
        }
        for (SparsityCurve curve : curves) {
            curve.refusal().ifPresent(why -> Warnings.print(curve.criterion() + ": " + why));
        }
        Evaluation now = new Evaluator(task.network(), data).evaluate();
        return new WhatIfReport(
                set.toString(), new Quality(now.loss(), now.accuracy(), now.samples()), zeros(), curves);
    }

    private double zeros() {
        return NetworkCost.of(task.model().network().layers(), task.input(), task.network())
                .sparsity();
    }

    private SparsityCurve curve(Pruner pruner, PruningSpec criterion, List<Double> sparsities) throws StoppedException {
        String name = key(criterion);
        List<SparsityPoint> points = new ArrayList<>();
        try {
            for (double sparsity : sparsities) {
                next(name + " at " + sparsity);
                PruneResult result = pruner.whatIf(
                        new PruneRequest(criterion, layer, OptionalDouble.of(sparsity), OptionalDouble.empty()));
                points.add(new SparsityPoint(
                        sparsity, result.sparsity(), result.after().orElseThrow()));
            }
            return SparsityCurve.of(name, points);
        } catch (PruneException e) {
            return SparsityCurve.refused(name, e.getMessage());
        } finally {
            status.clear();
        }
    }

    private static String key(PruningSpec criterion) {
        return Catalogue.describe(((Record) criterion).getClass()).key();
    }

    /**
     * Prunes the network and writes what is left.
     *
     * @param output where to; null for a folder in that of the run
     * @param shrink whether to write the network without its dead units, too
     */
    PruneReport prune(PruneRequest request, Path output, boolean shrink)
            throws IOException, DataException, InputException, StoppedException {
        Pruner pruner = criteria.open(evaluated().of(task.splits()));
        next("evaluating");
        SequencedMap<String, Evaluation> before = evaluate();
        next("pruning by " + key(request.criterion()));
        PruneResult result = apply(pruner, request);
        next("evaluating the pruned network");
        SequencedMap<String, Evaluation> after = evaluate();
        next("writing");
        ModelExport export = new ModelExport(output == null ? folder(request) : output, run.base());
        String name = task.model().name();
        Optional<ShrunkNetwork> smaller = shrink ? Optional.of(shrunk()) : Optional.empty();
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
        status.clear();
        return new PruneReport(key(request.criterion()), result, before, after, files, gain, smallerFiles);
    }

    private ShrunkNetwork shrunk() {
        return ShrunkNetwork.of(
                task.model(), task.input(), task.network(), evaluated().of(task.splits()));
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
        return run.source().folder().path().resolve("pruned-%s-%s".formatted(key(request.criterion()), amount));
    }
}
