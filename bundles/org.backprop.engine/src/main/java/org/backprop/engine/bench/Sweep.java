package org.backprop.engine.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** One quantity of a network that grows while the others stay. */
public enum Sweep {
    /** Wider layers. */
    PARAMETERS(
            IntStream.of(64, 128, 256, 512, 1024, 2048, 4096, 7040)
                    .mapToObj(width -> new ScalePoint(width, 2, 128))
                    .toList(),
            ScalePoint::parameters),
    /** More samples in a step. */
    BATCH(
            IntStream.of(16, 32, 64, 128, 256, 512, 1024, 2048)
                    .mapToObj(batch -> new ScalePoint(256, 2, batch))
                    .toList(),
            ScalePoint::batch),
    /** More hidden layers. */
    DEPTH(
            IntStream.of(1, 2, 4, 8, 16, 32)
                    .mapToObj(depth -> new ScalePoint(256, depth, 128))
                    .toList(),
            ScalePoint::depth);

    private final List<ScalePoint> points;
    private final ToDoubleFunction<ScalePoint> quantity;

    Sweep(List<ScalePoint> points, ToDoubleFunction<ScalePoint> quantity) {
        this.points = points;
        this.quantity = quantity;
    }

    /** The name in results. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The networks with at most so many parameters, from small to large. */
    List<ScalePoint> points(long mostParameters) {
        return points.stream()
                .filter(point -> point.parameters() <= mostParameters)
                .toList();
    }

    /** What grows. */
    double quantity(ScalePoint point) {
        return quantity.applyAsDouble(point);
    }
}
