package org.backprop.engine.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.backprop.engine.data.DataException;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.optimizers.Optimizers;

/** How far a training step is from the least time that the machine needs for it, and which kernels take the rest. */
public final class RooflineBenchmark {
    private static final int SAMPLES = 4096;
    private static final double MILLIS = 1e3;
    private static final int PERCENT = 100;

    private final Kernels kernels;
    private final MachineLimits machine;
    private final Contest contest;

    /** A benchmark of these kernels on the machine whose limits were measured. */
    public RooflineBenchmark(Kernels kernels, MachineLimits machine, Contest contest) {
        this.kernels = kernels;
        this.machine = machine;
        this.contest = contest;
    }

    /**
     * Measures one workload, in this process.
     *
     * @param steps receives one row: the step as a whole
     * @param parts receives a row for each kernel, the longest first, and one for all time outside of kernels
     */
    public void run(Workload workload, Consumer<Row> steps, Consumer<List<Row>> parts)
            throws IOException, DataException {
        try (WorkloadFolder folder = WorkloadFolder.create(workload, SAMPLES)) {
            Worker plain = new Worker(folder, kernels);
            double before = Handover.nanos();
            List<Round> rounds = contest.run(List.of(plain));
            double after = Handover.nanos();
            double step = 1 / Statistics.median(Round.values(rounds, 0, Measurement::rate));
            TimedKernels timed = new TimedKernels(kernels);
            Worker observed = new Worker(folder, timed.kernels());
            int count = (int) Math.ceil(contest.seconds() / step);
            observed.run(0, count);
            timed.clear();
            Measurement measurement = observed.run(0, count);
            steps.accept(step(workload, plain, step, timed.totals(), count)
                    .with("handover_ns", Math.max(before, after), 3)
                    .with("foreign_load", Round.foreignLoad(rounds), 2));
            parts.accept(parts(workload, timed.totals(), measurement));
        }
    }

    private Row step(Workload workload, Worker plain, double step, Map<String, KernelTotal> totals, int count) {
        double flops = totals.values().stream().mapToDouble(KernelTotal::flops).sum() / count;
        long samples = (long) workload.batch() * plain.task().network().inputs();
        long parameters = plain.task().network().parameterVector().orElseThrow().length();
        int slots = Optimizers.slots(plain.task().model().training().optimizer());
        Floor floor = Floor.ofStep(machine, flops, samples, parameters, slots);
        return Row.of(workload)
                .with("kernels", plain.description())
                .with("step_ms", step * MILLIS, 4)
                .with("products_ms", floor.products() * MILLIS, 4)
                .with("memory_ms", floor.bytes() * MILLIS, 4)
                .with("times_floor", step / floor.seconds(), 4);
    }

    private List<Row> parts(Workload workload, Map<String, KernelTotal> totals, Measurement all) {
        List<Row> parts = new ArrayList<>();
        double outside = all.seconds();
        for (Map.Entry<String, KernelTotal> entry : longestFirst(totals)) {
            KernelTotal cost = entry.getValue();
            Row row = Row.of(workload)
                    .with("kernel", entry.getKey())
                    .with("calls", (double) cost.calls() / all.steps(), 3);
            parts.add(times(row, all, cost.seconds(), cost.flops() / machine.flops()));
            outside -= cost.seconds();
        }
        Row row = Row.of(workload).with("kernel", "(outside)").with("calls", 0, 1);
        parts.add(times(row, all, Math.max(0, outside), 0));
        return parts;
    }

    private static List<Map.Entry<String, KernelTotal>> longestFirst(Map<String, KernelTotal> totals) {
        return totals.entrySet().stream()
                .sorted(Comparator.comparingDouble(entry -> -entry.getValue().seconds()))
                .toList();
    }

    private static Row times(Row row, Measurement all, double seconds, double products) {
        return row.with("ms", seconds / all.steps() * MILLIS, 3)
                .with("percent", PERCENT * seconds / all.seconds(), 3)
                .with("products_ms", products / all.steps() * MILLIS, 3)
                .with("rest_ms", (seconds - products) / all.steps() * MILLIS, 3);
    }
}
