package org.backprop.engine.update;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.UpdateNorms;
import org.backprop.engine.kernels.View;
import org.backprop.engine.minimize.Ending;
import org.backprop.engine.minimize.Minimizers;
import org.backprop.engine.minimize.Objective;
import org.backprop.engine.minimize.Reading;
import org.backprop.engine.network.Network;
import org.backprop.engine.optimizers.DiagonalEstimate;
import org.backprop.engine.optimizers.GradientTransform;
import org.backprop.engine.optimizers.Optimizer;
import org.backprop.engine.optimizers.Optimizers;
import org.backprop.engine.pruning.Follower;
import org.backprop.engine.pruning.Masks;
import org.backprop.engine.schedules.LearningRate;
import org.backprop.model.LiveParameters;
import org.backprop.model.Metric;
import org.backprop.model.MinimizerSpec;
import org.backprop.model.OptimizerSpec;
import org.backprop.model.TrainingSection;

/** Makes updates of a network's parameters out of its gradients, by the settings of a training. */
public final class Updates implements Follower {

    private final Kernels kernels;
    private final Network network;
    private final DiagonalEstimate estimates;
    private final View parameters;
    private final View gradient;
    private final Masks masks;
    private final int batchesPerEpoch;
    private final int batchesPerUpdate;
    private final Optimizer optimizer;
    private final Minimization minimization;
    private final LearningRate learningRate;
    private final Regularization regularization;
    private final Map<String, View> slots = new LinkedHashMap<>();
    private final Accumulation accumulation;
    private TrainingSection compiled;
    private Clipping clipping;
    private final NoiseSource noise;
    private final SlowParameters slow;
    private final ParameterAverage average;
    private final View swapped;

    /**
     * The updates of a training that begins.
     *
     * @param masks which parameters are kept; the others stay 0
     * @param objective the loss of the batch under way, for minimizers
     * @param estimates of second derivatives at the batch under way, for the optimizers that need them
     * @throws IllegalArgumentException if the network has no parameters, or too many for the optimizer
     */
    public Updates(
            Network network,
            TrainingSection settings,
            Regularization regularization,
            Masks masks,
            int batchesPerEpoch,
            Objective objective,
            DiagonalEstimate estimates) {
        this.network = network;
        this.estimates = estimates;
        compiled = settings;
        kernels = network.kernels();
        this.regularization = regularization;
        this.masks = masks;
        this.batchesPerEpoch = batchesPerEpoch;
        batchesPerUpdate = settings.accumulate();
        parameters = network.parameterVector()
                .orElseThrow(() -> new IllegalArgumentException("the network has no parameters to train"));
        gradient = network.gradientVector().orElseThrow();
        if (settings.optimizer() instanceof MinimizerSpec spec) {
            optimizer = null;
            minimization = new Minimization(spec, objective, settings.seed());
            slots.putAll(minimization.vectors());
        } else {
            minimization = null;
            optimizer = new Optimizer(transform(settings.optimizer()), kernels, parameters, gradient);
            for (int i = 0; i < optimizer.slots().size(); i++) {
                slots.put(optimizer.slotNames().get(i), optimizer.slots().get(i));
            }
        }
        learningRate = new LearningRate(settings, perEpoch());
        accumulation = batchesPerUpdate == 1
                ? null
                : new Accumulation(kernels, batchesPerUpdate, batchesPerEpoch, gradient, slot("accumulated"));
        clipping = clipping(settings);
        noise = settings.gradientNoise()
                .map(spec -> new NoiseSource(spec, settings.seed(), kernels, gradient))
                .orElse(null);
        slow = settings.lookahead()
                .map(spec -> new SlowParameters(spec, kernels, parameters, slot("slow")))
                .orElse(null);
        average = settings.averaging()
                .map(spec -> new ParameterAverage(spec, settings.epochs(), kernels, parameters, slot("average")))
                .orElse(null);
        swapped = average != null || minimization != null ? vector() : null;
    }

