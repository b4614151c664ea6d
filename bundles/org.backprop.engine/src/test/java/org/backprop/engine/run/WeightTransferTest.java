package org.backprop.engine.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;

import org.backprop.engine.kernels.Nd4jKernels;
import org.backprop.engine.network.NamedTensor;
import org.backprop.engine.network.Network;
import org.backprop.engine.testing.Models;
import org.backprop.model.Activation;
import org.backprop.model.CrossEntropyLoss;
import org.backprop.model.FlattenLayer;
import org.backprop.model.Shape;
import org.junit.jupiter.api.Test;

class WeightTransferTest {

    private final Network network = network();
    private final List<NamedTensor> before = network.state();
    private final SequencedMap<String, String> mapping = new LinkedHashMap<>();

    private static Network network() {
        Models layers = new Models()
                .add("conv", Models.conv2d(2, 1, Activation.LINEAR))
                .add("norm", Models.batchNorm())
                .add("flatten", new FlattenLayer())
                .add("out", Models.dense(3, Activation.LINEAR))
                .freeze("norm");
        return Network.compile(layers.build(new CrossEntropyLoss(), 1), Shape.of(1, 2, 2), new Nd4jKernels(1), 1);
    }

    private static NamedTensor tensor(String name, Integer... shape) {
        float[] values = new float[Stream.of(shape).reduce(1, (a, b) -> a * b)];
        Arrays.fill(values, 7);
        return new NamedTensor(name, List.of(shape), values);
    }

    private static List<NamedTensor> theirs() {
        return new ArrayList<>(List.of(
                tensor("features.0.weight", 2, 1, 1, 1),
                tensor("features.0.bias", 2),
                tensor("features.1.weight", 2),
                tensor("features.1.bias", 2),
                tensor("features.1.running_mean", 2),
                tensor("head.weight", 5, 8)));
    }

    private List<String> changed() {
        List<String> changed = new ArrayList<>();
        List<NamedTensor> after = network.state();
        for (int i = 0; i < after.size(); i++) {
            if (!Arrays.equals(before.get(i).values(), after.get(i).values())) {
                changed.add(after.get(i).name());
            }
        }
        return changed;
    }

    @Test
    void layersAreTakenWithAllTheirTensorsAndTheRestStaysAsItWas() {
        mapping.put("conv", "features.0");
        mapping.put("norm", "features.1");
        new WeightTransfer(mapping).load(theirs(), network);
        assertEquals(List.of("conv.weight", "conv.bias", "norm.weight", "norm.bias", "norm.running_mean"), changed());
        assertArrayEquals(new float[] {7, 7}, network.state().get(1).values());
    }

    @Test
    void aSingleTensorMayBeTaken() {
        mapping.put("conv.bias", "features.1.bias");
        new WeightTransfer(mapping).load(theirs(), network);
        assertEquals(List.of("conv.bias"), changed());
    }

    @Test
    void anUnknownNameOfTheirsIsNamedWithTheNearest() {
        mapping.put("conv.bias", "feature.0.bias");
        failure("'feature.0.bias'", "'conv.bias'", "did you mean 'features.0.bias'?");
    }

    @Test
    void anUnknownNameOfOursIsNamedWithTheNearest() {
        mapping.put("conv.weigth", "features.0.weight");
        failure("'conv.weigth'", "did you mean 'conv.weight'?");
    }

    @Test
    void anotherShapeIsRefusedAndNothingChanges() {
        mapping.put("conv", "features.0");
        mapping.put("out.weight", "head.weight");
        failure("'out.weight' has shape [5, 8], the network needs [3, 8]");
    }

    @Test
    void withoutAMappingEveryTensorMustBeThere() {
        failure("'conv.weight' is missing");
    }

    private void failure(String... parts) {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> new WeightTransfer(mapping).load(theirs(), network))
                .getMessage();
        for (String part : parts) {
            assertTrue(message.contains(part), message);
        }
        assertEquals(List.of(), changed());
    }
}
