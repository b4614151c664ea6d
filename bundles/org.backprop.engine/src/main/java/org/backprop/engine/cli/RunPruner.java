package org.backprop.engine.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.backprop.engine.data.DataException;
import org.backprop.engine.data.Dataset;
import org.backprop.engine.kernels.View;
import org.backprop.engine.network.NamedTensor;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.Parameter;
import org.backprop.engine.pruning.Pruner;
import org.backprop.engine.run.RunSource;
import org.backprop.engine.run.TrainedRun;
import org.backprop.engine.train.Pruners;
import org.backprop.model.Catalogue;
import org.backprop.model.Family;
import org.backprop.model.ModelReader;
import org.backprop.model.Problem;
import org.backprop.model.PruningScope;
import org.backprop.model.PruningSection;
import org.backprop.model.PruningSpec;
import org.backprop.model.TrainingSection;

import com.google.gson.Gson;

/** Makes what prunes the network of a run. */
record RunPruner(TrainedRun run, PruningScope scope) {
    private static final Pattern NOT_THE_KEY = Pattern.compile("^\\W+|(?<=\\w)\\W.*", Pattern.DOTALL);
    private static final String ANY = "magnitude";

    /**
     * A pruner; weights that are 0 count as removed already.
     *
     * @param evaluated what it evaluates
     */
    Pruner open(Dataset evaluated) throws IOException, DataException {
        Network network = run.task().network();
        Pruner pruner = Pruners.of(network, settings(ANY), run.task().splits().train(), evaluated, Integer.MAX_VALUE);
        network.parameterVector().map(View::toArray).ifPresent(values -> hold(pruner, network, values));
        return pruner;
    }

    private static void hold(Pruner pruner, Network network, float[] values) {
        Set<Parameter> weights = network.weightLayers().stream()
                .flatMap(layer -> layer.weights().stream())
                .collect(Collectors.toSet());
        boolean zeros = false;
        List<NamedTensor> masks = new ArrayList<>();
        for (Parameter parameter : network.parameters()) {
            float[] mask = new float[parameter.length()];
            Arrays.fill(mask, 1);
            for (int i = 0; weights.contains(parameter) && i < mask.length; i++) {
                if (values[parameter.offset() + i] == 0) {
                    mask[i] = 0;
                    zeros = true;
                }
            }
            masks.add(new NamedTensor("mask/" + parameter.name(), parameter.shape(), mask));
        }
        if (zeros) {
            pruner.masks().restore(masks);
        }
    }

    /**
     * The criterion that a text names, with parameters as in a model file.
     *
     * @throws InputException if it names none
     */
    PruningSpec criterion(String text) throws InputException {
        String key = key(text);
        List<String> known = Catalogue.keys(Family.PRUNING);
        if (!known.contains(key)) {
            throw new InputException("there is no criterion '" + key + "'"
                    + Catalogue.nearest(key, known)
                            .map(nearest -> ": did you mean " + nearest + "?")
                            .orElse(": choose one of " + String.join(", ", known)));
        }
        List<Problem> problems = new ArrayList<>();
        Optional<Record> spec = ModelReader.readSpec(Family.PRUNING, text, problems::add);
        return (PruningSpec)
                spec.orElseThrow(() -> new InputException(problems.getFirst().message()));
    }

    /** The key of a criterion. */
    static String key(PruningSpec criterion) {
        return Catalogue.describe(((Record) criterion).getClass()).key();
    }

    /** The key in {@code magnitude} or {@code {taylor: {samples: 100}}}. */
    private static String key(String criterion) {
        return NOT_THE_KEY.matcher(criterion).replaceAll("");
    }

    private TrainingSection settings(String criterion) throws IOException, DataException {
        List<String> exclude = run.source()
                .model()
                .training()
                .pruning()
                .map(PruningSection::exclude)
                .orElse(List.of());
        String section = "{criterion: %s, scope: %s, sparsity: 0.5%s}"
                .formatted(
                        criterion,
                        scope.name().toLowerCase(Locale.ROOT),
                        exclude.isEmpty() ? "" : ", exclude: " + new Gson().toJson(exclude));
        return RunSource.read(run.source().folder().path(), Map.of("training.pruning", section))
                .model()
                .training();
    }
}
