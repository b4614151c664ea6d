package org.backprop.engine.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.backprop.engine.curvature.NetworkCurvature;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.kernels.reference.DoubleBuffer;
import org.backprop.engine.kernels.reference.ReferenceKernels;
import org.backprop.engine.layers.Pass;
import org.backprop.engine.testing.Implementation;
import org.backprop.model.Catalogue;
import org.backprop.model.EmbeddingLayer;
import org.backprop.model.Family;
import org.backprop.model.Layer;
import org.backprop.model.Model;
import org.backprop.model.NetworkSection;
import org.backprop.model.Shape;
import org.backprop.model.TrainingSection;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every layer of the catalogue, on random configurations and shapes. */
@ParameterizedClass
@MethodSource("org.backprop.engine.testing.Implementation#all")
class LayerContractTest {

    private static final int CONFIGURATIONS = 5;
    private static final int BATCH = 3;
    private static final Pass PASS = Pass.training(11, 3);
    private static final double STEP = 0x1p-13;
    private static final double CURVATURE_STEP = 0x1p-14;
    private static final int DIRECTIONS = 3;
    private static final Map<String, List<Sample>> SAMPLES = new HashMap<>();

    private static final Map<Implementation, Kernels> KERNELS = new EnumMap<>(Implementation.class);

    @Parameter
    Implementation implementation;

    /** Opened once: the suite makes more than a thousand networks. */
    private Kernels kernels() {
        return KERNELS.computeIfAbsent(implementation, Implementation::open);
    }

    static List<String> layers() {
        return Catalogue.keys(Family.LAYER);
    }

    /** The same networks for all tests. */
    private static List<Sample> samples(String layer) {
        return SAMPLES.computeIfAbsent(
                layer,
                key -> IntStream.range(0, CONFIGURATIONS)
                        .mapToObj(seed -> Sample.of(key, seed))
                        .toList());
    }

    /** A network with a batch of its data. */
    private static final class Sample {

        private final Model model;
        private final List<NamedTensor> parameters;
        private final float[] features;
        private final float[] targets;
        private double[] differences;

        private Sample(Model model, List<NamedTensor> parameters, float[] features, float[] targets) {
            this.model = model;
            this.parameters = parameters;
            this.features = features;
            this.targets = targets;
        }

        static Sample of(String key, int seed) {
            Model model = new RandomLayer(key, seed).model();
            Random random = new Random(seed);
            Network network = initial(model, new ReferenceKernels());
            float[] features = new float[BATCH * network.inputs()];
            for (int i = 0; i < features.length; i++) {
                features[i] = model.network().layers().getFirst().spec() instanceof EmbeddingLayer embedding
                        ? random.nextInt(embedding.numEmbeddings())
                        : (float) random.nextGaussian();
            }
            float[] targets = new float[BATCH * network.outputs()];
            for (int i = 0; i < targets.length; i++) {
                targets[i] = (float) random.nextGaussian();
            }
            return new Sample(model, apartFromZero(network, random), features, targets);
        }

        /** The initial parameters and statistics with some noise, so that no function is at its kink. */
        private static List<NamedTensor> apartFromZero(Network network, Random random) {
            network.parameterVector().ifPresent(vector -> {
                float[] values = vector.toArray();
                for (int i = 0; i < values.length; i++) {
                    values[i] += (float) (0.1 * random.nextGaussian());
                }
                vector.set(values);
            });
            return network.state();
        }

        private Network compile(Kernels kernels) {
            return compile(model, kernels);
        }

        private Network compile(Model model, Kernels kernels) {
            Network network = initial(model, kernels);
            network.restore(parameters);
            return network;
        }

        private static Network initial(Model model, Kernels kernels) {
            return Network.compile(model, new Shape(model.network().input()), kernels, BATCH);
        }

        /** The same network with another seed. */
        Model reseeded() {
            TrainingSection training = model.training();
            return new Model(
                    model.name(),
                    model.data(),
                    model.network(),
                    new TrainingSection(
                            training.loss(), training.optimizer(), training.batchSize(), training.epochs(), true, 77));
        }

