package org.backprop.engine.kernels;

/** Matrix products that the threads of a team share. */
final class TeamProducts {

    private static final long LEAST_SHARED = 200_000;
    private static final int STEP = 16;

    private final Team team;

    TeamProducts(Team team) {
        this.team = team;
    }

    /** {@code c = a b}; a is {@code [rows, inner]}, b is {@code [inner, columns]}. */
    void multiply(int rows, int columns, int inner, Panel a, Panel b, Panel c) {
        boolean byRows = rows >= columns;
        int size = byRows ? rows : columns;
        team.run(
                (part, parts) -> {
                    int begin = Work.begin(size, STEP, part, parts);
                    int count = Work.end(size, STEP, part, parts) - begin;
                    if (count > 0 && byRows) {
                        Blas.multiply(count, columns, inner, a.from(begin, 0), b, c.from(begin, 0), false);
                    } else if (count > 0) {
                        Blas.multiply(rows, count, inner, a, b.from(0, begin), c.from(0, begin), false);
                    }
                },
                (long) rows * columns * inner >= LEAST_SHARED);
    }
}
