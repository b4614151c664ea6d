package org.backprop.core.launch;

import java.util.ArrayList;
import java.util.List;

/** What a trainer is told on its command line; the same as for {@code ./backprop train}. */
final class TrainerArguments {
    private TrainerArguments() {}

    /**
     * Returns the arguments.
     *
     * @param others trainings that run at the same time
     */
    static List<String> of(TrainingSetup setup, int others) {
        var arguments = new ArrayList<String>();
        arguments.add(setup.sweep() ? "sweep" : "train");
        setup.resume()
                .ifPresentOrElse(
                        run -> arguments.addAll(List.of("--resume", run.toString())),
                        () -> arguments.addAll(List.of(
                                setup.modelFile().toString(),
                                "--runs",
                                setup.runs().toString())));
        setup.data().ifPresent(data -> arguments.addAll(List.of("--data", data.toString())));
        arguments.addAll(List.of("--progress", "plain"));
        addBackend(arguments, setup);
        if (!setup.kernels().equals(LaunchAttributes.KERNEL_CHOICES.getFirst())) {
            arguments.addAll(List.of("--kernels", setup.kernels()));
        }
        if (!setup.sweep()) {
            addThreads(arguments, setup, others);
        }
        setup.epochs().ifPresent(epochs -> arguments.addAll(List.of("--epochs", Integer.toString(epochs))));
        setup.parallel().ifPresent(count -> arguments.addAll(List.of("--parallel", Integer.toString(count))));
        setup.seed().ifPresent(seed -> arguments.addAll(List.of("--seed", Long.toString(seed))));
        setup.overrides().forEach((path, value) -> arguments.addAll(List.of("--set", path + "=" + value)));
        return arguments;
    }

    private static void addBackend(List<String> arguments, TrainingSetup setup) {
        if (setup.cluster().isEmpty()) {
            arguments.addAll(List.of("--backend", setup.backend()));
            return;
        }
        ClusterSetup cluster = setup.cluster().get();
        arguments.addAll(List.of("--spark", cluster.master()));
        if (!setup.sweep()) {
            cluster.workers().ifPresent(count -> arguments.addAll(List.of("--workers", Integer.toString(count))));
            cluster.averageEvery()
                    .ifPresent(steps -> arguments.addAll(List.of("--average-every", Integer.toString(steps))));
        }
    }

    private static void addThreads(List<String> arguments, TrainingSetup setup, int others) {
        if (setup.threads().isPresent()) {
            arguments.addAll(
                    List.of("--threads", Integer.toString(setup.threads().getAsInt())));
        } else if (others > 0) {
            arguments.addAll(List.of("--beside", Integer.toString(others)));
        }
    }
}
