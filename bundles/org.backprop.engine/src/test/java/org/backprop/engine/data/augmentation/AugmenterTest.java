package org.backprop.engine.data.augmentation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.FeatureScale;
import org.backprop.engine.data.Splits;
import org.backprop.engine.random.RandomSequence;
import org.backprop.model.AugmentationSpec;
import org.backprop.model.BrightnessAugmentation;
import org.backprop.model.Catalogue;
import org.backprop.model.ContrastAugmentation;
import org.backprop.model.CropAugmentation;
import org.backprop.model.CutmixAugmentation;
import org.backprop.model.CutoutAugmentation;
import org.backprop.model.Family;
import org.backprop.model.FlipAugmentation;
import org.backprop.model.MixupAugmentation;
import org.backprop.model.NoiseAugmentation;
import org.backprop.model.ParameterInfo;
import org.backprop.model.RotateAugmentation;
import org.backprop.model.Shape;
import org.backprop.model.ShearAugmentation;
import org.backprop.model.ShiftAugmentation;
import org.backprop.model.TypeInfo;
import org.backprop.model.ZoomAugmentation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AugmenterTest {

    private static final Shape IMAGE = Shape.of(3, 6, 8);
    private static final int SAMPLES = 40;

    /** An augmentation with its defaults, on images or, if it takes them, tables. */
    record Case(AugmentationSpec spec, Shape shape, boolean regression) {}

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (TypeInfo type : Catalogue.types(Family.AUGMENTATION)) {
            AugmentationSpec spec = byDefault(type);
            for (Shape shape : List.of(IMAGE, Shape.of(5, 5), Shape.of(1, 1, 1), Shape.of(7))) {
                if (shape.rank() > 1 || !spec.imagesOnly()) {
                    cases.add(new Case(spec, shape, false));
                    cases.add(new Case(spec, shape, true));
                }
            }
        }
        return cases.stream();
    }

    private static AugmentationSpec byDefault(TypeInfo type) {
        Object[] values =
                type.parameters().stream().map(AugmenterTest::defaultOf).toArray();
        try {
            return (AugmentationSpec) type.spec().getConstructors()[0].newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object defaultOf(ParameterInfo parameter) {
        String text = parameter.defaultValue().orElseThrow();
        return parameter.type() == int.class ? (Object) Integer.valueOf(text) : (Object) Double.valueOf(text);
    }

    private static Splits splits(Shape shape, boolean regression, FeatureScale scale) {
        RandomSequence random = new RandomSequence(9, 0);
        float[] features = new float[SAMPLES * (int) shape.size()];
        for (int i = 0; i < features.length; i++) {
            features[i] = random.nextUniform();
        }
        float[] targets = new float[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            targets[i] = i;
        }
        int[] labels = IntStream.range(0, SAMPLES).map(i -> i % 4).toArray();
        Dataset data = regression
                ? new Dataset(shape, features, null, targets, List.of())
                : new Dataset(shape, features, labels, null, List.of("a", "b", "c", "d"));
        Splits plain = new Splits(data, data, data);
        return scale == null ? plain : new Splits(data, data, data, scale, List.of());
    }

    private static Augmenter augmenter(Splits splits, AugmentationSpec... specs) {
        return Augmenter.of(List.of(specs), splits, 5).orElseThrow();
    }

    private static float[] draw(Augmenter augmenter, int epoch, int sample, Splits splits) {
        float[] features = new float[splits.train().width() + 1];
        features[splits.train().width()] = augmenter.draw(epoch, sample, augmenter.work(), features, 0);
        return features;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aVariantDependsOnSeedEpochAndSampleAlone(Case one) {
        Splits splits = splits(one.shape(), one.regression(), null);
        float[] original = splits.train().features().clone();
        Augmenter augmenter = augmenter(splits, one.spec());
        Work work = augmenter.work();
        boolean varies = false;
        for (int sample = SAMPLES - 1; sample >= 0; sample--) {
            float[] used = new float[splits.train().width() + 1];
            used[splits.train().width()] = augmenter.draw(2, sample, work, used, 0);
            assertArrayEquals(draw(augmenter(splits, one.spec()), 2, sample, splits), used);
            varies |= !Arrays.equals(used, draw(augmenter, 3, sample, splits));
            for (float value : used) {
                assertTrue(Float.isFinite(value));
            }
            float target = used[used.length - 1];
            assertTrue(target >= 0 && target < SAMPLES);
            assertTrue(one.regression() || target < 4 && target == Math.rint(target));
        }
        assertTrue(varies || one.shape().size() == 1);
        assertArrayEquals(original, splits.train().features(), "the data set itself is left alone");
    }

    /** Normalizing first and augmenting then gives what augmenting first and normalizing then would. */
    @ParameterizedTest
    @MethodSource("cases")
    void normalizedSamplesAreChangedAsTheOriginalsWouldBe(Case one) {
        Splits plain = splits(one.shape(), one.regression(), null);
        int groups = plain.scale().groups();
        FeatureScale scale = new FeatureScale(new float[groups], new float[groups]);
        for (int i = 0; i < groups; i++) {
            scale.offset()[i] = 0.3f + 0.1f * i;
            scale.scale()[i] = 0.5f + 0.25f * i;
        }
        Splits normalized = splits(one.shape(), one.regression(), scale);
        normalize(normalized.train().features(), normalized.train(), scale);
        for (int sample = 0; sample < 10; sample++) {
            float[] expected = draw(augmenter(plain, one.spec()), 0, sample, plain);
            float target = expected[plain.train().width()];
            normalize(expected, plain.train(), scale);
            expected[plain.train().width()] = target;
            assertArrayEquals(expected, draw(augmenter(normalized, one.spec()), 0, sample, normalized), 1e-4f);
        }
    }

    private static void normalize(float[] features, Dataset data, FeatureScale scale) {
        int length = data.width() / scale.groups();
        for (int i = 0; i < features.length; i++) {
            int group = i / length % scale.groups();
            features[i] = (features[i] - scale.offset()[group]) / scale.scale()[group];
        }
    }

    @Test
    void changesOfNoAmountChangeNothing() {
        Splits splits = splits(IMAGE, false, null);
        Augmenter augmenter = augmenter(
                splits,
                new FlipAugmentation(0, 0),
                new RotateAugmentation(0),
                new ShiftAugmentation(0, 0),
                new ZoomAugmentation(1, 1),
                new ShearAugmentation(0),
                new CropAugmentation(0),
                new BrightnessAugmentation(0),
                new ContrastAugmentation(0),
                new NoiseAugmentation(0),
                new CutoutAugmentation(3, 0),
                new MixupAugmentation(1, 0),
                new CutmixAugmentation(1, 0));
        for (int i = 0; i < SAMPLES; i++) {
            assertArrayEquals(sample(splits.train(), i), values(augmenter, i, splits), 1e-6f);
        }
    }

    @Test
    void aCertainFlipMirrorsEachRowOrColumn() {
        Splits splits = splits(Shape.of(1, 2, 3), false, null);
        float[] a = sample(splits.train(), 4);
        assertArrayEquals(
                new float[] {a[2], a[1], a[0], a[5], a[4], a[3]},
                values(augmenter(splits, new FlipAugmentation(1, 0)), 4, splits));
        assertArrayEquals(
                new float[] {a[3], a[4], a[5], a[0], a[1], a[2]},
                values(augmenter(splits, new FlipAugmentation(0, 1)), 4, splits));
    }

    @Test
    void aCropIsTheImageMovedByWholePixels() {
        Splits splits = splits(Shape.of(2, 5, 5), false, null);
        Augmenter augmenter = augmenter(splits, new CropAugmentation(2));
        for (int i = 0; i < SAMPLES; i++) {
            float[] from = sample(splits.train(), i);
            float[] to = values(augmenter, i, splits);
            assertTrue(
                    IntStream.rangeClosed(-2, 2)
                            .anyMatch(down -> IntStream.rangeClosed(-2, 2)
                                    .anyMatch(right -> Arrays.equals(moved(from, down, right), to))),
                    "sample " + i);
        }
    }

    private static float[] moved(float[] from, int down, int right) {
        float[] to = new float[from.length];
        for (int i = 0; i < to.length; i++) {
            int row = i / 5 % 5 - down;
            int column = i % 5 - right;
            to[i] = row < 0 || row >= 5 || column < 0 || column >= 5 ? 0 : from[i / 25 * 25 + row * 5 + column];
        }
        return to;
    }

    @Test
    void aRotationKeepsTheCentreAndMovesTheRest() {
        Splits splits = splits(Shape.of(1, 5, 5), false, null);
        Augmenter augmenter = augmenter(splits, new RotateAugmentation(180));
        for (int i = 0; i < SAMPLES; i++) {
            float[] from = sample(splits.train(), i);
            float[] to = values(augmenter, i, splits);
            assertEquals(from[12], to[12], 1e-6f);
            assertFalse(Arrays.equals(from, to));
        }
    }

    @Test
    void aShiftAndItsResamplingKeepAConstantInside() {
        Splits splits = splits(Shape.of(1, 9, 9), false, null);
        Arrays.fill(splits.train().features(), 0.7f);
        Augmenter augmenter = augmenter(
                splits, new ShiftAugmentation(0.1, 0.1), new RotateAugmentation(10), new ZoomAugmentation(1, 1.2));
        for (int i = 0; i < SAMPLES; i++) {
            assertEquals(0.7f, values(augmenter, i, splits)[40], 1e-6f);
        }
    }

    @Test
    void aCutoutSetsOneSquareToZeroInAllChannels() {
        Splits splits = splits(IMAGE, false, null);
        Arrays.fill(splits.train().features(), 1);
        Augmenter augmenter = augmenter(splits, new CutoutAugmentation(4, 1));
        for (int i = 0; i < SAMPLES; i++) {
            float[] cut = values(augmenter, i, splits);
            int zeros = 0;
            for (int pixel = 0; pixel < 48; pixel++) {
                assertEquals(cut[pixel], cut[48 + pixel]);
                zeros += cut[pixel] == 0 ? 1 : 0;
            }
            assertTrue(zeros >= 4 && zeros <= 16, "zeros " + zeros);
        }
    }

    @Test
    void mixupMixesTargetsInTheSharesOfTheFeatures() {
        Splits splits = splits(Shape.of(1), true, null);
        for (int i = 0; i < SAMPLES; i++) {
            splits.train().features()[i] = i;
        }
        Augmenter augmenter = augmenter(splits, new MixupAugmentation(1, 1));
        for (int i = 0; i < SAMPLES; i++) {
            float[] mixed = draw(augmenter, 0, i, splits);
            assertEquals(mixed[0], mixed[1], 1e-4f);
        }
    }

    @Test
    void theSharesOfMixupAreBetaDistributed() {
        Splits splits = splits(Shape.of(1), true, null);
        splits.train().features()[0] = 1;
        splits.train().targets()[0] = 1;
        for (int i = 1; i < SAMPLES; i++) {
            splits.train().features()[i] = 0;
            splits.train().targets()[i] = 0;
        }
        double alpha = 0.4;
        Augmenter augmenter = augmenter(splits, new MixupAugmentation(alpha, 1));
        int count = 4000;
        double sum = 0;
        double squares = 0;
        for (int epoch = 0; epoch < count; epoch++) {
            float lambda = draw(augmenter, epoch, 0, splits)[0];
            sum += lambda;
            squares += lambda * lambda;
        }
        double withItself = 1.0 / SAMPLES;
        double mean = 0.5 + 0.5 * withItself;
        assertEquals(mean, sum / count, 0.02);
        double square = 0.25 + 1 / (4 * (2 * alpha + 1));
        assertEquals(square * (1 - withItself) + withItself, squares / count, 0.02);
    }

    @Test
    void ofTwoClassesTheFirstIsTakenAsOftenAsItsShareOfTheImage() {
        Splits splits = splits(Shape.of(1, 16, 16), false, null);
        for (int i = 0; i < SAMPLES; i++) {
            Arrays.fill(splits.train().features(), i * 256, (i + 1) * 256, i % 4);
        }
        Augmenter augmenter = augmenter(splits, new CutmixAugmentation(1, 1));
        double share = 0;
        int own = 0;
        int count = 3000;
        for (int epoch = 0; epoch < count; epoch++) {
            float[] mixed = draw(augmenter, epoch, 2, splits);
            for (int pixel = 0; pixel < 256; pixel++) {
                share += mixed[pixel] == 2 ? 1 / 256.0 : 0;
            }
            own += mixed[256] == 2 ? 1 : 0;
        }
        assertEquals(share / count, (double) own / count, 0.03);
        assertTrue(share / count < 0.9);
    }

    @Test
    void theNoiseHasItsDeviationBeforeNormalizing() {
        FeatureScale scale = new FeatureScale(new float[] {0}, new float[] {4});
        Splits splits = splits(Shape.of(1, 20, 20), false, scale);
        float[] noisy = values(augmenter(splits, new NoiseAugmentation(2)), 0, splits);
        double squares = 0;
        for (int i = 0; i < noisy.length; i++) {
            double difference = noisy[i] - splits.train().features()[i];
            squares += difference * difference;
        }
        assertEquals(0.5, Math.sqrt(squares / noisy.length), 0.06);
    }

    private static float[] sample(Dataset data, int index) {
        return Arrays.copyOfRange(data.features(), index * data.width(), (index + 1) * data.width());
    }

    private static float[] values(Augmenter augmenter, int sample, Splits splits) {
        return Arrays.copyOf(draw(augmenter, 0, sample, splits), splits.train().width());
    }
}