    private GradientTransform transform(OptimizerSpec spec) {
        return Optimizers.compile(spec, kernels, network.parameters(), perEpoch(), estimates);
    }

    private Clipping clipping(TrainingSection settings) {
        return settings.clipping().map(spec -> Clippings.compile(spec, network)).orElse(null);
    }

    /**
     * Goes on with other numbers, as if a run were resumed with them. A changed learning rate acts as a factor of the
     * schedule does: what an optimizer derives from the rate of the model file stays as it is.
     *
     * @param changed the same settings but for numbers of {@link LiveParameters}
     */
    public void change(TrainingSection changed) {
        learningRate.change(changed.optimizer().learningRate());
        TrainingSection next = withRateOf(compiled, changed);
        if (!next.optimizer().equals(compiled.optimizer())) {
            optimizer.change(transform(next.optimizer()));
        }
        if (!next.clipping().equals(compiled.clipping())) {
            clipping = clipping(next);
        }
        compiled = next;
    }

    private static TrainingSection withRateOf(TrainingSection model, TrainingSection changed) {
        double rate = model.optimizer().learningRate();
        return rate == changed.optimizer().learningRate()
                ? changed
                : LiveParameters.with(changed, LiveParameters.LEARNING_RATE, rate);
    }

    private View vector() {
        return kernels.allocate(parameters.length()).view(0, 1, parameters.length());
    }

    private View slot(String name) {
        View view = vector();
        slots.put(name, view);
        return view;
    }

    /**
     * Bytes that the updates of a training need.
     *
     * @param parameters number of parameters that are trained
     */
    public static long bytes(TrainingSection settings, long parameters) {
        long optimizer = settings.optimizer() instanceof MinimizerSpec minimizer
                ? Minimizers.bytes(minimizer, parameters) + parameters * Float.BYTES
                : Optimizers.slots(settings.optimizer()) * parameters * Float.BYTES;
        return optimizer + buffersAround(settings) * parameters * Float.BYTES;
    }

    /** Number of buffers, each as long as the parameter vector, of what surrounds the optimizer. */
    private static int buffersAround(TrainingSection settings) {
        return (settings.accumulate() > 1 ? 1 : 0)
                + (settings.gradientNoise().isPresent() ? 1 : 0)
                + (settings.lookahead().isPresent() ? 1 : 0)
                + (settings.averaging().isPresent() ? 2 : 0);
    }

    /**
     * Takes the gradient of batch number {@code batch}, counted from 1 over all epochs.
     *
     * @return whether {@link #apply} is due
     */
    public boolean collect(long batch) {
        return accumulation == null || accumulation.add(batch);
    }

    /**
     * Makes the update that is due after a batch.
     *
     * @param loss the batch's loss, with penalties
     * @param norms filled with the norms of this update, or null
     */
    public void apply(long batch, double loss, UpdateNorms norms) {
        long update = number(batch);
        regularization.addGradient();
        hold(gradient);
        if (clipping != null) {
            clipping.clip();
        }
        if (noise != null) {
            noise.add(update);
            hold(gradient);
        }
        if (slow != null) {
            slow.before(update);
        }
        if (minimization != null) {
            minimization.update(update, loss, learningRate.of(update), norms);
        } else {
            optimizer.update(update, learningRate.of(update), norms);
        }
        regularization.constrain();
        hold(parameters);
        if (slow != null) {
            slow.after(update);
        }
        if (average != null) {
            average.afterUpdate();
        }
    }

    private void hold(View vector) {
        if (masks.exist()) {
            masks.hold(vector);
        }
    }

    /** Number of the update that a batch takes part in, from 1. */
    public long number(long batch) {
        long epoch = (batch - 1) / batchesPerEpoch;
        long inEpoch = (batch - 1) % batchesPerEpoch;
        return epoch * perEpoch() + inEpoch / batchesPerUpdate + 1;
    }

