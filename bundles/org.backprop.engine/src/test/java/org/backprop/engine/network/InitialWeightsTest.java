package org.backprop.engine.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

import org.backprop.engine.kernels.Nd4jKernels;
import org.backprop.engine.testing.Models;
import org.backprop.model.Activation;
import org.backprop.model.ActivationLayer;
import org.backprop.model.ConstantInitializer;
import org.backprop.model.CrossEntropyLoss;
import org.backprop.model.DenseLayer;
import org.backprop.model.Distribution;
import org.backprop.model.FanMode;
import org.backprop.model.FlattenLayer;
import org.backprop.model.HeInitializer;
import org.backprop.model.LstmLayer;
import org.backprop.model.Shape;
import org.backprop.model.TorchInitializer;
import org.backprop.model.ZerosInitializer;
import org.junit.jupiter.api.Test;

/** A model file and its seed give the same initial weights in every version: the checksums were made without this code. */
class InitialWeightsTest {

    private static final long SEED = 7;

    @Test
    void imageNetworksKeepTheirInitialWeights() {
        Models layers = new Models()
                .add("conv", Models.conv2d(4, 3, Activation.RELU))
                .add("norm", Models.batchNorm())
                .add("flatten", new FlattenLayer())
                .add("out", Models.dense(10, Activation.LINEAR));
        assertEquals(
                "e461b8b1",
                checksum(network(layers, Shape.of(2, 5, 5))
                        .parameterVector()
                        .orElseThrow()
                        .toArray()));
    }

    @Test
    void recurrentNetworksKeepTheirInitialWeights() {
        Models layers = new Models().add("lstm", new LstmLayer(3, false, true));
        assertEquals(
                "9d6d38a4",
                checksum(network(layers, Shape.of(5, 4))
                        .parameterVector()
                        .orElseThrow()
                        .toArray()));
    }

    @Test
    void theInitializersOfTheModelAreUsedAlsoWhereAnActivationIsFused() {
        HeInitializer he = new HeInitializer(Distribution.NORMAL, FanMode.FAN_IN, 0);
        Models layers = new Models()
                .add("first", new DenseLayer(3, Activation.LINEAR, true, he, new ConstantInitializer(0.25)))
                .add("relu", new ActivationLayer(Activation.RELU));
        List<NamedTensor> state = network(layers, Shape.of(4)).state();
        assertArrayEquals(new float[] {0.25f, 0.25f, 0.25f}, state.get(1).values());
        assertFalse(Arrays.equals(new float[12], state.get(0).values()));
    }

    @Test
    void theStateOfAnLstmKeepsTheWeightsOfPyTorch() {
        LstmLayer plain = new LstmLayer(3, false, true);
        LstmLayer zeros = new LstmLayer(3, false, true, new ZerosInitializer(), new TorchInitializer());
        List<NamedTensor> expected =
                network(new Models().add("lstm", plain), Shape.of(5, 4)).state();
        List<NamedTensor> state =
                network(new Models().add("lstm", zeros), Shape.of(5, 4)).state();
        assertArrayEquals(new float[48], state.get(0).values());
        for (int i = 1; i < 4; i++) {
            assertArrayEquals(expected.get(i).values(), state.get(i).values());
        }
    }

    private static Network network(Models layers, Shape input) {
        return Network.compile(layers.build(new CrossEntropyLoss(), SEED), input, new Nd4jKernels(1), 1);
    }

    private static String checksum(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        CRC32 sum = new CRC32();
        sum.update(bytes.array());
        return Long.toHexString(sum.getValue());
    }
}
