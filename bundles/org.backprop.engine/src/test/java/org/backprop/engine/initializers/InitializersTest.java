package org.backprop.engine.initializers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.backprop.engine.random.RandomSequence;
import org.backprop.model.Catalogue;
import org.backprop.model.DenseLayer;
import org.backprop.model.Distribution;
import org.backprop.model.Family;
import org.backprop.model.FanMode;
import org.backprop.model.GlorotInitializer;
import org.backprop.model.HeInitializer;
import org.backprop.model.InitializerSpec;
import org.backprop.model.LecunInitializer;
import org.backprop.model.ModelReader;
import org.backprop.model.NormalInitializer;
import org.backprop.model.OrthogonalInitializer;
import org.backprop.model.ParameterInfo;
import org.backprop.model.TorchInitializer;
import org.backprop.model.TruncatedNormalInitializer;
import org.backprop.model.TypeInfo;
import org.backprop.model.UniformInitializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class InitializersTest {

    private static final List<Integer> SHAPE = List.of(60, 40, 3, 2);

    private static float[] values(InitializerSpec spec, List<Integer> shape, long seed) {
        return Initializers.values(spec, shape, new RandomSequence(seed, 3));
    }

    static Stream<InitializerSpec> members() {
        return Catalogue.types(Family.INITIALIZER).stream().map(InitializersTest::byDefault);
    }

    /** The member with its defaults; what must be given is 0.5. */
    private static InitializerSpec byDefault(TypeInfo type) {
        boolean bare = type.parameters().stream().noneMatch(ParameterInfo::required);
        String text = """
                backprop: 1
                data: digits
                network: {layers: [flatten, {dense: {units: 10, initializer: {%s}}}]}
                training: {loss: cross_entropy}
                """.formatted(type.key() + ": " + (bare ? "{}" : "0.5"));
        DenseLayer layer = (DenseLayer) ModelReader.read("test.nn.yaml", text)
                .model()
                .orElseThrow()
                .network()
                .layers()
                .getLast()
                .spec();
        return layer.initializer();
    }

    @ParameterizedTest
    @MethodSource("members")
    void theSeedDecidesAllValuesAndAllAreFinite(InitializerSpec spec) {
        float[] values = values(spec, SHAPE, 1);
        assertEquals(60 * 40 * 6, values.length);
        assertArrayEquals(values, values(spec, SHAPE, 1));
        for (float value : values) {
            assertTrue(Float.isFinite(value));
        }
    }

    /** An initializer and the moments that PyTorch's formulas give for the shape: fan in 240, fan out 360. */
    record Moments(InitializerSpec spec, double mean, double std, double greatest) {}

    static Stream<Moments> moments() {
        double glorot = Math.sqrt(2.0 / 600);
        double he = Math.sqrt(2.0 / 240);
        double root3 = Math.sqrt(3);
        return Stream.of(
                new Moments(new TorchInitializer(), 0, 1 / Math.sqrt(3 * 240), 1 / Math.sqrt(240)),
                new Moments(new GlorotInitializer(Distribution.UNIFORM, 1), 0, glorot, root3 * glorot),
                new Moments(new GlorotInitializer(Distribution.NORMAL, 3), 0, 3 * glorot, 30 * glorot),
                new Moments(new HeInitializer(Distribution.UNIFORM, FanMode.FAN_IN, 0), 0, he, root3 * he),
                new Moments(new HeInitializer(Distribution.NORMAL, FanMode.FAN_OUT, 0), 0, Math.sqrt(2.0 / 360), 1),
                new Moments(
                        new HeInitializer(Distribution.UNIFORM, FanMode.FAN_IN, Math.sqrt(5)),
                        0,
                        1 / Math.sqrt(3 * 240),
                        1 / Math.sqrt(240)),
                new Moments(new LecunInitializer(Distribution.UNIFORM), 0, 1 / Math.sqrt(240), root3 / Math.sqrt(240)),
                new Moments(new LecunInitializer(Distribution.NORMAL), 0, 1 / Math.sqrt(240), 1),
                new Moments(new UniformInitializer(1, 3), 2, 1 / root3, 3),
                new Moments(new NormalInitializer(-1, 0.25), -1, 0.25, 3),
                new Moments(new TruncatedNormalInitializer(0, 1, -2, 2), 0, 0.8796, 2),
                new Moments(new TruncatedNormalInitializer(0, 10, -1, 1), 0, 0.5765, 1),
                new Moments(new TruncatedNormalInitializer(0, 1, 0, 9), Math.sqrt(2 / Math.PI), 0.6028, 9));
    }

    @ParameterizedTest
    @MethodSource("moments")
    void valuesHaveTheMomentsOfTheirDistribution(Moments expected) {
        float[] values = values(expected.spec(), SHAPE, 2);
        double sum = 0;
        double squares = 0;
        double greatest = 0;
        for (float value : values) {
            sum += value;
            squares += (value - expected.mean()) * (value - expected.mean());
            greatest = Math.max(greatest, Math.abs(value));
        }
        assertEquals(expected.mean(), sum / values.length, 0.03 * expected.std());
        assertEquals(expected.std(), Math.sqrt(squares / values.length), 0.02 * expected.std());
        assertTrue(greatest <= expected.greatest() * (1 + 1e-6), "greatest " + greatest);
    }

    @ParameterizedTest
    @CsvSource({"20, 20", "30, 7", "7, 30", "1, 5", "5, 1"})
    void orthogonalMatricesHaveOrthonormalRowsOrColumns(int rows, int columns) {
        float[] values = values(new OrthogonalInitializer(2), List.of(rows, columns, 1), 3);
        boolean upright = rows >= columns;
        for (int i = 0; i < Math.min(rows, columns); i++) {
            for (int j = 0; j < Math.min(rows, columns); j++) {
                double product = 0;
                for (int k = 0; k < Math.max(rows, columns); k++) {
                    product += upright
                            ? values[k * columns + i] * values[k * columns + j]
                            : values[i * columns + k] * values[j * columns + k];
                }
                assertEquals(i == j ? 4 : 0, product, 1e-5);
            }
        }
    }

    @Test
    void fansAreThoseOfPyTorch() {
        assertEquals(new Fans(4, 6), Fans.of(List.of(6, 4)));
        assertEquals(new Fans(24, 36), Fans.of(List.of(6, 4, 3, 2)));
    }

    @Test
    void aVectorHasNoFans() {
        assertThrows(IllegalArgumentException.class, () -> Fans.of(List.of(6)));
    }
}