    /** Whether a batch is the first of those that make an update. */
    public boolean beginsWith(long batch) {
        return (batch - 1) % batchesPerEpoch % batchesPerUpdate == 0;
    }

    /** Number of updates made after so many batches. */
    public long made(long batches) {
        return batches / batchesPerEpoch * perEpoch() + batches % batchesPerEpoch / batchesPerUpdate;
    }

    /** Number of updates in an epoch. */
    public int perEpoch() {
        return Math.ceilDiv(batchesPerEpoch, batchesPerUpdate);
    }

    /** Learning rate, or what the optimizer makes of it, of the update that batch number {@code batch} takes part in. */
    public double learningRate(long batch) {
        double rate = learningRate.of(number(batch));
        return minimization == null ? optimizer.stepSize(rate) : rate;
    }

    /** The metric that the schedule follows, if it follows one. */
    public Optional<Metric> metric() {
        return learningRate.metric();
    }

    /** Takes note that epoch number {@code epoch}, from 1, has made its last update, before it is evaluated. */
    public void endEpoch(int epoch) {
        if (average != null) {
            average.afterEpoch(epoch);
        }
    }

    /** Takes note of what the evaluation after an epoch gave. */
    public void evaluated(ToDoubleFunction<Metric> metrics) {
        learningRate.endEpoch(metrics);
    }

    /** What clipping did in the last update; null if the gradient is not clipped. */
    public ClippingReport clipping() {
        return clipping == null ? null : clipping.report();
    }

    /** The parameters that are to be evaluated {@code [1, N]}: the average if there is one, else the best that is kept. */
    public View result() {
        if (average != null && average.exists()) {
            return average.view();
        }
        return minimization == null ? parameters : minimization.best().orElse(parameters);
    }

    /** Does something while the network has the parameters that are to be evaluated. */
    public void withResult(Runnable evaluation) {
        View result = result();
        if (result == parameters) {
            evaluation.run();
            return;
        }
        kernels.copy(parameters, swapped);
        kernels.copy(result, parameters);
        try {
            evaluation.run();
        } finally {
            kernels.copy(swapped, parameters);
        }
    }

    /** What a minimizer tells of its last iteration. */
    public List<Reading> readings() {
        return minimization == null ? List.of() : minimization.readings();
    }

    /** Why a minimizer makes no more updates, if so. */
    public Optional<Ending> ending() {
        return minimization == null ? Optional.empty() : minimization.ending();
    }

    /** The square matrices that must be kept to go on later, with a row for each parameter, by name. */
    public Map<String, View> matrices() {
        return minimization == null ? Map.of() : minimization.matrices();
    }

    @Override
    public List<View> views() {
        List<View> views = new ArrayList<>(slots.values());
        views.addAll(matrices().values());
        return views;
    }

    /** Forgets what belongs to parameters that are removed; a minimizer begins anew. */
    @Override
    public void follow(Masks changed) {
        boolean byParameter = minimization != null || optimizer.slotsAreByParameter();
        slots.forEach((name, slot) -> {
            if (byParameter || !optimizer.slotNames().contains(name)) {
                changed.hold(slot);
            }
        });
        if (minimization != null) {
            minimization.restart();
        }
    }

    /** All buffers that must be kept to go on later {@code [1, N]}, by name. */
    public Map<String, View> slots() {
        return slots;
    }

    /** All numbers that must be kept to go on later, by name. */
    @Override
    public Map<String, Double> numbers() {
        Map<String, Double> numbers = new HashMap<>(learningRate.state());
        numbers.putAll(minimization == null ? optimizer.numbers() : minimization.numbers());
        if (average != null) {
            numbers.putAll(average.state());
        }
        return numbers;
    }

    /** Goes on from numbers; the slots are restored by the caller. */
    @Override
    public void restore(Map<String, Double> numbers) {
        learningRate.restore(numbers);
        if (minimization == null) {
            optimizer.restore(numbers);
        } else {
            minimization.restore(numbers);
        }
        if (average != null) {
            average.restore(numbers);
        }
    }
}
