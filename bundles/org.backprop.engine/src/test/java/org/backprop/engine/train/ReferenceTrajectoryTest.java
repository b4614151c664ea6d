package org.backprop.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.backprop.engine.kernels.View;
import org.backprop.engine.layers.Pass;
import org.backprop.engine.network.NamedTensor;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.Plan;
import org.backprop.engine.optimizers.DiagonalEstimate;
import org.backprop.engine.optimizers.Optimizer;
import org.backprop.engine.optimizers.Optimizers;
import org.backprop.engine.testing.Implementation;
import org.backprop.engine.testing.Models;
import org.backprop.model.Activation;
import org.backprop.model.ActivationLayer;
import org.backprop.model.AdaBelief;
import org.backprop.model.Adadelta;
import org.backprop.model.Adafactor;
import org.backprop.model.Adagrad;
import org.backprop.model.Adam;
import org.backprop.model.AdamW;
import org.backprop.model.Adamax;
import org.backprop.model.Amsgrad;
import org.backprop.model.Asgd;
import org.backprop.model.CrossEntropyLoss;
import org.backprop.model.CurvatureEstimator;
import org.backprop.model.GradientDescent;
import org.backprop.model.Lamb;
import org.backprop.model.Lion;
import org.backprop.model.LossSpec;
import org.backprop.model.MseLoss;
import org.backprop.model.Muon;
import org.backprop.model.Nadam;
import org.backprop.model.Nesterov;
import org.backprop.model.NllLoss;
import org.backprop.model.OptimizerSpec;
import org.backprop.model.Radam;
import org.backprop.model.Rmsprop;
import org.backprop.model.Rprop;
import org.backprop.model.Sgd;
import org.backprop.model.SgdBb;
import org.backprop.model.Shape;
import org.backprop.model.Sophia;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares losses and weights over 20 steps with those of PyTorch, which src/test/python/trajectories.py wrote. */
@ParameterizedClass
@MethodSource("org.backprop.engine.testing.Implementation#all")
class ReferenceTrajectoryTest {

    @Parameter
    Implementation implementation;

    private static final int STEPS = 20;
    private static final int STEPS_PER_EPOCH = 4;
    private static final int BATCH = 7;
    private static final int INPUTS = 12;

    /** A reference file and the model that it belongs to. */
    record Case(String file, LossSpec loss, OptimizerSpec optimizer) {
        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Case> cases() {
        LossSpec nll = new NllLoss();
        return Stream.of(
                new Case("sgd", nll, new Sgd(0.1, 0, 0, 0, false)),
                new Case("sgd_momentum", nll, new Sgd(0.05, 0.9, 0, 0, false)),
                new Case("sgd_dampening", nll, new Sgd(0.1, 0.8, 0.3, 0, false)),
                new Case("sgd_nesterov", nll, new Sgd(0.05, 0.9, 0, 0, true)),
                new Case("sgd_weight_decay", nll, new Sgd(0.1, 0, 0, 0.05, false)),
                new Case("sgd_nesterov_weight_decay", nll, new Sgd(0.05, 0.9, 0, 0.05, true)),
                new Case("adam", nll, new Adam(0.01, 0.9, 0.999, 1e-8, 0)),
                new Case("adam_weight_decay", nll, new Adam(0.01, 0.8, 0.95, 1e-4, 0.1)),
                new Case("sgd_nesterov_weight_decay", nll, new Nesterov(0.05, 0.9, 0.05)),
                new Case("sgd", nll, new GradientDescent(0.1)),
                new Case("adam_amsgrad", nll, new Adam(0.01, 0.9, 0.999, 1e-8, 0.1, true)),
                new Case("adam_amsgrad", nll, new Amsgrad(0.01, 0.9, 0.999, 1e-8, 0.1)),
                new Case("adamw", nll, new AdamW(0.01, 0.9, 0.999, 1e-8, 0.5, false)),
                new Case("adamw_amsgrad", nll, new AdamW(0.01, 0.9, 0.999, 1e-8, 0.5, true)),
                new Case("adagrad", nll, new Adagrad(0.05, 0.1, 0.1, 0.2, 1e-10)),
                new Case("adadelta", nll, new Adadelta(5, 0.8, 1e-6, 0.1)),
                new Case("rmsprop", nll, new Rmsprop(0.005, 0.99, 1e-8, 0.1, 0, false)),
                new Case("rmsprop_centered", nll, new Rmsprop(0.003, 0.99, 1e-3, 0, 0.8, true)),
                new Case("adamax", nll, new Adamax(0.01, 0.9, 0.999, 1e-8, 0.1)),
                new Case("nadam", nll, new Nadam(0.01, 0.9, 0.999, 1e-8, 0.1, 0.004, false)),
                new Case("nadam_decoupled", nll, new Nadam(0.01, 0.9, 0.999, 1e-8, 0.5, 0.1, true)),
                new Case("radam", nll, new Radam(0.01, 0.9, 0.999, 1e-8, 0.1, false)),
                new Case("radam_decoupled", nll, new Radam(0.01, 0.9, 0.999, 1e-8, 0.5, true)),
                new Case("asgd", nll, new Asgd(0.1, 0.1, 0.75, 5, 0.1)),
                new Case("rprop", nll, new Rprop(0.001, 0.5, 1.2, 1e-6, 50)),
                new Case("lion", nll, new Lion(0.003, 0.9, 0.99, 0.5)),
                new Case("lamb", nll, new Lamb(0.01, 0.9, 0.999, 1e-6, 0.1)),
                new Case("adabelief", nll, new AdaBelief(0.01, 0.9, 0.99, 1e-8, 0.5)),
                new Case("muon", nll, new Muon(0.01, 0.95, true, 0.5, 5, 0.003)),
                new Case("adafactor", nll, new Adafactor(0.1, -0.8, 1.1920929e-7, 1e-3, 1, 0.1)),
                new Case("sgd_bb", nll, new SgdBb(0.1, Optional.of(0.5), 1e6)),
                new Case("sophia", nll, new Sophia(0.01, 0.8, 0.9, 0.5, 1e-12, 0.5, 3, CurvatureEstimator.HUTCHINSON)),
                new Case("cross_entropy", new CrossEntropyLoss(), new Sgd(0.1, 0, 0, 0, false)),
                new Case("mse", new MseLoss(), new Sgd(0.1, 0, 0, 0, false)));
    }

