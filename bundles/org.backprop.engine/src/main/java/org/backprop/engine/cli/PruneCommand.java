package org.backprop.engine.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;

import org.backprop.engine.cli.prune.PruneReport;
import org.backprop.engine.cli.prune.WhatIfReport;
import org.backprop.engine.pruning.PruneRequest;
import org.backprop.engine.run.CheckpointChoice;
import org.backprop.engine.run.TrainedRun;
import org.backprop.model.Catalogue;
import org.backprop.model.Family;
import org.backprop.model.PruningScope;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backprop prune RUN}. */
@Command(
        name = "prune",
        mixinStandardHelpOptions = true,
        description = {
            "Removes weights of a trained run by a criterion and writes what is left as a model file with weights.",
            "With --what-if, only shows how good the network would be at some sparsities."
        })
final class PruneCommand implements Callable<Integer> {
    private static final String ALL = "all";

    @Parameters(paramLabel = "RUN", description = "The folder of the run.")
    private Path folder;

    @Option(
            names = "--criterion",
            paramLabel = "C",
            description =
                    "What tells which weights matter, as training.pruning.criterion. With --what-if repeatable, or all. Default: magnitude.")
    private List<String> criteria = List.of("magnitude");

    @Option(names = "--sparsity", paramLabel = "S", description = "Share of the weights to remove, such as 0.8.")
    private Double sparsity;

    @Option(
            names = "--threshold",
            paramLabel = "T",
            description = "Remove the weights with less saliency, in place of a share.")
    private Double threshold;

    @Option(names = "--layer", paramLabel = "NAME", description = "Prune this layer only. Default: all.")
    private String layer;

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            description =
                    "${COMPLETION-CANDIDATES}: compare the weights of all layers, or those of each layer alone. Default: ${DEFAULT-VALUE}.")
    private PruningScope scope = PruningScope.GLOBAL;

    @Option(
            names = "--what-if",
            paramLabel = "S",
            split = ",",
            splitSynopsisLabel = ",",
            description = "Change nothing, but show loss and accuracy at these sparsities.")
    private List<Double> sparsities = List.of();

    @Option(names = "--csv", paramLabel = "FILE", description = "Write the table of --what-if to a file, too.")
    private Path csv;

    @Option(names = "--shrink", description = "Remove the units that are dead now, and write the smaller network, too.")
    private boolean shrink;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Where to write. Default: pruned-<criterion>-<sparsity> in the folder of the run.")
    private Path output;

    @Option(names = "--json", description = "Print one JSON object, for tools.")
    private boolean json;

    @Mixin
    private RunOptions options = new RunOptions();

    @Spec
    private CommandSpec spec;

    @Override
    @SuppressWarnings("try") // the interrupt is only there to be closed
    public Integer call() throws Exception {
        checkUsage();
        boolean all = criteria.equals(List.of(ALL));
        List<String> chosen = all ? Catalogue.keys(Family.PRUNING) : criteria;
        TrainedRun run = options.open(folder, CheckpointChoice.BEST);
        RunPruner pruner = new RunPruner(run, scope);
        Optional<String> only = Optional.ofNullable(layer);
        Stages stages = new Stages();
        try (Interrupt interrupt = new Interrupt(stages::stop)) {
            if (!sparsities.isEmpty()) {
                return show(new WhatIfWork(run, pruner, only, stages).report(chosen, sparsities));
            }
            PruneRequest request = new PruneRequest(
                    pruner.criterion(chosen.getFirst()), only, optional(sparsity), optional(threshold));
            print(new PruneWork(run, pruner, stages).prune(request, output, shrink));
            return ExitCode.DONE;
        } catch (Stages.StoppedException e) {
            return ExitCode.STOPPED;
        }
    }

    private void checkUsage() {
        boolean whatIf = !sparsities.isEmpty();
        if ((sparsity != null ? 1 : 0) + (threshold != null ? 1 : 0) + (whatIf ? 1 : 0) != 1) {
            throw usage("give one of --sparsity, --threshold and --what-if");
        }
        if (!whatIf && (criteria.size() > 1 || criteria.contains(ALL))) {
            throw usage("prune by one criterion; several are for --what-if");
        }
        if (!whatIf && csv != null) {
            throw usage("--csv is for --what-if");
        }
        if (whatIf && (shrink || output != null)) {
            throw usage("--what-if changes nothing: leave out --shrink and --output");
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private static OptionalDouble optional(Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private int show(WhatIfReport report) throws IOException {
        if (csv != null) {
            Files.writeString(csv, report.csv(), StandardCharsets.UTF_8);
        }
        print(json ? report.json() : null, report.text());
        return ExitCode.DONE;
    }

    private void print(PruneReport report) {
        print(json ? report.json() : null, report.text());
    }

    private static void print(JsonObject object, String text) {
        System.out.print(
                object == null
                        ? text
                        : new GsonBuilder().setPrettyPrinting().create().toJson(object) + System.lineSeparator());
    }
}
