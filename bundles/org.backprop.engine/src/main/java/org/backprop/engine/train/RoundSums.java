package org.backprop.engine.train;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What workers made of a round: sums over the workers, that are divided by {@link #weight} only when all are added.
 *
 * @param workers number of workers
 * @param weight what the losses of the steps are means over, in sum over the steps
 * @param changes by how much each of the {@linkplain RoundStart#vectors vectors} has changed, times the weight; empty if a
 *     loss was not finite
 * @param numbers what the updates remember beside the vectors; the same for all workers, since it depends on nothing but
 *     steps and what was averaged
 * @param steps the steps that all workers made
 * @param failures the first step of each worker whose loss was not finite, if there is one
 */
public record RoundSums(
        int workers,
        double weight,
        float[][] changes,
        Map<String, Double> numbers,
        List<StepSums> steps,
        List<Failure> failures)
        implements Serializable {

    /**
     * A loss that was not finite.
     *
     * @param step number of steps made before
     * @param layer the first layer with a value that is not finite
     * @param loss the loss
     */
    public record Failure(long step, String layer, double loss) implements Serializable {
        DivergedException exception(EpochSamples samples) {
            return new DivergedException(layer, samples.epoch(step) + 1, step + 1, loss);
        }
    }

    /**
     * The sum over some workers, in the order in which they are given: floating-point sums depend on it.
     *
     * @param parts at least one; the arrays of the first are overwritten
     */
    public static RoundSums sum(List<RoundSums> parts) {
        return parts.stream().reduce(RoundSums::plus).orElseThrow();
    }

    private RoundSums plus(RoundSums other) {
        List<StepSums> both = new ArrayList<>();
        for (int i = 0; i < Math.min(steps.size(), other.steps.size()); i++) {
            both.add(steps.get(i).plus(other.steps.get(i)));
        }
        boolean finite = changes.length == other.changes.length;
        return new RoundSums(
                workers + other.workers,
                weight + other.weight,
                finite ? Sums.add(changes, other.changes) : new float[0][],
                numbers,
                both,
                Stream.concat(failures.stream(), other.failures.stream()).toList());
    }

    /** The first failure. */
    Optional<Failure> failure() {
        return failures.stream().min(Comparator.comparingLong(Failure::step));
    }

    /** The vectors after the round: the mean over the workers, each by its weight. */
    float[][] mean(float[][] start) {
        float[][] mean = new float[start.length][];
        for (int i = 0; i < start.length; i++) {
            mean[i] = start[i].clone();
            for (int j = 0; weight > 0 && j < mean[i].length; j++) {
                mean[i][j] += (float) (changes[i][j] / weight);
            }
        }
        return mean;
    }
}
