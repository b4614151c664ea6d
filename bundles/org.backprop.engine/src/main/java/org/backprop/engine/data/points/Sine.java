package org.backprop.engine.data.points;

import java.util.List;

import org.backprop.engine.data.Generator;
import org.backprop.engine.random.Draws;
import org.backprop.model.Shape;
import org.backprop.model.SineData;

/** A sine of one number. */
public final class Sine implements Generator {

    private final SineData spec;

    public Sine(SineData spec) {
        this.spec = spec;
    }

    @Override
    public Shape shape() {
        return spec.shape();
    }

    @Override
    public List<String> classes() {
        return List.of();
    }

    @Override
    public float draw(int index, float[] features, int offset) {
        Draws draws = new Draws(spec.seed(), index);
        float x = draws.uniform(-1, 1);
        features[offset] = x;
        return (float) (StrictMath.sin(Math.PI * spec.periods() * x) + spec.noise() * draws.normal());
    }
}
