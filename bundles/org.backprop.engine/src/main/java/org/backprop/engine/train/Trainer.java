package org.backprop.engine.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.augmentation.Augmenter;
import org.backprop.engine.kernels.UpdateNorms;
import org.backprop.engine.layers.Pass;
import org.backprop.engine.minimize.Ending;
import org.backprop.engine.minimize.Reading;
import org.backprop.engine.network.NamedTensor;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.Plan;
import org.backprop.engine.network.TensorView;
import org.backprop.engine.pruning.Masks;
import org.backprop.engine.pruning.Pruner;
import org.backprop.engine.pruning.PruningRules;
import org.backprop.engine.train.order.Orders;
import org.backprop.engine.train.order.SampleOrder;
import org.backprop.engine.update.ClippingReport;
import org.backprop.engine.update.Regularization;
import org.backprop.engine.update.Updates;
import org.backprop.model.Batching;
import org.backprop.model.LiveParameter;
import org.backprop.model.TrainingSection;

/**
 * Trains a network on a data set. The sequence of losses is a function of the model, its seed, the data, the kernels and
 * the number of threads. Everything is called from one thread, except {@link #stop}.
 */
public final class Trainer {
    /** Samples of the validation set that tell what a removal of weights would do. */
    private static final int WHAT_IF_SAMPLES = 1024;

    private final Network network;
    private final TrainingSection settings;
    private final Batches batches;
    private final Optional<Evaluator> validation;
    private final Regularization regularization;
    private final Updates updates;
    private final StoppingRules stopRules;
    private final TrainingMemory memory;
    private final Pruner pruner;
    private final ScheduledPruning pruning;
    private final Optional<Evaluator> measured;
    private final Watch watch;
    private final StatisticsBackup statistics;
    private final DropoutSettings dropout;
    private final Pass pass;
    private BatchGradient gradient;
    private final BatchObjective objective;
    private final EpochSamples samples;

    private volatile boolean stopping;
    private long step;
    private final LiveSettings live;
    private Gate gate = trainer -> true;
    private final RunningProgress progress = new RunningProgress();
    private LocalRounds rounds;

    /**
     * Prepares a run that starts at step 0 with the network's current parameters.
     *
     * @param network compiled with a maximal batch of at least {@link Batching#batchSize}
     * @param validation evaluated after each epoch, if present
     * @throws IllegalArgumentException if the data does not fit the network, or the network has no parameters
     */
    public Trainer(Network network, TrainingSection settings, Dataset training, Optional<Dataset> validation) {
        this(network, settings, training, validation, Optional.empty());
    }

    /**
     * As above, with training samples augmented.
     *
     * @param augmenter of the same training set, if there is something to change
     */
    public Trainer(
            Network network,
            TrainingSection settings,
            Dataset training,
            Optional<Dataset> validation,
            Optional<Augmenter> augmenter) {
        this.network = network;
        this.settings = settings;
        batches = new Batches(network, training, augmenter);
        this.validation = validation.map(data -> new Evaluator(network, data));
        measured = network.measures().map(measures -> new Evaluator(network, training));
        Batching batching = Batching.of(settings, training.count());
        regularization = new Regularization(network);
        Masks masks = new Masks(network);
        BatchInParts parts = batching.shared() > 0 ? new BatchInParts(network, batches, batching.shared()) : null;
        gradient = parts == null ? new WholeBatch(batches) : parts;
        objective =
                Distribution.looksAtBatch(settings) ? new BatchObjective(network, regularization, masks, parts) : null;
        updates = new Updates(network, settings, regularization, masks, batching.stepsPerEpoch(), objective, objective);
        stopRules = new StoppingRules(settings.stopping());
        updates.metric().ifPresent(metric -> MetricCheck.check(metric, network, validation.isPresent()));
        stopRules.metrics().forEach(metric -> MetricCheck.check(metric, network, validation.isPresent()));
        SampleOrder order = Orders.of(settings, training, network.kernels(), () -> SampleLosses.of(network, training));
        samples = new EpochSamples(batching, order);
        pruner = pruner(masks, this.validation.orElseGet(() -> new Evaluator(network, training)));
        pruning = settings.pruning()
                .map(section -> new ScheduledPruning(
                        section, network, pruner, updates.perEpoch(), (long) settings.epochs() * updates.perEpoch()))
                .orElse(null);
        memory = new TrainingMemory(network, settings, updates, stopRules, order, masks, pruning);
        dropout = new DropoutSettings(network);
        live = new LiveSettings(settings, updates, network, pruning());
        pass = Pass.training(settings.seed(), 0);
        watch = new Watch(network);
        statistics = new StatisticsBackup(network);
    }

