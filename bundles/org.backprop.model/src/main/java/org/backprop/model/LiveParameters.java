package org.backprop.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The numbers of a model that may be changed while it trains. */
public final class LiveParameters {

    /** Path of the optimizer's learning rate, upon which the schedule works. */
    public static final String LEARNING_RATE = "training.optimizer.learning_rate";

    private static final String OPTIMIZER = "training.optimizer.";
    private static final String CLIPPING = "training.clipping.";
    private static final String LAYERS = "network.layers.";
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
        return Stream.concat(
                        LiveParameter.of(OPTIMIZER, (Record) training.optimizer(), OF_OPTIMIZERS),
                        training.clipping().stream()
                                .flatMap(clipping -> LiveParameter.of(CLIPPING, (Record) clipping, OF_CLIPPING)))
                .toList();
    }

    /** Those of the layers. */
    public static List<LiveParameter> of(NetworkSection network) {
        return network.layers().stream().flatMap(LiveParameters::of).toList();
    }

    private static Stream<LiveParameter> of(Layer layer) {
        List<String> keys = switch (layer.spec()) {
            case DropoutLayer dropout -> List.of("rate");
            case SpatialDropoutLayer dropout -> List.of("rate");
            case AlphaDropoutLayer dropout -> List.of("rate");
            case GaussianDropoutLayer dropout -> List.of("rate");
            case StochasticDepthLayer depth -> List.of("survival");
            default -> List.of();
        };
        return keys.isEmpty() ? Stream.empty() : LiveParameter.of(prefix(layer), (Record) layer.spec(), keys);
    }

    private static String prefix(Layer layer) {
        return LAYERS + layer.name() + ".";
    }

    /** Whether a path is that of a layer's number, not of the training section. */
    public static boolean isOfLayer(String path) {
        return path.startsWith(LAYERS);
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
     * A training section in which one of its numbers is another.
     *
     * @throws IllegalArgumentException if there is no such number or it cannot have this value; the message is for the user
     */
    public static TrainingSection with(TrainingSection training, String path, double value) {
        LiveParameter parameter = checked(of(training), path, value);
        if (path.startsWith(OPTIMIZER)) {
            return SpecNumbers.copy(
                    training, "optimizer", SpecNumbers.with(training.optimizer(), parameter.info(), value));
        }
        return SpecNumbers.copy(
                training,
                "clipping",
                training.clipping().map(clipping -> SpecNumbers.with(clipping, parameter.info(), value)));
    }

    /** The same of a network. */
    public static NetworkSection with(NetworkSection network, String path, double value) {
        LiveParameter parameter = checked(of(network), path, value);
        List<Layer> layers = network.layers().stream()
                .map(layer -> path.equals(prefix(layer) + parameter.info().key())
                        ? SpecNumbers.copy(layer, "spec", SpecNumbers.with(layer.spec(), parameter.info(), value))
                        : layer)
                .toList();
        return SpecNumbers.copy(network, "layers", layers);
    }

    private static LiveParameter checked(List<LiveParameter> known, String path, double value) {
        LiveParameter parameter = find(known, path);
        parameter.refusal(value).ifPresent(refusal -> {
            throw new IllegalArgumentException(refusal);
        });
        return parameter;
    }
}
