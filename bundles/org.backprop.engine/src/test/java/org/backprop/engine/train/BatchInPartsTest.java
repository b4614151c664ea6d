package org.backprop.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.backprop.engine.kernels.View;
import org.backprop.engine.layers.Pass;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.Plan;
import org.backprop.engine.testing.Implementation;
import org.backprop.model.ModelReader;
import org.backprop.model.Shape;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@MethodSource("org.backprop.engine.testing.Implementation#all")
class BatchInPartsTest {

    private static final int SHARED = 3;
    private static final int MOST = 10;
    private static final int INPUTS = 4;
    private static final int CLASSES = 3;
    private static final float CLOSE = 1e-6f;
    private static final String MODEL = """
            backprop: 1
            data: {csv: none.csv}
            network:
              input: [4]
              layers:
                - dense: {units: 5, activation: tanh}
                - dense: {units: 3}
            training: {loss: cross_entropy}
            """;

    @Parameter
    Implementation implementation;

    private final Pass pass = Pass.training(1, 0);
    private final Random random = new Random(5);
    private Network network;
    private BatchInParts parts;

    @BeforeEach
    void compile() {
        network = Network.compile(
                ModelReader.read("test.nn.yaml", MODEL).model().orElseThrow(),
                Shape.of(INPUTS),
                implementation.open(),
                MOST);
        parts = new BatchInParts(network, null, SHARED);
    }

    /** Plans share their memory, so a batch is written anew before each pass. */
    private Plan load(int rows, int from, float[] features, float[] labels) {
        Plan plan = network.plan(rows);
        write(plan.input(), features, from * INPUTS);
        write(plan.targets(), labels, from);
        return plan;
    }

    private static void write(View view, float[] values, int from) {
        view.buffer().write(view.offset(), values, from, view.length());
    }

    private float[] gradient() {
        return network.gradientVector().orElseThrow().toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, MOST})
    void lossAndGradientAreThoseOfTheWholeBatchAndThoseOfTheSharedSamplesAreKnown(int rows) {
        float[] features = new float[MOST * INPUTS];
        float[] labels = new float[MOST];
        for (int i = 0; i < features.length; i++) {
            features[i] = (float) random.nextGaussian();
        }
        for (int i = 0; i < MOST; i++) {
            labels[i] = random.nextInt(CLASSES);
        }
        WholeBatch whole = new WholeBatch(null);
        whole.forward(load(rows, 0, features, labels), pass);
        double loss = whole.loss();
        int correct = whole.correct();
        whole.backward(pass);
        float[] expected = gradient();
        int last = Math.min(SHARED, rows);
        whole.forward(load(last, rows - last, features, labels), pass);
        whole.backward(pass);
        float[] shared = gradient();

        parts.forward(load(rows, 0, features, labels), pass);
        assertEquals(loss, parts.loss(), CLOSE);
        assertEquals(correct, parts.correct());
        parts.backward(pass);
        assertArrayEquals(expected, gradient(), CLOSE);
        parts.recallShared();
        assertArrayEquals(shared, gradient());
        parts.computeShared(pass);
        assertArrayEquals(shared, gradient());
    }
}