    private Pruner pruner(Masks masks, Evaluator evaluator) {
        Pruner made = new Pruner(
                network,
                masks,
                PruningRules.of(settings.pruning()),
                batches,
                () -> evaluator.quality(WHAT_IF_SAMPLES),
                updates,
                settings.seed(),
                () -> step);
        made.addListener(result -> {
            if (result.removed() > 0) {
                stopRules.weightsRemoved();
                memory.afterRemoval();
            }
        });
        return made;
    }

    /** Number of steps of an epoch; the last one may have a smaller batch. */
    public int stepsPerEpoch() {
        return samples.stepsPerEpoch();
    }

    /** Number of steps made so far, over all epochs. */
    public long step() {
        return step;
    }

    /** Number of completed epochs. */
    public int completedEpochs() {
        return (int) (step / stepsPerEpoch());
    }

    /** Adds a listener; to be called before {@link #run}. */
    public void addListener(TrainingListener listener) {
        watch.add(listener);
    }

    /**
     * Lets the steps be computed elsewhere; to be called before {@link #run}. With {@link LocalSgd}, what happens between two
     * steps happens between two rounds, and listeners are told of the steps of a round when it is complete.
     *
     * @throws IllegalArgumentException if the optimizer needs more of a batch than its gradient; the message says so
     */
    public void distribute(Distribution distribution) {
        Distribution.require(settings);
        samples.share(distribution.shards());
        switch (distribution) {
            case SynchronousSgd synchronous -> gradient = new DistributedBatch(network, batches, synchronous);
            case LocalSgd local ->
                rounds = new LocalRounds(
                        local,
                        new RoundPlan(network, samples, dropout, updates, pruning, memory, local),
                        new RoundState(network, updates, pruner.masks(), live));
        }
    }

    /** Sets what stands between two steps; to be called before {@link #run}. */
    public void setGate(Gate gate) {
        this.gate = gate;
    }

    /** Asks the run to end after the current batch; may be called from any thread, also before the run starts. */
    public void stop() {
        stopping = true;
    }

    /** Whether the run was asked to end. */
    public boolean isStopping() {
        return stopping;
    }

    /**
     * Trains until the configured number of epochs is complete, a stopping rule of the model applies (see {@link
     * #stopReason}), or {@link #stop} is called.
     *
     * @throws DivergedException if the loss of a batch is NaN or infinite; parameters and statistics are those before
     *     that step, or that round
     */
    public Outcome run() {
        if (rounds != null) {
            return train();
        }
        BatchGradient batch = gradient;
        batch.open();
        try (batch) {
            return train();
        }
    }

    private Outcome train() {
        watch.start();
        stopRules.start();
        if (atEndOfEpoch() && progress.get().samples() > 0) {
            endEpoch();
        }
        while (step < planned() && !isOver()) {
            if (stopping || !gate.pass(this) || stopping) {
                return Outcome.STOPPED;
            }
            pruneIfDue();
            if (isOver()) {
                break;
            }
            if (rounds == null) {
                trainBatch();
            } else {
                trainRound();
            }
            if (atEndOfEpoch()) {
                endEpoch();
            }
        }
        return Outcome.COMPLETED;
    }

    /** Takes note that the training was kept waiting; to be called by the {@link Gate}. */
    public void waited(long nanos) {
        stopRules.waited(nanos);
        watch.each(listener -> listener.onWait(nanos));
    }

