package org.backprop.editor.newmodel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.backprop.model.Analysis;
import org.backprop.model.Catalogue;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.backprop.model.data.DataInfo;
import org.backprop.model.data.DataProbe;
import org.eclipse.osgi.util.NLS;

/** What a model file is about, in a few lines. */
public final class ModelFacts {
    private ModelFacts() {}

    /**
     * The facts of a text: its data, network and training, a line each, or its first problem.
     *
     * @param folder what paths in it are relative to, null to leave the files alone
     */
    public static String of(String text, Path folder) {
        Analysis analysis = ModelReader.read("preview.nn.yaml", folder, text, Map.of());
        if (analysis.model().isEmpty()) {
            return analysis.problems().getFirst().message();
        }
        Model model = analysis.model().get();
        List<String> lines = new ArrayList<>(List.of(data(model, folder)));
        analysis.network()
                .ifPresent(network -> lines.add(NLS.bind(
                        Messages.facts_network,
                        new Object[] {network.layers().size(), count(network.parameters()), network.output()})));
        lines.add(NLS.bind(Messages.facts_training, new Object[] {
            key(model.training().loss()),
            key(model.training().optimizer()),
            model.training().epochs()
        }));
        return String.join("\n", lines);
    }

    private static String data(Model model, Path folder) {
        String name = key(model.data().source());
        DataInfo info = probe(model, folder);
        List<String> facts = new ArrayList<>();
        info.samples().ifPresent(samples -> facts.add(NLS.bind(Messages.facts_samples, count(samples))));
        info.shape().ifPresent(shape -> facts.add(NLS.bind(Messages.facts_shape, shape)));
        info.classes().ifPresent(classes -> facts.add(NLS.bind(Messages.facts_classes, classes)));
        return NLS.bind(Messages.facts_data, name, String.join(", ", facts));
    }

    private static DataInfo probe(Model model, Path folder) {
        try {
            return DataProbe.probe(model.data().source(), folder == null ? Path.of("") : folder);
        } catch (IOException unknown) {
            return DataInfo.NONE;
        }
    }

    private static String key(Object spec) {
        return Catalogue.describe(((Record) spec).getClass()).key();
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
