package org.backprop.engine.kernels;

import java.util.stream.Stream;

import org.backprop.model.Window;

/** Pools, whose samples the threads share; see {@link Kernels#maxPoolForward}. */
final class Nd4jPools {

    private final Samples samples;
    private final SamplePools[] parts;

    Nd4jPools(Team team) {
        samples = new Samples(team);
        parts = Stream.generate(SamplePools::new).limit(team.size()).toArray(SamplePools[]::new);
    }

    void maxForward(Window window, Nd4jView x, Nd4jView y) {
        samples.forEach(
                x.rows(),
                x.length(),
                (part, first, count) -> parts[part].maxForward(window, x.rows(first, count), y.rows(first, count)));
    }

    void maxBackward(Window window, Nd4jView x, Nd4jView y, Nd4jView dy, Nd4jView dx) {
        samples.forEach(
                x.rows(),
                x.length(),
                (part, first, count) -> parts[part].maxBackward(
                        window,
                        x.rows(first, count),
                        y.rows(first, count),
                        dy.rows(first, count),
                        dx.rows(first, count)));
    }

    void averageForward(Window window, Nd4jView x, Nd4jView y) {
        samples.forEach(
                x.rows(),
                x.length(),
                (part, first, count) -> parts[part].averageForward(window, x.rows(first, count), y.rows(first, count)));
    }

    void averageBackward(Window window, Nd4jView dy, Nd4jView dx) {
        samples.forEach(
                dx.rows(),
                dx.length(),
                (part, first, count) ->
                        parts[part].averageBackward(window, dy.rows(first, count), dx.rows(first, count)));
    }
}
