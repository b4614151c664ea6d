package org.backprop.engine.data;

import org.backprop.engine.data.digits.DigitsGenerator;
import org.backprop.engine.data.points.Blobs;
import org.backprop.engine.data.points.Circles;
import org.backprop.engine.data.points.Moons;
import org.backprop.engine.data.points.Sine;
import org.backprop.engine.data.points.Spirals;
import org.backprop.engine.data.points.Xor;
import org.backprop.engine.data.shapes.ShapesGenerator;
import org.backprop.model.BlobsData;
import org.backprop.model.CirclesData;
import org.backprop.model.DigitsData;
import org.backprop.model.GeneratedData;
import org.backprop.model.MoonsData;
import org.backprop.model.ShapesData;
import org.backprop.model.SineData;
import org.backprop.model.SpiralsData;
import org.backprop.model.XorData;

/** The generators of the generated data sources. */
final class Generators {

    private Generators() {}

    static Generator of(GeneratedData data) {
        return switch (data) {
            case DigitsData digits -> new DigitsGenerator(digits.seed());
            case ShapesData shapes -> new ShapesGenerator(shapes.seed());
            case SpiralsData spirals -> new Spirals(spirals);
            case MoonsData moons -> new Moons(moons);
            case CirclesData circles -> new Circles(circles);
            case BlobsData blobs -> new Blobs(blobs);
            case XorData xor -> new Xor(xor);
            case SineData sine -> new Sine(sine);
        };
    }
}
