package org.backprop.model.internal.read;

import java.util.Optional;
import java.util.OptionalLong;

import org.backprop.model.Code;
import org.backprop.model.CsvData;
import org.backprop.model.CurriculumOrder;
import org.backprop.model.DataSection;
import org.backprop.model.OrderSpec;
import org.backprop.model.SampleDifficulty;
import org.backprop.model.SampleWeight;
import org.backprop.model.SequentialOrder;
import org.backprop.model.ShuffleOrder;
import org.backprop.model.TrainingSection;
import org.backprop.model.WeightedOrder;
import org.backprop.model.internal.yaml.Location;
import org.backprop.model.internal.yaml.Problems;

/** Checks that the data has what the order of the samples goes by. */
final class OrderCheck {

    private final Problems problems;
    private final TrainingSection training;
    private final DataSection data;
    private final OptionalLong units;

    /**
     * A check.
     *
     * @param units number of outputs, if known
     */
    OrderCheck(Problems problems, TrainingSection training, DataSection data, OptionalLong units) {
        this.problems = problems;
        this.training = training;
        this.data = data;
        this.units = units;
    }

    /** Checks an order that stands there. */
    void check(OrderSpec order, Location at) {
        Optional<String> wrong = switch (order) {
            case ShuffleOrder shuffle -> Optional.empty();
            case SequentialOrder sequential -> Optional.empty();
            case OrderSpec other
            when data.isRemote() ->
                Optional.of(
                        "data with a scheme in its path is read in shards, each sample once an epoch: use shuffle or"
                                + " sequential");
            case WeightedOrder weighted when weighted.by() == SampleWeight.SCORE -> withoutScore();
            case WeightedOrder weighted -> withoutClasses(weighted);
            case CurriculumOrder curriculum ->
                curriculum.by() == SampleDifficulty.SCORE ? withoutScore() : Optional.empty();
        };
        wrong.ifPresent(message -> problems.error(at, Code.INCONSISTENT, message));
    }

    private Optional<String> withoutScore() {
        boolean scored = data.source() instanceof CsvData csv && csv.score().isPresent();
        return scored
                ? Optional.empty()
                : Optional.of("order goes by score, but the data has none: name a column as data.csv.score");
    }

    private Optional<String> withoutClasses(WeightedOrder weighted) {
        boolean numbers = !training.loss().classifies() && units.orElse(2) == 1;
        if (numbers || data.predictsNumbers()) {
            return Optional.of("order balances classes, but the network predicts numbers: use by: score");
        }
        int weights = weighted.classWeights().size();
        long classes = Math.max(2, units.orElse(weights));
        return weights > 0 && weights != classes
                ? Optional.of("class_weights has " + weights + " numbers, but there are " + classes + " classes")
                : Optional.empty();
    }
}