    /** The estimate of update t for the parameter i of all is |sin(i + t)| - 0.2. */
    private static final class GivenEstimates implements DiagonalEstimate {
        @Override
        public void hutchinson(long update, View result) {
            float[] values = new float[result.length()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (Math.abs(Math.sin(i + update)) - 0.2);
            }
            result.set(values);
        }

        @Override
        public void gaussNewtonBartlett(long update, View result) {
            throw new UnsupportedOperationException();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void weightsAndLossesFollowPyTorch(Case reference) throws IOException {
        Network network = network(reference);
        Optimizer optimizer = new Optimizer(
                Optimizers.compile(
                        reference.optimizer(),
                        network.kernels(),
                        network.parameters(),
                        STEPS_PER_EPOCH,
                        new GivenEstimates()),
                network.kernels(),
                network.parameterVector().orElseThrow(),
                network.gradientVector().orElseThrow());
        Map<String, float[]> data = Reference.read("data");
        Map<String, float[]> expected = Reference.read(reference.file());
        float[] targets = data.get(network.classifies() ? "labels" : "targets");
        Plan plan = network.plan(BATCH);
        for (int step = 0; step < STEPS; step++) {
            plan.input().set(batch(data.get("inputs"), step, BATCH * INPUTS));
            plan.targets().set(batch(targets, step, plan.targets().length()));
            plan.forward(Pass.INFERENCE);
            assertEquals(expected.get("losses")[step], plan.loss(), 2e-5, "loss of step " + step);
            plan.backward(Pass.INFERENCE);
            optimizer.update(step + 1, reference.optimizer().learningRate(), null);
        }
        for (NamedTensor tensor : network.state()) {
            double difference = Reference.relativeDifference(expected.get(tensor.name()), tensor.values());
            assertTrue(difference < 1e-4, tensor.name() + " differs by " + difference);
        }
    }

    private Network network(Case reference) throws IOException {
        Models layers = new Models()
                .add("first", Models.dense(8, Activation.TANH))
                .add("second", Models.dense(6, Activation.RELU))
                .add("third", Models.dense(3, Activation.LINEAR));
        if (reference.loss() instanceof NllLoss) {
            layers.add("output", new ActivationLayer(Activation.LOG_SOFTMAX));
        }
        Network network =
                Network.compile(layers.build(reference.loss(), 1), Shape.of(INPUTS), implementation.open(), BATCH);
        Map<String, float[]> initial = Reference.read("initial");
        List<NamedTensor> weights = network.state().stream()
                .map(tensor -> new NamedTensor(tensor.name(), tensor.shape(), initial.get(tensor.name())))
                .toList();
        network.load(weights);
        return network;
    }

    private static float[] batch(float[] values, int step, int length) {
        return Arrays.copyOfRange(values, step * length, (step + 1) * length);
    }
}
