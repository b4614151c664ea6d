package org.backprop.engine.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

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
import org.backprop.engine.run.DataSet;
import org.backprop.engine.run.TrainedRun;
import org.backprop.engine.run.TrainingTask;
import org.backprop.engine.shrink.NetworkCost;
import org.backprop.engine.train.Evaluation;
import org.backprop.engine.train.Evaluator;
import org.backprop.model.PruningSpec;

/** Tells what pruning the network of a run would do, at several sparsities and by several criteria. */
final class WhatIfWork {
    private final TrainedRun run;
    private final TrainingTask task;
    private final RunPruner criteria;
    private final Optional<String> layer;
    private final Stages stages;

    /**
     * Work on the network of a run.
     *
     * @param layer the only layer to prune; empty for all
     */
    WhatIfWork(TrainedRun run, RunPruner criteria, Optional<String> layer, Stages stages) {
        this.run = run;
        this.task = run.task();
        this.criteria = criteria;
        this.layer = layer;
        this.stages = stages;
    }

    /**
     * How good the network would be.
     *
     * @throws InputException if no criterion can prune the network
     */
    WhatIfReport report(List<String> names, List<Double> sparsities)
            throws IOException, DataException, InputException, Stages.StoppedException {
        DataSet set = run.evaluated();
        Dataset data = set.of(task.splits());
        List<PruningSpec> specs = new ArrayList<>();
        for (String name : names) {
            specs.add(criteria.criterion(name));
        }
        Pruner pruner = criteria.open(data);
        List<SparsityCurve> curves = new ArrayList<>();
        for (PruningSpec spec : specs) {
            curves.add(curve(pruner, spec, sparsities));
        }
        if (curves.stream().allMatch(curve -> curve.points().isEmpty())) {
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

    private SparsityCurve curve(Pruner pruner, PruningSpec criterion, List<Double> sparsities)
            throws Stages.StoppedException {
        String name = RunPruner.key(criterion);
        List<SparsityPoint> points = new ArrayList<>();
        try {
            for (double sparsity : sparsities) {
                stages.next(name + " at " + sparsity);
                PruneResult result = pruner.whatIf(
                        new PruneRequest(criterion, layer, OptionalDouble.of(sparsity), OptionalDouble.empty()));
                points.add(new SparsityPoint(
                        sparsity, result.sparsity(), result.after().orElseThrow()));
            }
            return new SparsityCurve(name, points, Optional.empty());
        } catch (PruneException e) {
            return new SparsityCurve(name, points, Optional.of(e.getMessage()));
        } finally {
            stages.clear();
        }
    }
}
