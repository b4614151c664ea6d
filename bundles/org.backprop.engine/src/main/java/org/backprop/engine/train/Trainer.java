package org.backprop.engine.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.UpdateNorms;
import org.backprop.engine.kernels.View;
import org.backprop.engine.layers.Pass;
import org.backprop.engine.network.NamedTensor;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.Plan;
import org.backprop.engine.network.TensorCodec;
import org.backprop.engine.network.TensorView;
import org.backprop.engine.network.TrainableLayer;
import org.backprop.engine.optimizers.Optimizer;
import org.backprop.engine.optimizers.Optimizers;
import org.backprop.engine.random.RandomSequence;
import org.backprop.engine.random.Streams;
import org.backprop.engine.schedules.LearningRate;
import org.backprop.model.GradientDescent;
import org.backprop.model.Metric;
import org.backprop.model.TrainingSection;

/**
 * Trains a network on a data set. The sequence of losses is a function of the model, its seed, the data, the kernels and
 * the number of threads. Everything is called from one thread, except {@link #stop}.
 */
public final class Trainer {

    private final Network network;
    private final TrainingSection settings;
    private final Batches batches;
    private final Optional<Evaluator> validation;
    private final Optimizer optimizer;
    private final LearningRate learningRate;
    private final TensorCodec codec;
    private final List<TrainingListener> listeners = new ArrayList<>();
    private final CurrentStep current = new CurrentStep();
    private final Intervals normSteps = new Intervals();
    private final Intervals histogramSteps = new Intervals();
    private final UpdateNorms norms;
    private final LayerHistograms histograms;
    private final StatisticsBackup statistics;
    private final Pass pass;
    private final int batchSize;
    private final int stepsPerEpoch;

    private volatile boolean stopping;
    private long step;
    private final RunningProgress progress = new RunningProgress();
    private int[] order;
    private int orderEpoch;

    /**
     * Prepares a run that starts at step 0 with the network's current parameters.
     *
     * @param network compiled with a maximal batch of at least {@link #batchSize(TrainingSection, int)}
     * @param validation evaluated after each epoch, if present
     * @throws IllegalArgumentException if the data does not fit the network, or the network has no parameters
     */
    public Trainer(Network network, TrainingSection settings, Dataset training, Optional<Dataset> validation) {
        this.network = network;
        this.settings = settings;
        batches = new Batches(network, training);
        this.validation = validation.map(data -> new Evaluator(network, data));
        batchSize = batchSize(settings, training.count());
        stepsPerEpoch = Math.ceilDiv(training.count(), batchSize);
        View parameters = network.parameterVector()
                .orElseThrow(() -> new IllegalArgumentException("the network has no parameters to train"));
        Kernels kernels = network.kernels();
        optimizer = new Optimizer(
                Optimizers.compile(settings.optimizer(), kernels, network.parameters()),
                kernels,
                parameters,
                network.gradientVector().orElseThrow());
        learningRate = new LearningRate(settings, stepsPerEpoch);
        learningRate.metric().ifPresent(metric -> checkMetric(metric, network, validation.isPresent()));
        codec = new TensorCodec(network.parameters());
        pass = Pass.training(settings.seed(), 0);
        List<TrainableLayer> layers = network.trainableLayers();
        norms = new UpdateNorms(
                layers.stream().mapToInt(TrainableLayer::offset).toArray(),
                layers.stream().mapToInt(TrainableLayer::length).toArray());
        histograms = new LayerHistograms(network);
        statistics = new StatisticsBackup(network);
    }

    private static void checkMetric(Metric metric, Network network, boolean validates) {
        if (metric.ofValidation() && !validates) {
            throw new IllegalArgumentException("the metric " + metric
                    + " needs a validation set: give data.split.validation, or use " + metric.measure() + "/train");
        }
        if (metric.measure().equals("accuracy") && !network.classifies()) {
            throw new IllegalArgumentException(
                    "the metric " + metric + " needs class labels; use loss/" + metric.set());
        }
    }

    /** Samples in a full batch: the configured number, or all for "full", for gradient descent and where there are fewer. */
    public static int batchSize(TrainingSection settings, int samples) {
        boolean full = settings.fullBatch() || settings.optimizer() instanceof GradientDescent;
        return full ? samples : Math.min(settings.batchSize(), samples);
    }

    /** Number of steps of an epoch; the last one may have a smaller batch. */
    public int stepsPerEpoch() {
        return stepsPerEpoch;
    }

    /** Number of steps made so far, over all epochs. */
    public long step() {
        return step;
    }

    /** Number of completed epochs. */
    public int completedEpochs() {
        return (int) (step / stepsPerEpoch);
    }

    /** Adds a listener; to be called before {@link #run}. */
    public void addListener(TrainingListener listener) {
        listeners.add(listener);
    }

