package org.backprop.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import org.backprop.engine.control.TrainingControl;
import org.backprop.engine.data.Dataset;
import org.backprop.engine.kernels.FastKernels;
import org.backprop.engine.network.Network;
import org.backprop.engine.testing.Models;
import org.backprop.model.Activation;
import org.backprop.model.Adam;
import org.backprop.model.AddLayer;
import org.backprop.model.AlphaDropoutLayer;
import org.backprop.model.AvgPool2dLayer;
import org.backprop.model.BidirectionalLayer;
import org.backprop.model.BidirectionalMerge;
import org.backprop.model.Catalogue;
import org.backprop.model.ConcatLayer;
import org.backprop.model.DropoutLayer;
import org.backprop.model.DropoutScaling;
import org.backprop.model.EmbeddingLayer;
import org.backprop.model.Family;
import org.backprop.model.GaussianDropoutLayer;
import org.backprop.model.GaussianNoiseLayer;
import org.backprop.model.GlobalAvgPoolLayer;
import org.backprop.model.GlobalMaxPoolLayer;
import org.backprop.model.GradientDescent;
import org.backprop.model.GroupNormLayer;
import org.backprop.model.GruLayer;
import org.backprop.model.LayerNormLayer;
import org.backprop.model.LstmLayer;
import org.backprop.model.MaxPool2dLayer;
import org.backprop.model.MinimizerSpec;
import org.backprop.model.ModelReader;
import org.backprop.model.MultiBatchLbfgs;
import org.backprop.model.NllLoss;
import org.backprop.model.PadLayer;
import org.backprop.model.Padding;
import org.backprop.model.PreluLayer;
import org.backprop.model.Shape;
import org.backprop.model.SimpleRnnLayer;
import org.backprop.model.Size2d;
import org.backprop.model.SpatialDropoutLayer;
import org.backprop.model.TorchInitializer;
import org.backprop.model.TrainingSection;
import org.backprop.model.TypeInfo;
import org.backprop.model.UpsampleLayer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.sun.management.ThreadMXBean;

class AllocationTest {