    /** The numbers that {@link #change} can change, with their present values. */
    public List<LiveParameter> liveParameters() {
        return live.parameters();
    }

    /**
     * Changes a number of the model from the next step on, between two steps. It is part of the {@link #state}.
     *
     * @param path of one of {@link #liveParameters}
     * @return its value before
     * @throws IllegalArgumentException if there is no such number or it cannot have this value; the message is for the user
     */
    public double change(String path, double value) {
        return live.change(path, value);
    }

    /**
     * Evaluates the validation set with the parameters that are to be evaluated, between two steps; nothing changes.
     *
     * @return empty if there is none
     */
    public Optional<Evaluation> validate() {
        return evaluate(validation);
    }

    private boolean isOver() {
        boolean prunes = pruning != null && pruning.isPending(updates.made(step));
        return stopRules.isOver(prunes)
                || !prunes && updates.ending().isPresent()
                || pruning != null && pruning.refusal().isPresent();
    }

    private void pruneIfDue() {
        if (pruning != null && updates.beginsWith(step + 1)) {
            pruning.before(updates.made(step));
        }
    }

    private long planned() {
        return (long) settings.epochs() * stepsPerEpoch();
    }

    /** Why the training ended before its last epoch; empty if no stopping rule of the model applies, nor the optimizer's. */
    public Optional<String> stopReason() {
        return step < planned()
                ? Optional.ofNullable(pruning)
                        .flatMap(ScheduledPruning::refusal)
                        .or(stopRules::message)
                        .or(() -> updates.ending().map(Ending::message))
                        .map(message -> "stopped after epoch " + completedEpochs() + " of " + settings.epochs() + ": "
                                + message)
                : Optional.empty();
    }

    private boolean atEndOfEpoch() {
        return step % stepsPerEpoch() == 0;
    }

    private void trainBatch() {
        int epoch = samples.epoch(step);
        Plan plan = network.plan(samples.rows(step));
        gradient.load(plan, epoch, samples.of(epoch), samples.from(step), watch.wantsActivations(step + 1));
        pass.moveTo(step, dropout.maskStep(step));
        statistics.keep();
        gradient.forward(plan, pass);
        double loss = gradient.loss() + regularization.penalty();
        if (!Double.isFinite(loss)) {
            statistics.restore();
            throw new DivergedException(NonFinite.firstLayer(network, gradient.plan()), epoch + 1, step + 1, loss);
        }
        progress.add(plan.input().rows(), loss, gradient.correct());
        watch.current().set(watch.activations(step + 1, gradient));
        gradient.backward(pass);
        step++;
        pruner.weightsChanged();
        boolean update = updates.collect(step);
        UpdateNorms norms = update ? watch.norms(step) : null;
        LayerHistograms histograms = watch.histograms(step);
        if (update) {
            if (objective != null) {
                objective.at(plan, pass);
            }
            updates.apply(step, loss, norms);
            memory.afterUpdate(updates.number(step));
        }
        watch.current().set(updates.learningRate(step), norms, histograms);
        watch.current().set(update ? updates.clipping() : null);
        tell(plan.input().rows(), loss);
    }

    private void tell(int rows, double loss) {
        watch.current().set(step, samples.epoch(step - 1) + 1, (int) ((step - 1) % stepsPerEpoch()) + 1, rows, loss);
        watch.tell();
    }

    private void trainRound() {
        long begin = step;
        EpochProgress before = progress.get();
        RoundSums made = rounds.make(step, watch);
        pruner.weightsChanged();
        made.steps().forEach(sums -> takeStep(sums, made.workers()));
        if (made.failure().isPresent()) {
            step = begin;
            progress.set(before);
            throw made.failure().get().exception(samples);
        }
    }

    /** A step that all workers made. */
    private void takeStep(StepSums sums, int count) {
        BatchSums batch = sums.batch();
        dropout.applied(settings.seed(), step, batch);
        step++;
        progress.add(batch.samples(), batch.meanLoss(), batch.correct());
        watch.take(sums, count, updates.learningRate(step), updates.clipping());
        if (updates.beginsWith(step + 1)) {
            memory.afterUpdate(updates.number(step));
        }
        tell(batch.samples(), batch.meanLoss());
    }

