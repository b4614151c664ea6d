package org.backprop.engine.cli;

import java.util.List;
import java.util.concurrent.Callable;

import org.backprop.engine.bench.Machine;
import org.backprop.engine.bench.MinimizersBenchmark;
import org.backprop.engine.bench.Report;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.run.Backends;
import org.backprop.engine.run.KernelsChoice;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code backprop bench minimizers}. */
@Command(
        name = "minimizers",
        mixinStandardHelpOptions = true,
        description = {
            "Iterations and evaluations of each minimizer until a function is within 1e-6 of its minimum, and iterations",
            "until the norm of the gradient is a millionth of that at the start; - where it never was."
        })
final class BenchMinimizersCommand implements Callable<Integer> {
    @Option(names = "--limit", paramLabel = "N", description = "Most iterations. Default: ${DEFAULT-VALUE}.")
    private int limit = 10_000;

    @Option(
            names = "--kernels",
            paramLabel = "NAME",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private KernelsChoice choice = KernelsChoice.NATIVE;

    @Option(names = "--json", description = "Print one JSON object a line, for tools.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (limit < 1) {
            throw new ParameterException(spec.commandLine(), "--limit must be at least 1");
        }
        Kernels kernels = Backends.open(Backends.NATIVE, choice, Warnings::print);
        Report report = new Report(System.out, json, () -> Machine.describe(List.of(kernels.name())));
        new MinimizersBenchmark(kernels, limit, report::addAll).run();
        return ExitCode.DONE;
    }
}