    private static final int STEPS = 60;
    private static final int MAX_ROUNDS = 200;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** A network, small enough to make hundreds of steps, large enough that both threads take part. */
    record Case(String name, Shape input, int batch, Models layers) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        Models dense = new Models()
                .add("hidden", Models.dense(64, Activation.RELU))
                .add("drop", new DropoutLayer(0.2))
                .add("tanh", Models.dense(30, Activation.TANH))
                .add("out", Models.dense(10, Activation.LOG_SOFTMAX));
        Models residual = new Models()
                .add("conv", Models.conv2d(8, 3, Activation.RELU))
                .add("pool", new MaxPool2dLayer(Size2d.of(2), Optional.empty(), Padding.VALID))
                .add("conv1", Models.conv2d(8, 3, Activation.LINEAR))
                .add("norm", Models.batchNorm())
                .add("sum", List.of("norm", "pool"), new AddLayer(Activation.RELU))
                .add("mean", new AvgPool2dLayer(Size2d.of(2), Optional.empty(), Padding.VALID))
                .add("global", new GlobalAvgPoolLayer())
                .add("out", Models.dense(10, Activation.LOG_SOFTMAX));
        Models recurrent = new Models()
                .add("first", new LstmLayer(24, true, true))
                .add("second", new LstmLayer(16, false, true))
                .add("out", Models.dense(10, Activation.LOG_SOFTMAX));
        Models normalized = new Models()
                .add("conv", Models.conv2d(8, 3, Activation.GELU))
                .add("norm", new GroupNormLayer(2, 1e-5, true))
                .add("slope", new PreluLayer(false, 0.25))
                .add("channels", new SpatialDropoutLayer(0.2))
                .add("both", List.of("channels", "conv"), new ConcatLayer())
                .add("large", new UpsampleLayer(Size2d.of(2)))
                .add("padded", new PadLayer(Size2d.of(1)))
                .add("greatest", new GlobalMaxPoolLayer())
                .add("alpha", new AlphaDropoutLayer(0.1))
                .add("out", Models.dense(10, Activation.LOG_SOFTMAX));
        Models gated = new Models()
                .add("first", new SimpleRnnLayer(24, true, true))
                .add("norm", new LayerNormLayer(1e-5, true))
                .add("second", new GruLayer(16, false, true))
                .add("out", Models.dense(10, Activation.LOG_SOFTMAX));
        Models embedded = new Models()
                .add("words", new EmbeddingLayer(50, 12, Optional.of(0), new TorchInitializer()))
                .add("noise", new GaussianNoiseLayer(0.1))
                .add("both", new BidirectionalLayer(new LstmLayer(12, true, true), BidirectionalMerge.CONCAT))
                .add("drop", new DropoutLayer(0.1, DropoutScaling.TEST_TIME))
                .add("last", new BidirectionalLayer(new GruLayer(8, false, true), BidirectionalMerge.MULTIPLY))
                .add("normal", new GaussianDropoutLayer(0.1))
                .add("out", Models.dense(10, Activation.LOG_SOFTMAX));
        return Stream.of(
                new Case("embedded layers", Shape.of(8), 32, embedded),
                new Case("dense layers", Shape.of(784), 160, dense),
                new Case("normalized layers", Shape.of(1, 12, 12), 32, normalized),
                new Case("gated layers", Shape.of(8, 12), 32, gated),
                new Case("residual block", Shape.of(1, 12, 12), 32, residual),
                new Case("recurrent layers", Shape.of(8, 12), 32, recurrent));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aStepOfTheFastKernelsAllocatesNothingOnTheHeap(Case network) {
        assertAllocatesNothing(
                network,
                new TrainingSection(
                        new NllLoss(), new Adam(0.001, 0.9, 0.999, 1e-8, 0), network.batch(), 100_000, false, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "schedule: {cosine: {by: step}}, clipping: {global_norm: 0.01}, regularizer: [{l2: 0.001}, max_norm]",
                "pruning: {sparsity: 0.5, regrowth: 0.1, schedule: {linear: {begin: 1, end: 4, every: 1, by: step}}},"
                        + " regularizer: l2, gradient_noise: {}, averaging: ema",
                "schedule: {on_plateau: loss/train}, clipping: adaptive, regularizer: l1_l2, averaging: ema",
                "schedule: {sequence: {schedules: [{linear: {}}, {cyclic: {max_lr: 0.1}}], milestones: [3]}},"
                        + " clipping: {value: 0.001}, lookahead: {}, accumulate: 3",
                "schedule: {one_cycle: {warmup: 9}}, clipping: {layer_norm: 0.01}, gradient_noise: {},"
                        + " stopping: [{max_time: 1000000}, {early_stopping: {metric: loss/train, restore_best: true}}]",
            })
    void whatSurroundsTheOptimizerAllocatesNothingOnTheHeap(String settings) {
        Case network = cases().skip(1).findFirst().orElseThrow();
        assertAllocatesNothing(network, training(network, settings));
    }

    static List<String> optimizers() {
        return Catalogue.types(Family.OPTIMIZER).stream()
                .filter(type -> !takesTheWholeSet(type.spec())) // each of its steps is the end of an epoch
                .map(TypeInfo::key)
                .toList();
    }

    private static boolean takesTheWholeSet(Class<?> optimizer) {
        return optimizer == GradientDescent.class
                || MinimizerSpec.class.isAssignableFrom(optimizer) && optimizer != MultiBatchLbfgs.class;
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void anUpdateAllocatesNothingOnTheHeap(String optimizer) {
        Case network = new Case(
                "one layer",
                Shape.of(784),
                64,
                new Models()
                        .add("hidden", Models.dense(90, Activation.RELU))
                        .add("out", Models.dense(10, Activation.LOG_SOFTMAX)));
        assertAllocatesNothing(network, training(network, "optimizer: " + optimizer));
    }

    private static TrainingSection training(Case network, String settings) {
        String text = """
                backprop: 1
                data: {csv: none.csv}
                network: {input: [784], layers: [{dense: 10}, {activation: log_softmax}]}
                training: {loss: nll, batch_size: %d, epochs: 100000, shuffle: false, %s}
                """.formatted(network.batch(), settings);
        return ModelReader.read("test.nn.yaml", text).model().orElseThrow().training();
    }

    private void assertAllocatesNothing(Case network, TrainingSection settings) {
        assumeTrue(
                FastKernels.obstacle().isEmpty(), () -> FastKernels.obstacle().orElse(""));
        Network compiled = Network.compile(
                network.layers().build(settings), network.input(), FastKernels.open(2), network.batch());
        Trainer trainer = new Trainer(compiled, settings, data(network), Optional.empty());
        trainer.setGate(new TrainingControl(null));
        Rounds rounds = new Rounds(trainer);
        trainer.addListener(rounds);
        trainer.run();
        assertEquals(0, rounds.least, "bytes in " + STEPS + " steps");
    }

    /** One epoch is longer than the test, because between epochs the trainer may allocate. */
    private static Dataset data(Case network) {
        int count = network.batch() * (STEPS + 4);
        float[] features = new float[count * (int) network.input().size()];
        int[] labels = new int[count];
        Random random = new Random(1);
        for (int i = 0; i < features.length; i++) {
            features[i] = random.nextInt(2); // an index too
        }
        for (int i = 0; i < labels.length; i++) {
            labels[i] = random.nextInt(10);
        }
        return new Dataset(network.input(), features, labels, null, Collections.nCopies(10, "digit"));
    }

    /** Measures what rounds of steps allocate, in this thread and the kernels' own, until one allocates nothing. */
    private final class Rounds implements TrainingListener {

        private final Trainer trainer;
        private final long[] ids;
        private long before = Long.MAX_VALUE;
        private long least = Long.MAX_VALUE;

        Rounds(Trainer trainer) {
            this.trainer = trainer;
            ids = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread ->
                            thread == Thread.currentThread() || thread.getName().startsWith("backprop-kernels"))
                    .mapToLong(Thread::threadId)
                    .toArray();
        }

        @Override
        public void onStep(StepView step) {
            int inEpoch = step.stepInEpoch();
            if (inEpoch == 2) {
                before = allocated();
            } else if (inEpoch == 2 + STEPS) {
                long bytes = allocated() - before;
                if (bytes >= 0) { // less where threads of another test's kernels have ended meanwhile
                    least = Math.min(least, bytes);
                }
                if (least == 0 || step.epoch() == MAX_ROUNDS) {
                    trainer.stop();
                }
            }
        }

        private long allocated() {
            long sum = 0;
            for (long id : ids) {
                sum += threads.getThreadAllocatedBytes(id);
            }
            return sum;
        }
    }
}