        Model frozen(String pattern) {
            NetworkSection network = model.network();
            return new Model(
                    model.name(),
                    model.data(),
                    new NetworkSection(
                            network.input(),
                            network.weights(),
                            new LinkedHashMap<>(),
                            List.of(pattern),
                            network.layers()),
                    model.training());
        }

        /** The loss of the batch after a forward pass that trains. */
        private double loss(Plan plan) {
            plan.input().set(features);
            plan.targets().set(targets);
            plan.forward(PASS);
            return plan.loss();
        }

        /** The gradient of the loss by the backward pass. */
        float[] gradient(Network network) {
            Plan plan = network.plan(BATCH);
            loss(plan);
            plan.backward(PASS);
            return network.gradientVector().map(vector -> vector.toArray()).orElse(new float[0]);
        }

        /** The gradient of the loss by central differences in double precision. */
        double[] differences() {
            if (differences == null) {
                Network network = compile(new ReferenceKernels());
                Plan plan = network.plan(BATCH);
                double[] parameters = ((DoubleBuffer) network.parameterBuffer()).values();
                differences = new double[network.parameters().isEmpty() ? 0 : parameters.length];
                for (int i = 0; i < differences.length; i++) {
                    double value = parameters[i];
                    parameters[i] = value + STEP;
                    double above = loss(plan);
                    parameters[i] = value - STEP;
                    differences[i] = isPadding(i) ? 0 : (above - loss(plan)) / (2 * STEP);
                    parameters[i] = value;
                }
            }
            return differences;
        }

        /**
         * The change of the gradient along one direction, seen from another, by central differences of the loss in double
         * precision.
         */
        double curvature(float[] first, float[] second) {
            Network network = compile(new ReferenceKernels());
            Plan plan = network.plan(BATCH);
            double[] parameters = ((DoubleBuffer) network.parameterBuffer()).values();
            double[] start = parameters.clone();
            double sum = 0;
            for (int corner = 0; corner < 4; corner++) {
                int one = corner % 2 == 0 ? 1 : -1;
                int other = corner < 2 ? 1 : -1;
                for (int i = 0; i < start.length; i++) {
                    parameters[i] = start[i] + CURVATURE_STEP * (one * first[i] + other * second[i]);
                }
                sum += one * other * loss(plan);
            }
            return sum / (4 * CURVATURE_STEP * CURVATURE_STEP);
        }

        /** 1 or -1, and 0 for what is to stay as it is. */
        float[] direction(int length, Random random) {
            float[] signs = new float[length];
            for (int i = 0; i < length; i++) {
                signs[i] = isPadding(i) ? 0 : random.nextBoolean() ? 1 : -1;
            }
            return signs;
        }

        /** Whether a parameter is to stay as it is: the row of an embedding's padding. */
        private boolean isPadding(int parameter) {
            return model.network().layers().getFirst().spec() instanceof EmbeddingLayer embedding
                    && embedding.paddingIdx().equals(Optional.of(parameter / embedding.embeddingDim()));
        }

