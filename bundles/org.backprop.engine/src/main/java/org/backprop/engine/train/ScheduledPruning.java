package org.backprop.engine.train;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.engine.network.NamedTensor;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.TensorView;
import org.backprop.engine.pruning.PruneException;
import org.backprop.engine.pruning.Pruner;
import org.backprop.engine.pruning.ScheduledRemoval;
import org.backprop.model.IterativePruning;
import org.backprop.model.PruningScheduleSpec;
import org.backprop.model.PruningSection;

/** Removes weights when the model says so, always before a step. */
public final class ScheduledPruning {

    private static final String DONE = "pruning.done";
    private static final String SPARSITY = "pruning.sparsity";

    /** One for the kernels, one on the heap. */
    private static final int MASK_COPIES = 2;

    private final PruningSection section;
    private final Network network;
    private final Pruner pruner;
    private final long perEpoch;
    private final long planned;
    private final KeptWeights early;
    private final long keepAt;
    private double sparsity;
    private long done = -1;
    private String refusal;

    /**
     * For a training that begins.
     *
     * @param perEpoch number of updates in an epoch
     * @param planned number of updates of the training
     * @throws IllegalArgumentException if the network cannot be pruned like this
     */
    ScheduledPruning(PruningSection section, Network network, Pruner pruner, long perEpoch, long planned) {
        this.section = section;
        this.network = network;
        this.pruner = pruner;
        this.perEpoch = perEpoch;
        this.planned = planned;
        sparsity = section.finalSparsity().orElse(1.0);
        Optional<Double> rewind =
                section.schedule() instanceof IterativePruning rounds ? rounds.rewind() : Optional.empty();
        early = rewind.isPresent() ? new KeptWeights(network, "rewind") : null;
        keepAt = rewind.isPresent() ? section.schedule().updates(rewind.get(), perEpoch, planned) : -1;
        try {
            pruner.check(section.criterion());
        } catch (PruneException e) {
            throw new IllegalArgumentException("training.pruning: " + e.getMessage(), e);
        }
    }

    /** Number of copies of all parameters that masks and early weights take. */
    static int copies(PruningSection section) {
        boolean rewinds = section.schedule() instanceof IterativePruning rounds
                && rounds.rewind().isPresent();
        return rewinds ? MASK_COPIES + 1 : MASK_COPIES;
    }

    /** To be called before the first batch of each update, with the number of updates made. Allocates nothing, but where something is due. */
    void before(long updates) {
        if (keeps(updates)) {
            early.keep(network.parameterVector().orElseThrow());
        }
        if (removes(updates)) {
            done = updates;
            remove(updates);
        }
    }

    /** Whether {@link #before} has something to do after so many updates. */
    boolean isDue(long updates) {
        return keeps(updates) || removes(updates);
    }

    private boolean keeps(long updates) {
        return updates == keepAt && !early.exists();
    }

    private boolean removes(long updates) {
        return updates != done && section.schedule().next(updates, perEpoch, planned, sparsity) == updates;
    }

    private void remove(long updates) {
        try {
            pruner.prune(removal(updates));
            if (early != null && early.exists()) {
                early.enter();
                pruner.masks().hold(network.parameterVector().orElseThrow());
                pruner.weightsChanged();
            }
        } catch (PruneException e) {
            refusal = "pruning was refused: " + e.getMessage();
        }
    }

    private ScheduledRemoval removal(long updates) {
        PruningScheduleSpec schedule = section.schedule();
        if (section.threshold().isPresent()) {
            double share = schedule.shareOfThreshold(updates, perEpoch, planned);
            return ScheduledRemoval.below(
                    section.criterion(), section.threshold().get() * share);
        }
        double fading = (1 + Math.cos(Math.PI * schedule.progress(updates, perEpoch, planned))) / 2;
        return ScheduledRemoval.toSparsity(
                section.criterion(),
                schedule.sparsity(updates, perEpoch, planned, sparsity),
                section.regrowth() * fading);
    }

    /** Whether weights are still to be removed after so many updates. */
    boolean isPending(long updates) {
        return section.schedule().next(updates, perEpoch, planned, sparsity) != PruningScheduleSpec.NEVER;
    }

    /** Why weights could not be removed, if they could not; the training then ends. */
    Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** The sparsity in the end; 1 if a threshold decides. */
    public double sparsity() {
        return sparsity;
    }

    /**
     * Changes the sparsity in the end, which the next removal goes towards.
     *
     * @param next greater than 0 and less than 1
     * @throws IllegalArgumentException if it is not, or the model gives none to change
     */
    public void sparsity(double next) {
        if (section.sparsity().isEmpty()) {
            throw new IllegalArgumentException("the model prunes by "
                    + (section.threshold().isPresent() ? "a threshold" : "a pattern") + ", not to a sparsity");
        }
        if (!(next > 0 && next < 1)) {
            throw new IllegalArgumentException("the sparsity must be greater than 0 and less than 1, is " + next);
        }
        sparsity = next;
    }

    /** The weights that a round goes back to, as tensors of a checkpoint. */
    List<TensorView> state() {
        return early == null ? List.of() : early.state();
    }

    /** Whether a tensor of a checkpoint is one of these. */
    boolean isPart(NamedTensor tensor) {
        return early != null && early.isPart(tensor);
    }

    Map<String, Double> numbers() {
        return Map.of(DONE, (double) done, SPARSITY, sparsity);
    }

    /**
     * Goes on from a checkpoint.
     *
     * @throws IllegalArgumentException if the tensors are not those of the network
     */
    void restore(List<NamedTensor> tensors, Map<String, Double> numbers) {
        if (early != null) {
            early.restore(tensors.stream().filter(early::isPart).toList());
        }
        done = numbers.getOrDefault(DONE, -1.0).longValue();
        sparsity = numbers.getOrDefault(SPARSITY, sparsity);
    }
}