    private void endEpoch() {
        Evaluation trained = progress.get().evaluation(network.tellsClasses());
        progress.set(EpochProgress.NONE);
        updates.endEpoch(completedEpochs());
        Evaluation training = evaluate(measured).map(trained::withMetricsOf).orElse(trained);
        EpochResult result = new EpochResult(completedEpochs(), step, training, evaluate(validation));
        updates.evaluated(result::metric);
        stopRules.endEpoch(result);
        memory.afterEpoch(result.epoch());
        watch.each(listener -> listener.onEpoch(result));
    }

    private Optional<Evaluation> evaluate(Optional<Evaluator> set) {
        List<Evaluation> evaluations = new ArrayList<>();
        set.ifPresent(evaluator -> updates.withResult(() -> evaluations.add(evaluator.evaluate())));
        return evaluations.stream().findFirst();
    }

    /** Removes weights between two steps, whether or not the model has a schedule for it. */
    public Pruner pruner() {
        return pruner;
    }

    /** What removes weights when the model says so; empty if it does not. */
    public Optional<ScheduledPruning> pruning() {
        return Optional.ofNullable(pruning);
    }

    /** The settings of the model. */
    public TrainingSection settings() {
        return settings;
    }

    /** The network that is trained. */
    public Network network() {
        return network;
    }

    /** Sums over the batches of the unfinished epoch. */
    public EpochProgress epochProgress() {
        return progress.get();
    }

    /**
     * The tensors that are the result so far, named as in the network: those of the best epoch, the average or those of the
     * last step, as the model says.
     */
    public List<TensorView> result() {
        return memory.result();
    }

    /** Puts the result into the network, for evaluation; the training cannot go on from there. */
    public void useResult() {
        memory.useResult();
    }

    /**
     * Evaluates the mean of the predictions of the models that a snapshot ensemble has kept; the loss is without penalties.
     * The training cannot go on from there.
     *
     * @return empty if none was kept
     */
    public Optional<Evaluation> evaluateEnsemble(Dataset data) {
        List<KeptWeights> models = memory.models();
        return models.isEmpty()
                ? Optional.empty()
                : Optional.of(new EnsembleEvaluator(network, OutputSpace.of(settings.loss()), data).evaluate(models));
    }

    /** What clipping does; null if the gradient is not clipped. */
    public ClippingReport clipping() {
        return updates.clipping();
    }

    /** What a minimizer tells of its last iteration, to be recorded. */
    public List<Reading> readings() {
        return updates.readings();
    }

    /**
     * All state of the optimizer and what surrounds it, slot by slot, named {@code <slot>/<parameter>}; empty for plain SGD.
     */
    public List<TensorView> optimizerTensors() {
        return memory.tensors();
    }

    /** What schedule and stopping rules remember, and what was set in flight, by name. */
    public Map<String, Double> numbers() {
        Map<String, Double> numbers = new TreeMap<>(memory.numbers());
        numbers.putAll(dropout.numbers());
        numbers.putAll(live.numbers());
        return numbers;
    }

    /**
     * Uses the dropout masks of one step, drawn with the present rates, in all steps from the next one on, until {@link
     * #unfreezeDropout}. Between two steps.
     *
     * @param of global step, from 1 to the next one
     * @throws IllegalArgumentException if the step is not in this range, or the network has no masks; the message says so
     */
    public void freezeDropout(long of) {
        dropout.freeze(of, step + 1);
    }

    /** Draws new dropout masks in each step again. Between two steps. */
    public void unfreezeDropout() {
        dropout.unfreeze();
    }

    /** The step whose dropout masks are used in all steps, if they are frozen. */
    public OptionalLong frozenDropout() {
        return dropout.frozen();
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
        memory.restore(state);
        dropout.restore(state.numbers());
        live.restore(state.numbers());
        memory.restore(state.numbers());
        pruner.weightsChanged();
        step = state.step();
        progress.set(state.epochProgress());
    }
}