        @Override
        public String toString() {
            return model.network().input() + " "
                    + model.network().layers().stream().map(Layer::spec).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("layers")
    void gradientsOfInputsAndParametersAreThoseOfDifferencesInDoublePrecision(String layer) {
        double greatest = 0;
        for (Sample sample : samples(layer)) {
            Network network = sample.compile(kernels());
            float[] gradient = sample.gradient(network);
            double[] expected = sample.differences();
            assertEquals(expected.length, gradient.length);
            double all = distance(expected, new float[expected.length], 0, expected.length);
            for (var tensor : network.parameters()) {
                double error = distance(expected, gradient, tensor.offset(), tensor.length());
                double size = distance(expected, new float[expected.length], tensor.offset(), tensor.length());
                double allowed = size < 1e-9 ? 1e-4 : 1e-3 * Math.max(size, 0.03 * all);
                assertTrue(
                        error <= allowed,
                        () -> tensor.name() + " differs by " + error + ", is " + size + ": " + sample);
            }
            greatest = Math.max(greatest, all);
        }
        assertTrue(greatest > 1e-3, "no loss depends on any parameter");
    }

    @ParameterizedTest
    @MethodSource("layers")
    void hessianProductsAreThoseOfDifferencesInDoublePrecision(String layer) {
        double greatest = 0;
        for (Sample sample : samples(layer)) {
            Network network = sample.compile(kernels());
            int length = sample.gradient(network).length;
            if (length > 0) {
                NetworkCurvature curvature = new NetworkCurvature(network);
                curvature.at(network.plan(BATCH), PASS);
                View view = network.kernels().allocate(length).view(0, 1, length);
                Random random = new Random(length);
                for (int i = 0; i < DIRECTIONS; i++) {
                    float[] direction = sample.direction(length, random);
                    float[] other = sample.direction(length, random);
                    view.set(direction);
                    curvature.hessianProduct(view, view);
                    double[] product = new double[length];
                    double seen = 0;
                    for (int at = 0; at < length; at++) {
                        product[at] = view.toArray()[at];
                        seen += product[at] * other[at];
                    }
                    double all = distance(product, new float[length], 0, length);
                    assertEquals(sample.curvature(direction, other), seen, 1e-3 * (1 + all), sample::toString);
                    greatest = Math.max(greatest, all);
                }
            }
        }
        assertTrue(greatest > 1e-3, "no gradient depends on any parameter");
    }

    @ParameterizedTest
    @MethodSource("layers")
    void theSameSeedGivesTheSameBits(String layer) {
        for (Sample sample : samples(layer)) {
            Network network = sample.compile(kernels());
            float[] gradient = sample.gradient(network);
            assertArrayEquals(gradient, sample.gradient(network));
            assertArrayEquals(gradient, sample.gradient(sample.compile(kernels())));
        }
    }

    @ParameterizedTest
    @MethodSource("layers")
    void aPredictionFollowsFromTheStateAlone(String layer) {
        for (Sample sample : samples(layer)) {
            Network network = sample.compile(kernels());
            sample.gradient(network);
            sample.gradient(network);
            Network restored = Sample.initial(sample.reseeded(), kernels());
            restored.restore(network.state());
            assertArrayEquals(network.predict(sample.features), restored.predict(sample.features), sample::toString);
        }
    }

    @ParameterizedTest
    @MethodSource("layers")
    void samplesArePredictedOneByOneAsTogether(String layer) {
        for (Sample sample : samples(layer)) {
            Network network = sample.compile(kernels());
            float[] together = network.predict(sample.features);
            for (int i = 0; i < BATCH; i++) {
                int inputs = network.inputs();
                float[] alone = network.predict(Arrays.copyOfRange(sample.features, i * inputs, (i + 1) * inputs));
                float[] expected = Arrays.copyOfRange(together, i * alone.length, (i + 1) * alone.length);
                assertArrayEquals(expected, alone, 1e-5f, sample::toString);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("layers")
    void frozenLayersLeaveTheOtherGradientsAsTheyAre(String layer) {
        for (Sample sample : samples(layer)) {
            Map<String, float[]> all = gradients(sample, sample.model);
            for (String pattern : List.of("layer*", "front_*")) {
                Map<String, float[]> others = gradients(sample, sample.frozen(pattern));
                others.forEach((name, gradient) -> assertArrayEquals(all.get(name), gradient, name + ": " + sample));
            }
        }
    }

    private Map<String, float[]> gradients(Sample sample, Model model) {
        Network network = sample.compile(model, kernels());
        sample.gradient(network);
        return new TensorCodec(network.parameters())
                .views(network.gradientBuffer(), "").stream()
                        .map(TensorView::copy)
                        .collect(Collectors.toMap(NamedTensor::name, NamedTensor::values));
    }

    /** The Euclidean distance of parts of vectors. */
    private static double distance(double[] a, float[] b, int from, int length) {
        double sum = 0;
        for (int i = from; i < from + length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }
}
