package org.backprop.engine.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.backprop.engine.testing.Implementation;
import org.backprop.engine.testing.Models;
import org.backprop.model.Activation;
import org.backprop.model.ActivationLayer;
import org.backprop.model.CrossEntropyLoss;
import org.backprop.model.DenseLayer;
import org.backprop.model.DropoutLayer;
import org.backprop.model.FlattenLayer;
import org.backprop.model.LossSpec;
import org.backprop.model.MseLoss;
import org.backprop.model.NllLoss;
import org.backprop.model.Shape;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the gradient of every layer with every loss that fits it to central differences of the loss. */
@ParameterizedClass
@MethodSource("org.backprop.engine.testing.Implementation#all")
class GradientCheckTest {

    @Parameter
    Implementation implementation;

    private static final Shape INPUT = Shape.of(2, 3);

    /** A network to check; name for the report. */
    record Case(String name, LossSpec loss, Models layers) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (LossSpec loss : List.of(new NllLoss(), new CrossEntropyLoss(), new MseLoss())) {
            String lossName = loss.getClass().getSimpleName();
            for (Activation activation : Activation.values()) {
                cases.add(new Case(
                        "dense with last activation " + activation + ", " + lossName, loss, dense(activation)));
                cases.add(new Case(
                        "activation layer " + activation + " last, " + lossName,
                        loss,
                        dense(Activation.LINEAR).add("last", new ActivationLayer(activation))));
                cases.add(new Case(
                        "activation layer " + activation + " inside, " + lossName,
                        loss,
                        dense(Activation.LINEAR)
                                .add("inside", new ActivationLayer(activation))
                                .add("out", Models.dense(3, Activation.LINEAR))));
            }
            cases.add(new Case("dropout, " + lossName, loss, dropout()));
            cases.add(new Case("without bias, " + lossName, loss, withoutBias()));
            cases.add(new Case("an output that several layers read, " + lossName, loss, shared()));
        }
        return cases.stream();
    }

    private static Models dense(Activation last) {
        return new Models()
                .add("flatten", new FlattenLayer())
                .add("hidden", Models.dense(4, Activation.TANH))
                .add("dense", Models.dense(3, last));
    }

    private static Models dropout() {
        return new Models()
                .add("flatten", new FlattenLayer())
                .add("drop_input", new DropoutLayer(0.2))
                .add("hidden", Models.dense(8, Activation.SIGMOID))
                .add("drop", new DropoutLayer(0.4))
                .add("out", Models.dense(3, Activation.LINEAR));
    }

    private static Models withoutBias() {
        return new Models()
                .add("flatten", new FlattenLayer())
                .add("hidden", new DenseLayer(4, Activation.TANH, false))
                .add("out", new DenseLayer(3, Activation.LOG_SOFTMAX, false));
    }

    /** The layer "used" and its flattened view are read by layers of which only some lead to the output. */
    private static Models shared() {
        return new Models()
                .add("flatten", new FlattenLayer())
                .add("used", Models.dense(4, Activation.TANH))
                .add("unread", "used", Models.dense(5, Activation.TANH))
                .add("view", "used", new FlattenLayer())
                .add("out", "view", Models.dense(3, Activation.LINEAR));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gradientAgreesWithFiniteDifferences(Case check) {
        GradientCheck.check(check.layers(), check.loss(), INPUT, implementation.open());
    }
}
