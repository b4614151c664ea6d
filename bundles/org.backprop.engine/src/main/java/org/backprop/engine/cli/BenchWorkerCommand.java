package org.backprop.engine.cli;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.backprop.engine.bench.BenchKernels;
import org.backprop.engine.bench.Worker;
import org.backprop.engine.bench.WorkloadFolder;
import org.backprop.engine.run.KernelsChoice;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The process of our engine in a benchmark; started by the others, not by people. */
@Command(name = "worker", hidden = true, description = "Trains what a benchmark asks for on standard input.")
final class BenchWorkerCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER")
    private Path folder;

    @Option(names = "--kernels", required = true)
    private KernelsChoice kernels;

    @Option(names = "--threads", required = true)
    private int threads;

    @Option(names = "--norms-every", required = true)
    private int normsEvery;

    @Override
    public Integer call() throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Optional<String> obstacle = BenchKernels.obstacle(kernels);
        if (obstacle.isPresent()) {
            Worker.decline(obstacle.get(), System.out);
        } else {
            new Worker(new WorkloadFolder(folder), BenchKernels.open(kernels, threads), normsEvery)
                    .serve(in, System.out);
        }
        return ExitCode.DONE;
    }
}