    /** Asks the run to end after the current batch; may be called from any thread, also before the run starts. */
    public void stop() {
        stopping = true;
    }

    /**
     * Trains until the configured number of epochs is complete or {@link #stop} is called.
     *
     * @throws DivergedException if the loss of a batch is NaN or infinite; parameters and statistics are those before
     *     that step
     */
    public Outcome run() {
        normSteps.reset(listeners.stream().map(TrainingListener::normsEvery).toList());
        histogramSteps.reset(
                listeners.stream().map(TrainingListener::histogramsEvery).toList());
        if (atEndOfEpoch() && progress.get().samples() > 0) {
            endEpoch();
        }
        while (step < (long) settings.epochs() * stepsPerEpoch) {
            if (stopping) {
                return Outcome.STOPPED;
            }
            trainBatch();
            if (atEndOfEpoch()) {
                endEpoch();
            }
        }
        return Outcome.COMPLETED;
    }

    private boolean atEndOfEpoch() {
        return step % stepsPerEpoch == 0;
    }

    private void trainBatch() {
        int epoch = (int) (step / stepsPerEpoch);
        int from = (int) (step % stepsPerEpoch) * batchSize;
        Plan plan = network.plan(Math.min(batchSize, batches.count() - from));
        batches.load(plan, order(epoch), from);
        pass.moveTo(step);
        statistics.keep();
        plan.forward(pass);
        double loss = plan.loss();
        if (!Double.isFinite(loss)) {
            statistics.restore();
            throw new DivergedException(NonFinite.firstLayer(network, plan), epoch + 1, step + 1, loss);
        }
        progress.add(plan.input().rows(), loss, plan.correct());
        plan.backward(pass);
        step++;
        UpdateNorms normsDue = normSteps.include(step) ? norms : null;
        LayerHistograms histogramsDue = histogramSteps.include(step) ? histograms : null;
        if (histogramsDue != null) {
            histogramsDue.take();
        }
        double rate = learningRate.of(step);
        optimizer.update(step, rate, normsDue);
        current.set(
                step,
                epoch + 1,
                (int) ((step - 1) % stepsPerEpoch) + 1,
                plan.input().rows(),
                loss);
        current.set(rate, normsDue, histogramsDue);
        for (int i = 0; i < listeners.size(); i++) {
            listeners.get(i).onStep(current);
        }
    }

    /** The order of the samples in an epoch, or null for the order of the data. */
    private int[] order(int epoch) {
        if (settings.shuffle() && (order == null || orderEpoch != epoch)) {
            order = new RandomSequence(settings.seed(), Streams.shuffle(epoch)).permutation(batches.count());
            orderEpoch = epoch;
        }
        return order;
    }

    private void endEpoch() {
        Evaluation training = progress.get().evaluation(network.classifies());
        progress.set(EpochProgress.NONE);
        EpochResult result = new EpochResult(completedEpochs(), step, training, validation.map(Evaluator::evaluate));
        learningRate.endEpoch(result::metric);
        listeners.forEach(listener -> listener.onEpoch(result));
    }

    /** The network that is trained. */
    public Network network() {
        return network;
    }

    /** Sums over the batches of the unfinished epoch. */
    public EpochProgress epochProgress() {
        return progress.get();
    }

    /** All optimizer state, slot by slot, named {@code <slot>/<parameter>}; empty for plain SGD. */
    public List<TensorView> optimizerTensors() {
        List<TensorView> tensors = new ArrayList<>();
        for (int i = 0; i < optimizer.slots().size(); i++) {
            tensors.addAll(codec.views(
                    optimizer.slots().get(i).buffer(),
                    prefix(optimizer.slotNames().get(i))));
        }
        return tensors;
    }

    /** What schedule and stopping rules remember, by name. */
    public Map<String, Double> numbers() {
        return learningRate.state();
    }

    /** A copy of everything needed to continue later; between two steps, so also in a listener's call. */
    public TrainerState state() {
        List<NamedTensor> slots =
                optimizerTensors().stream().map(TensorView::copy).toList();
        return new TrainerState(step, progress.get(), network.state(), slots, numbers());
    }

    /**
     * Continues from a state that a trainer of the same model, data and batch size exported.
     *
     * @throws IllegalArgumentException if the tensors do not fit the network and optimizer; then nothing was changed
     */
    public void restore(TrainerState state) {
        List<String> prefixes =
                optimizer.slotNames().stream().map(Trainer::prefix).toList();
        codec.check(state.optimizer(), prefixes);
        network.restore(state.parameters());
        for (int i = 0; i < prefixes.size(); i++) {
            codec.write(
                    state.optimizer(), prefixes.get(i), optimizer.slots().get(i).buffer());
        }
        step = state.step();
        progress.set(state.epochProgress());
        learningRate.restore(state.numbers());
    }

    private static String prefix(String slot) {
        return slot + "/";
    }
}
