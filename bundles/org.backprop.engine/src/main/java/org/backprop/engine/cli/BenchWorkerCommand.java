package org.backprop.engine.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.backprop.engine.bench.BenchKernels;
import org.backprop.engine.bench.Worker;
import org.backprop.engine.bench.WorkerLoop;
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

    @Override
    public Integer call() throws Exception {
        WorkerLoop loop = new WorkerLoop(System.in, System.out);
        Optional<String> obstacle = BenchKernels.obstacle(kernels);
        if (obstacle.isPresent()) {
            loop.decline(obstacle.get());
        } else {
            loop.serve(new Worker(new WorkloadFolder(folder), BenchKernels.open(kernels, threads)));
        }
        return ExitCode.DONE;
    }
}
