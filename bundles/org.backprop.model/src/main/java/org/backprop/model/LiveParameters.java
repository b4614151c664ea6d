package org.backprop.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The numbers of a model that may be changed while it trains. */
public final class LiveParameters {

    /** Path of the optimizer's learning rate, upon which the schedule works. */
    public static final String LEARNING_RATE = "training.optimizer.learning_rate";

    /** Path of the share of weights that a pruning removes in the end. */
    public static final String SPARSITY = "training.pruning.sparsity";

    private static final String OPTIMIZER = "training.optimizer.";
    private static final String CLIPPING = "training.clipping.";
    private static final String PRUNING = "training.pruning.";
    private static final List<String> OF_OPTIMIZERS = List.of("learning_rate", "weight_decay");
    private static final List<String> OF_CLIPPING = List.of("clip_value", "max_norm", "clipping");

    private LiveParameters() {}

    /** All of a model, in the order of the file's sections. */
    public static List<LiveParameter> of(Model model) {
        List<LiveParameter> all = new ArrayList<>(of(model.training()));
        all.addAll(of(model.network()));
        return all;
    }

    /** Those of the training section. */
    public static List<LiveParameter> of(TrainingSection training) {
        List<LiveParameter> all = new ArrayList<>();
        LiveParameter.of(OPTIMIZER, (Record) training.optimizer(), OF_OPTIMIZERS)
                .forEach(all::add);
        training.clipping()
                .ifPresent(clipping -> LiveParameter.of(CLIPPING, (Record) clipping, OF_CLIPPING)
                        .forEach(all::add));
        training.pruning()
                .filter(pruning -> pruning.sparsity().isPresent())
                .ifPresent(pruning ->
                        LiveParameter.of(PRUNING, pruning, List.of("sparsity")).forEach(all::add));
        return all;
    }

    /** Those of the layers; a layer that drops nothing from the beginning has none. */
    public static List<LiveParameter> of(NetworkSection network) {
        List<LiveParameter> all = new ArrayList<>();
        long branches =
                network.layers().stream().filter(LiveParameters::isBranch).count();
        long branch = 0;
        for (Layer layer : network.layers()) {
            if (isBranch(layer)) {
                branch++;
            }
            double share = (double) branch / branches;
            of(layer, share).forEach(all::add);
        }
        return all;
    }

    private static boolean isBranch(Layer layer) {
        return layer.spec() instanceof StochasticDepthLayer;
    }

    /** @param share number of the branch that the layer closes, of all of them; else of no meaning */
    private static Stream<LiveParameter> of(Layer layer, double share) {
        return switch (layer.spec()) {
            case DropoutLayer dropout -> rate(layer);
            case SpatialDropoutLayer dropout -> rate(layer);
            case AlphaDropoutLayer dropout -> rate(layer);
            case GaussianDropoutLayer dropout -> rate(layer);
            case StochasticDepthLayer depth ->
                LiveParameter.of(layer, List.of("survival"))
                        .map(parameter -> depth.decay() == DepthDecay.LINEAR
                                ? parameter.with(1 - (1 - depth.survival()) * share)
                                : parameter)
                        .filter(parameter -> parameter.value() < 1);
            default -> Stream.empty();
        };
    }

    private static Stream<LiveParameter> rate(Layer layer) {
        return LiveParameter.of(layer, List.of("rate")).filter(parameter -> parameter.value() > 0);
    }

    /**
     * The parameter of a path.
     *
     * @param known what can be changed
     * @throws IllegalArgumentException if it is not among them; the message, for the user, says why
     */
    public static LiveParameter find(List<LiveParameter> known, String path) {
        return known.stream()
                .filter(parameter -> parameter.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(unknown(known, path)));
    }

    private static String unknown(List<LiveParameter> known, String path) {
        if (path.startsWith(CLIPPING)
                && known.stream().noneMatch(each -> each.path().startsWith(CLIPPING))) {
            return "this training does not clip its gradient, so " + path + " cannot be changed";
        }
        List<String> paths = known.stream().map(LiveParameter::path).toList();
        Optional<String> nearest = Catalogue.nearest(path, paths);
        return path + " cannot be changed while this model trains; "
                + nearest.map(near -> "did you mean " + near + "?").orElse("what can: " + String.join(", ", paths));
    }

    /**
     * A training section in which a number of its optimizer or clipping is another.
     *
     * @throws IllegalArgumentException if there is no such number or it cannot have this value; the message is for the user
     */
    public static TrainingSection with(TrainingSection training, String path, double value) {
        LiveParameter parameter = find(of(training), path);
        parameter.check(value);
        if (path.startsWith(OPTIMIZER)) {
            return SpecNumbers.copy(
                    training, "optimizer", SpecNumbers.with(training.optimizer(), parameter.info(), value));
        }
        return SpecNumbers.copy(
                training,
                "clipping",
                training.clipping().map(clipping -> SpecNumbers.with(clipping, parameter.info(), value)));
    }
}
