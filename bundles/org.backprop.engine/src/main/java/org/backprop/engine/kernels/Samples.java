package org.backprop.engine.kernels;

/** Divides the samples of a batch among the threads of a team. */
final class Samples {

    private static final long LEAST_SHARED = 30_000;

    private final Team team;

    Samples(Team team) {
        this.team = team;
    }

    /** Computes some samples. */
    @FunctionalInterface
    interface Range {
        void run(int part, int first, int count);
    }

    /**
     * Runs a range for each thread, or one for all samples if there is little to do.
     *
     * @param operations number of multiplications, or of values to move, of all samples
     * @return number of ranges
     */
    int forEach(int n, long operations, Range range) {
        boolean isShared = operations >= LEAST_SHARED && n >= team.size();
        team.run(
                (part, parts) -> {
                    int first = Work.begin(n, 1, part, parts);
                    range.run(part, first, Work.end(n, 1, part, parts) - first);
                },
                isShared);
        return isShared ? team.size() : 1;
    }
}
