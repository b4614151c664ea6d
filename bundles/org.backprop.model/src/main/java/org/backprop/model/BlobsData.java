package org.backprop.model;

import java.util.OptionalInt;

/**
 * Generated points, normally distributed around random centres, as scikit-learn's make_blobs with two features.
 *
 * @param samples number of points
 * @param classes number of clouds
 * @param noise standard deviation of each cloud, cluster_std in scikit-learn
 * @param spread the centres are uniform between minus this and this
 * @param seed seed of the generator
 */
@SpecType(
        key = "blobs",
        doc = "Generated points in round clouds around random centres, one class a cloud.",
        formula = "x = centre(class) + noise N(0, 1)",
        source = "sklearn.datasets.make_blobs")
public record BlobsData(
        @SpecParameter(
                doc = "Number of points.",
                byDefault = "1000",
                min = 1,
                max = 10_000_000,
                unit = "samples",
                main = true)
        int samples,

        @SpecParameter(doc = "Number of clouds, a class each.", byDefault = "3", min = 2, max = 1_000, unit = "classes")
        int classes,

        @SpecParameter(
                doc = "Standard deviation of each coordinate within a cloud (cluster_std).",
                byDefault = "1",
                min = 0,
                max = 1_000)
        double noise,

        @SpecParameter(
                doc = "The centres are drawn uniformly between minus this and this.",
                byDefault = "10",
                min = 0,
                max = 1_000_000)
        double spread,

        @SpecParameter(doc = "Seed of the generator.", byDefault = "1")
        long seed)
        implements GeneratedData {

    @Override
    public Shape shape() {
        return POINT;
    }

    @Override
    public OptionalInt classCount() {
        return OptionalInt.of(classes);
    }
}
