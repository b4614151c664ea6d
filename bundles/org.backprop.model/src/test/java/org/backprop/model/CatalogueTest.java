package org.backprop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {
    private static final List<String> OPTIMIZERS = List.of(
            "gradient_descent",
            "sgd",
            "nesterov",
            "adagrad",
            "adadelta",
            "rmsprop",
            "adam",
            "adamw",
            "amsgrad",
            "adamax",
            "nadam",
            "radam",
            "asgd",
            "rprop",
            "lion",
            "lamb",
            "adabelief",
            "muon",
            "adafactor",
            "sgd_bb",
            "sophia",
            "steepest_descent",
            "conjugate_gradient",
            "newton",
            "bfgs",
            "dfp",
            "lbfgs",
            "multi_batch_lbfgs",
            "levenberg_marquardt",
            "random_search",
            "simulated_annealing",
            "cauchy_annealing",
            "backprop_cauchy");

    static Stream<TypeInfo> types() {
        Stream<TypeInfo> members = Stream.of(Family.values()).flatMap(f -> Catalogue.types(f).stream());
        Stream<Class<? extends Record>> sections = Stream.of(
                Model.class,
                DataSection.class,
                Split.class,
                NetworkSection.class,
                Layer.class,
                TrainingSection.class,
                Lookahead.class,
                GradientNoise.class,
                SnapshotEnsemble.class,
                PruningSection.class,
                MonitorSection.class,
                SweepSection.class,
                SweepTarget.class);
        return Stream.concat(members, sections.map(Catalogue::describe));
    }

    @Test
    void listsEveryFamily() {
        assertEquals(List.of("value", "layer_norm", "global_norm", "adaptive"), Catalogue.keys(Family.CLIPPING));
        assertEquals(List.of("l1", "l2", "l1_l2", "max_norm"), Catalogue.keys(Family.REGULARIZER));
        assertEquals(List.of("ema", "swa"), Catalogue.keys(Family.AVERAGING));
        assertEquals(
                List.of(
                        "magnitude",
                        "optimal_brain_damage",
                        "optimal_brain_surgeon",
                        "taylor",
                        "random",
                        "neuron_input_weights",
                        "neuron_activation",
                        "filter_norm"),
                Catalogue.keys(Family.PRUNING));
        assertEquals(List.of("one_shot", "iterative", "linear", "cubic"), Catalogue.keys(Family.PRUNING_SCHEDULE));
        assertEquals(List.of("n_of_m", "blocks"), Catalogue.keys(Family.PRUNING_PATTERN));
        assertEquals(List.of("backtracking", "strong_wolfe"), Catalogue.keys(Family.LINE_SEARCH));
        assertEquals(List.of("early_stopping", "max_time", "target_metric"), Catalogue.keys(Family.STOPPING));
        assertEquals(
                List.of(
                        "csv", "idx", "cifar10", "images", "npz", "digits", "shapes", "spirals", "moons", "circles",
                        "blobs", "xor", "sine"),
                Catalogue.keys(Family.DATA));
        assertEquals(
                List.of(
                        "dense",
                        "activation",
                        "dropout",
                        "flatten",
                        "conv2d",
                        "max_pool2d",
                        "avg_pool2d",
                        "global_avg_pool",
                        "batch_norm",
                        "lstm",
                        "simple_rnn",
                        "gru",
                        "conv1d",
                        "depthwise_conv2d",
                        "conv2d_transpose",
                        "global_max_pool",
                        "layer_norm",
                        "group_norm",
                        "spatial_dropout",
                        "alpha_dropout",
                        "stochastic_depth",
                        "reshape",
                        "pad",
                        "upsample",
                        "prelu",
                        "gaussian_noise",
                        "gaussian_dropout",
                        "embedding",
                        "bidirectional",
                        "add",
                        "concat",
                        "multiply",
                        "residual"),
                Catalogue.keys(Family.LAYER));
        assertEquals(List.of("lstm", "simple_rnn", "gru"), Catalogue.keys(Family.RECURRENT));
        assertEquals(
                List.of(
                        "relu",
                        "sigmoid",
                        "tanh",
                        "leaky_relu",
                        "relu6",
                        "elu",
                        "selu",
                        "celu",
                        "gelu",
                        "silu",
                        "mish",
                        "softplus",
                        "softsign",
                        "hard_sigmoid",
                        "hard_tanh",
                        "softmax",
                        "log_softmax",
                        "linear"),
                Catalogue.keys(Family.ACTIVATION));
        assertEquals(
                List.of("nll", "cross_entropy", "mse", "bce", "mae", "huber", "hinge", "kl_div", "poisson"),
                Catalogue.keys(Family.LOSS));
        assertEquals(OPTIMIZERS, Catalogue.keys(Family.OPTIMIZER));
        assertEquals(
                List.of(
                        "torch",
                        "glorot",
                        "he",
                        "lecun",
                        "orthogonal",
                        "truncated_normal",
                        "uniform",
                        "normal",
                        "constant",
                        "zeros"),
                Catalogue.keys(Family.INITIALIZER));
        assertEquals(
                List.of(
                        "flip",
                        "rotate",
                        "shift",
                        "zoom",
                        "shear",
                        "crop",
                        "brightness",
                        "contrast",
                        "noise",
                        "cutout",
                        "mixup",
                        "cutmix"),
                Catalogue.keys(Family.AUGMENTATION));
        assertEquals(
                List.of(
                        "accuracy",
                        "top_k",
                        "precision",
                        "recall",
                        "f1",
                        "auc",
                        "mae",
                        "rmse",
                        "r2",
                        "confusion_matrix"),
                Catalogue.keys(Family.METRIC));
        assertEquals(List.of("grid", "random", "successive_halving", "tpe"), Catalogue.keys(Family.SEARCH));
        assertEquals(List.of("uniform", "log_uniform", "integer"), Catalogue.keys(Family.RANGE));
    }

    @ParameterizedTest
    @MethodSource("types")
    void describesEachTypeAndParameterInOneLine(TypeInfo type) {
        assertTrue(type.key().matches("[a-z][a-z0-9_]*"));
        assertTrue(type.doc().matches("[A-Z0-9].*[.]"), type.doc());
        for (ParameterInfo parameter : type.parameters()) {
            assertTrue(parameter.key().matches("[a-z][a-z0-9_]*"));
            assertTrue(
                    parameter.doc().matches("[A-Z0-9].*[.]") && !parameter.doc().contains("\n"), parameter.doc());
        }
        assertTrue(type.parameters().stream().filter(ParameterInfo::main).count() <= 1);
    }

    @ParameterizedTest
    @MethodSource("types")
    void hasNumericDefaultsInRange(TypeInfo type) {
        for (ParameterInfo parameter : type.parameters()) {
            boolean number =
                    parameter.kind() == ParameterInfo.Kind.INTEGER || parameter.kind() == ParameterInfo.Kind.NUMBER;
            if (number && parameter.defaultValue().isPresent()) {
                double value = Double.parseDouble(parameter.defaultValue().get());
                assertTrue(parameter.range().contains(value), parameter::toString);
            }
        }
    }

    @Test
    void everyComputationHasAFormulaAndASource() {
        for (Family family : List.of(
                Family.ACTIVATION,
                Family.LOSS,
                Family.OPTIMIZER,
                Family.INITIALIZER,
                Family.METRIC,
                Family.SCHEDULE,
                Family.CLIPPING,
                Family.REGULARIZER,
                Family.AVERAGING,
                Family.PRUNING,
                Family.PRUNING_SCHEDULE,
                Family.PRUNING_PATTERN,
                Family.STOPPING,
                Family.LINE_SEARCH,
                Family.SEARCH,
                Family.RANGE)) {
            for (TypeInfo type : Catalogue.types(family)) {
                assertFalse(type.formula().isBlank() || type.source().isBlank(), type.key());
            }
        }
    }

    @Test
    void describesAParameterCompletely() {
        ParameterInfo rate = Catalogue.type(Family.OPTIMIZER, "adam")
                .orElseThrow()
                .parameter("learning_rate")
                .orElseThrow();
        assertEquals(ParameterInfo.Kind.NUMBER, rate.kind());
        assertEquals(Optional.of("0.001"), rate.defaultValue());
        assertEquals("greater than 0", rate.range().describe());
        ParameterInfo batch = Catalogue.describe(TrainingSection.class)
                .parameter("batch_size")
                .orElseThrow();
        assertEquals("full", batch.zeroWord());
        assertEquals("samples", batch.unit());
        ParameterInfo optimizer =
                Catalogue.describe(TrainingSection.class).parameter("optimizer").orElseThrow();
        assertEquals(OPTIMIZERS, optimizer.choices());
        assertEquals(ParameterInfo.Kind.FAMILY, optimizer.kind());
    }

    @Test
    void describesSizesAndPaddings() {
        TypeInfo pool = Catalogue.type(Family.LAYER, "max_pool2d").orElseThrow();
        ParameterInfo size = pool.mainParameter().orElseThrow();
        assertEquals(ParameterInfo.Kind.SIZE, size.kind());
        assertEquals("at least 1 and at most 10000", size.range().describe());
        ParameterInfo stride = pool.parameter("stride").orElseThrow();
        assertEquals(ParameterInfo.Kind.SIZE, stride.kind());
        assertEquals(Optional.empty(), stride.defaultValue());
        assertFalse(stride.required());
        ParameterInfo padding = pool.parameter("padding").orElseThrow();
        assertEquals(ParameterInfo.Kind.PADDING, padding.kind());
        assertEquals(List.of("valid", "same"), padding.choices());
    }

    @ParameterizedTest
    @CsvSource({"lerning_rate, learning_rate", "Momentum, momentum", "weight-decay, weight_decay", "momentmu, momentum"
    })
    void findsTheNearestWord(String word, String expected) {
        List<String> known = List.of("learning_rate", "momentum", "weight_decay");
        assertEquals(Optional.of(expected), Catalogue.nearest(word, known));
    }

    @ParameterizedTest
    @CsvSource({"x", "decay", "''", "completely_different"})
    void suggestsNothingForAWordThatIsFarFromAll(String word) {
        assertEquals(Optional.empty(), Catalogue.nearest(word, List.of("learning_rate", "momentum", "weight_decay")));
    }

    @Test
    void documentsEveryCodeInUpperSnakeCase() {
        for (Code code : Code.values()) {
            assertTrue(code.name().matches("[A-Z]+(_[A-Z]+)*"));
        }
    }
}
