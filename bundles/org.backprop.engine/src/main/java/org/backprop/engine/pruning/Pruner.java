package org.backprop.engine.pruning;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.backprop.engine.kernels.View;
import org.backprop.engine.network.Network;
import org.backprop.model.PruningSpec;

/**
 * Removes weights of a network, and tells what removing them would do. Removed weights are 0; what trains them keeps them so by
 * the {@link #masks}. To be called by the thread that uses the network, between two steps.
 */
public final class Pruner {

    private static final int GRADIENT_SAMPLES = 1024;

    private final Network network;
    private final PruningRules rules;
    private final Supplier<Quality> quality;
    private final Follower follower;
    private final Targets targets;
    private final Masks masks;
    private final Saliencies saliencies;
    private final List<PruningListener> listeners = new ArrayList<>();
    private Backup spare;
    private Quality before;
    private Undo undo;
    private SequencedMap<String, float[]> left = new LinkedHashMap<>();

    /**
     * A pruner of a network.
     *
     * @param masks which of its parameters are kept so far
     * @param rules what holds for every removal
     * @param samples what saliencies are measured on
     * @param quality how good the network is with its current weights; must leave them as they are
     * @param follower what goes with the weights
     * @param seed the run's seed
     * @param step number of steps made so far
     */
    public Pruner(
            Network network,
            Masks masks,
            PruningRules rules,
            Samples samples,
            Supplier<Quality> quality,
            Follower follower,
            long seed,
            LongSupplier step) {
        this.network = network;
        this.masks = masks;
        this.rules = rules;
        this.quality = quality;
        this.follower = follower;
        targets = new Targets(network, rules);
        saliencies = new Saliencies(network, masks, samples, seed, step);
    }

    /** The masks. */
    public Masks masks() {
        return masks;
    }

    /** Adds a listener, which is told of every change of the masks. */
    public void addListener(PruningListener listener) {
        listeners.add(listener);
    }

    /** To be called when the weights have changed. Allocates nothing. */
    public void weightsChanged() {
        before = null;
        saliencies.forget();
    }

    /** How much of each layer is removed now, with the layers that the model does not exclude. */
    public PruneResult state() {
        return targets.state(masks);
    }

    /**
     * What a request would do, with the quality of the network before and after it. Everything is afterwards as it was, bit for
     * bit.
     *
     * @throws PruneException if it cannot be met
     */
    public PruneResult whatIf(PruneRequest request) throws PruneException {
        Decision decision = decide(request, Amount.of(request));
        if (before == null) {
            before = quality.get();
        }
        View parameters = network.parameterVector().orElseThrow();
        if (spare == null) {
            spare = new Backup(network.kernels(), List.of(parameters));
        } else {
            spare.keep();
        }
        try {
            parameters.set(decision.weights());
            PruneResult result = decision.result();
            return new PruneResult(
                    result.layers(), result.threshold(), Optional.of(before), Optional.of(quality.get()));
        } finally {
            spare.restore();
        }
    }

    /**
     * Does what a request asks for; {@link #undo} takes it back.
     *
     * @throws PruneException if it cannot be met; then nothing was changed
     */
    public PruneResult apply(PruneRequest request) throws PruneException {
        Decision decision = decide(request, Amount.of(request));
        Undo now = new Undo(network, masks, follower);
        carryOut(decision);
        undo = now;
        return decision.result();
    }

    /**
     * Takes the last {@link #apply} back: weights, masks and what goes with them are as they were just before it, whatever
     * happened since.
     *
     * @return false if there is nothing to take back
     */
    public boolean undo() {
        if (undo == null) {
            return false;
        }
        undo.restore();
        undo = null;
        changed(state());
        return true;
    }

    /**
     * Checks whether the network can be pruned by a criterion at all.
     *
     * @throws PruneException if it cannot
     */
    public void check(PruningSpec criterion) throws PruneException {
        Criterion made = saliencies.criterion(criterion);
        made.check(targets.of(criterion, made, Optional.empty()));
    }

    /**
     * Removes weights as a schedule wants it; {@link #undo} does not take it back.
     *
     * @throws PruneException if that is not possible; then nothing was changed
     */
    public PruneResult prune(ScheduledRemoval removal) throws PruneException {
        Amount amount = removal.amount();
        Decision decision = decide(
                new PruneRequest(removal.criterion(), Optional.empty(), amount.sparsity(), amount.threshold()), amount);
        carryOut(decision);
        return decision.result();
    }

    private void carryOut(Decision decision) {
        network.parameterVector().orElseThrow().set(decision.weights());
        masks.set(decision.mask());
        left = decision.left();
        follower.follow(masks);
        changed(decision.result());
    }

    /**
     * The saliencies of the weights that are left, or of the blocks or units, of each layer that a criterion can prune.
     *
     * @throws PruneException if they cannot be measured
     */
    public SequencedMap<String, float[]> saliencies(PruningSpec criterion) throws PruneException {
        return decider(measure(criterion, Optional.empty())).tiles().left(new BitSet());
    }

    /** Whether a criterion passes samples through the network to measure saliencies, which takes time. */
    public boolean readsSamples(PruningSpec criterion) {
        return Criteria.readsSamples(criterion);
    }

    /** As {@link #saliencies}, as they were measured for the last removal; empty if there was none. */
    public SequencedMap<String, float[]> lastSaliencies() {
        return left;
    }

    private void changed(PruneResult result) {
        weightsChanged();
        listeners.forEach(listener -> listener.pruned(result));
    }

    private Decision decide(PruneRequest request, Amount amount) throws PruneException {
        Decider decider = decider(measure(request.criterion(), request.layer()));
        float[] magnitudes = amount.regrowth() > 0 ? saliencies.gradientMagnitudes(GRADIENT_SAMPLES) : null;
        return decider.decide(amount, magnitudes, targets.all());
    }

    private Decider decider(Saliencies.Measured measured) throws PruneException {
        return new Decider(rules, measured.criterion(), measured.measurement(), measured.saliency());
    }

    private Saliencies.Measured measure(PruningSpec spec, Optional<String> layer) throws PruneException {
        return saliencies.measure(spec, targets.of(spec, saliencies.criterion(spec), layer));
    }
}
