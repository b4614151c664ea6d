package org.backprop.engine.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.backprop.engine.data.DataException;
import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.Progress;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.RandomLayer;
import org.backprop.engine.testing.Implementation;
import org.backprop.engine.testing.RandomSpec;
import org.backprop.engine.train.Trainer;
import org.backprop.model.Catalogue;
import org.backprop.model.DataSection;
import org.backprop.model.EmbeddingLayer;
import org.backprop.model.Family;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.backprop.model.ParameterInfo;
import org.backprop.model.PruningSection;
import org.backprop.model.Shape;
import org.backprop.model.TrainingSection;
import org.backprop.model.TypeInfo;

/**
 * A short training with one member of a family, on data of random numbers.
 *
 * @param place where the member stands in the model file
 * @param type the member
 * @param seed of its parameters
 */
record ResumedMember(String place, TypeInfo type, int seed) {

    private static final String LAYERS = "network.layers";
    private static final int SEEDS = 2;
    private static final int ATTEMPTS = 400;
    private static final int SAMPLES = 14;
    private static final int BATCH = 4;
    private static final Kernels KERNELS = Implementation.all().getLast().open(1);

    /** What trains with a member: of these, the first that the member can do with. */
    private static final List<String> POINTS = List.of(
            "loss: cross_entropy, batch_size: 16",
            "loss: cross_entropy, batch_size: full",
            "loss: mse, batch_size: full",
            "loss: cross_entropy, batch_size: 16, averaging: swa");

    private static final String POINT_MODEL = """
            backprop: 1
            data: {moons: {samples: 60, seed: 3}, split: {train: 40, validation: 20, test: 0}}
            network:
              layers:
                - dense: {name: hidden, units: 8, activation: tanh}
                - dropout: 0.2
                - dense: {name: scores, units: 2}
            training: {%s, epochs: 4, seed: 5%s}
            """;

    private static final String IMAGE_MODEL = """
            backprop: 1
            data: {digits: {samples: 40, seed: 3}, split: {train: 30, validation: 10, test: 0}%s}
            network:
              layers:
                - conv2d: {name: filters, filters: 4, kernel: 5, stride: 4, activation: relu}
                - flatten
                - dropout: 0.2
                - dense: {name: scores, units: 10}
            training: {loss: cross_entropy, batch_size: 8, epochs: 3, seed: 5%s}
            """;

    /** Every member of every family whose members a section takes, and every layer. */
    static Stream<ResumedMember> all() {
        return Stream.of(
                        members("training", TrainingSection.class),
                        members("pruning", PruningSection.class),
                        members("data", DataSection.class),
                        Catalogue.types(Family.LAYER).stream().map(layer -> new ResumedMember(LAYERS, layer, 0)),
                        partsOfOptimizers())
                .flatMap(members -> members)
                .flatMap(member ->
                        IntStream.range(0, SEEDS).mapToObj(i -> new ResumedMember(member.place, member.type, i)));
    }

    private static Stream<ResumedMember> members(String section, Class<? extends Record> record) {
        return Catalogue.describe(record).parameters().stream()
                .filter(parameter -> !parameter.required())
                .flatMap(parameter -> members(section + "." + parameter.key(), parameter));
    }

    private static Stream<ResumedMember> members(String place, ParameterInfo parameter) {
        return Family.of(parameter.element()).stream()
                .flatMap(family -> Catalogue.types(family).stream())
                .map(type -> new ResumedMember(place, type, 0));
    }

    /** What optimizers are made of, such as line searches. */
    private static Stream<ResumedMember> partsOfOptimizers() {
        return Catalogue.types(Family.OPTIMIZER).stream()
                .flatMap(optimizer -> optimizer.parameters().stream()
                        .flatMap(parameter ->
                                members("training.optimizer." + optimizer.key() + "." + parameter.key(), parameter)));
    }

    /** A trainer at its first step; each call makes the same. */
    Trainer trainer() {
        return place.equals(LAYERS) ? layerTrainer() : memberTrainer();
    }

    private Trainer memberTrainer() {
        RandomSpec spec = new RandomSpec(new Random(toString().hashCode()));
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            boolean defaults = seed == 0 && attempt == 0;
            String member = type.key() + ": {" + (defaults ? "" : spec.parameters(type)) + "}";
            for (String text : texts(member)) {
                Optional<Trainer> trainer = trainer(text);
                if (trainer.isPresent()) {
                    return trainer.get();
                }
            }
        }
        throw new AssertionError("no valid configuration of " + this + " in " + ATTEMPTS + " attempts, such as "
                + texts(spec.of(type)).getFirst()
                + ModelReader.read("member.nn.yaml", texts(spec.of(type)).getFirst())
                        .problems());
    }

    private List<String> texts(String member) {
        String[] path = place.split("\\.");
        String inner = path[path.length - 1] + ": {" + member + "}";
        List<String> texts = new ArrayList<>();
        if (path[0].equals("data")) {
            texts.add(IMAGE_MODEL.formatted(", " + path[1] + ": [{" + member + "}]", ""));
        } else if (path[0].equals("pruning")) {
            for (String amount : List.of("sparsity: 0.5, ", "", "threshold: 0.01, ")) {
                texts.add(POINT_MODEL.formatted(POINTS.getFirst(), ", pruning: {" + amount + inner + "}"));
                texts.add(IMAGE_MODEL.formatted("", ", pruning: {" + amount + inner + "}"));
            }
        } else {
            String text = path.length == 2 ? inner : "optimizer: {" + path[2] + ": {" + inner + "}}";
            POINTS.forEach(settings -> texts.add(POINT_MODEL.formatted(settings, ", " + text)));
        }
        return texts;
    }

    private static Optional<Trainer> trainer(String text) {
        Optional<Model> model = ModelReader.read("member.nn.yaml", text).model();
        try {
            return model.isPresent()
                    ? Optional.of(TrainingTask.prepare(model.get(), Path.of(""), KERNELS, Progress.NONE)
                            .trainer())
                    : Optional.empty();
        } catch (DataException | BackendException | IllegalArgumentException unfit) {
            return Optional.empty();
        }
    }

    /** A network with parameters around a random layer, trained on random numbers. */
    private Trainer layerTrainer() {
        for (int draw = seed; draw < ATTEMPTS; draw += SEEDS) {
            Model model = new RandomLayer(type.key(), draw).model();
            Network network = Network.compile(model, new Shape(model.network().input()), KERNELS, BATCH);
            if (!network.parameters().isEmpty()) {
                TrainingSection given = model.training();
                TrainingSection training =
                        new TrainingSection(given.loss(), given.optimizer(), BATCH, 3, true, given.seed());
                return new Trainer(network, training, data(model, network), Optional.empty());
            }
        }
        throw new AssertionError("no network with parameters around " + type.key());
    }

    private static Dataset data(Model model, Network network) {
        Random random = new Random(1);
        float[] features = new float[SAMPLES * network.inputs()];
        for (int i = 0; i < features.length; i++) {
            features[i] = model.network().layers().getFirst().spec() instanceof EmbeddingLayer embedding
                    ? random.nextInt(embedding.numEmbeddings())
                    : (float) random.nextGaussian();
        }
        float[] targets = new float[SAMPLES * network.outputs()];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = (float) random.nextGaussian();
        }
        return new Dataset(new Shape(model.network().input()), features, null, targets, List.of());
    }

    @Override
    public String toString() {
        return place + ": " + type.key() + " #" + (seed + 1);
    }
}
