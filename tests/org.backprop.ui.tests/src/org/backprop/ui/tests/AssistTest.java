package org.backprop.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.backprop.editor.source.ModelAssist;
import org.backprop.editor.source.ModelAssist.Surroundings;
import org.backprop.model.Catalogue;
import org.backprop.model.Family;
import org.backprop.model.edit.EditRefusedException;
import org.backprop.model.edit.ModelEdit;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssistTest {
    @Test
    void topLevelKeysAreProposedAtTheStartOfALine() {
        assertTrue(words("na|").contains("name"));
        assertTrue(words("|").containsAll(List.of("backprop", "data", "network", "training")));
    }

    @Test
    void optimizersAreProposedBehindTheirKey() {
        assertEquals(Catalogue.keys(Family.OPTIMIZER), words("training:\n  optimizer: |"));
        assertEquals(Catalogue.keys(Family.OPTIMIZER), words("training:\n  optimizer: {|"));
    }

    @Test
    void layersAreProposedInTheListOfLayers() {
        assertEquals(Catalogue.keys(Family.LAYER), words("network:\n  layers:\n    - flatten\n    - |"));
        assertEquals(Catalogue.keys(Family.LAYER), words("network:\n  layers:\n  - |"));
    }

    @Test
    void parametersOfALayerAreProposedInItsBraces() {
        List<String> words = words("network:\n  layers:\n    - dense: {units: 5, |");
        assertTrue(words.containsAll(List.of("name", "units", "activation")), words.toString());
    }

    @Test
    void parametersOfALayerAreProposedBelowItsKey() {
        List<String> words = words("network:\n  layers:\n    - dense:\n        act|");
        assertEquals(List.of("activation"), words);
    }

    @Test
    void wordsForAPaddingAreProposed() {
        assertEquals(List.of("valid", "same"), words("network:\n  layers:\n    - conv2d: {filters: 8, padding: |"));
    }

    @Test
    void dataSourcesStandBesideTheSplit() {
        List<String> words = words("data:\n  |");
        assertTrue(words.contains("split") && words.containsAll(Catalogue.keys(Family.DATA)), words.toString());
    }

    @Test
    void pathsAreProposedForWhatASweepVaries() {
        String vary = "sweep:\n  vary:\n    ";
        assertEquals(List.of("data", "network", "training"), words(vary + "|"));
        assertEquals(List.of("training.batch_size"), words(vary + "training.ba|"));
        assertTrue(words(vary + "training.optimizer.|")
                .containsAll(List.of("training.optimizer.adam", "training.optimizer.learning_rate")));
        assertTrue(words(vary + "training.optimizer: [|").containsAll(Catalogue.keys(Family.OPTIMIZER)));
        assertTrue(words(vary + "training.optimizer.learning_rate: {|").contains("log_uniform"));
    }

    @Test
    void earlierLayersAreProposedAsInputsThoseOfTheSameBlockByTheirNamesThere() throws Exception {
        String text = """
                network:
                  layers:
                    - conv2d: {name: stem, filters: 2, kernel: 3}
                    - residual:
                        name: block
                        layers:
                          - conv2d: {name: c-1, filters: 2, kernel: 1}
                          - conv2d: {name: c2, filters: 2, kernel: 1, inputs: [|]}
                    - flatten
                """;
        assertEquals(List.of("input", "stem", "c-1"), words(text, around(text)));
        String typed = text.replace("[|]", "[c-|]");
        assertEquals(List.of("c-1"), words(typed, around(typed)));
        String other = text.replace("[|]", "[stem]") + "    - add: {inputs: [stem, bl|]}\n";
        assertEquals(List.of("block", "block/c-1", "block/c2"), sorted(words(other, around(other))));
    }

    @Test
    void layersAreProposedWhereTheyAreFrozenMappedExcludedAndVaried() throws Exception {
        String layers = "network:\n  layers:\n    - dense: {name: a, units: 1}\n    - dense: 2\n";
        Surroundings around = around(layers);
        assertEquals(List.of("a", "dense_2"), words(layers + "  freeze: [|", around));
        assertEquals(List.of("a", "dense_2"), words(layers + "  mapping: {|", around));
        assertEquals(List.of("dense_2"), words(layers + "training:\n  pruning:\n    exclude: [d|", around));
        String vary = layers + "sweep:\n  vary:\n    ";
        assertEquals(List.of("network.layers.a", "network.layers.dense_2"), words(vary + "network.layers.|", around));
        assertEquals(List.of("network.layers.a.units"), words(vary + "network.layers.a.un|", around));
    }

    @Test
    void filesAreProposedForPathsOfTheDataAndForWeights(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("data/train"));
        Files.writeString(folder.resolve("data/iris.csv"), "");
        Files.writeString(folder.resolve("w.safetensors"), "");
        Surroundings around = new Surroundings(List.of(), folder);
        assertEquals(List.of("data/", "w.safetensors"), words("data:\n  csv: {path: |", around));
        assertEquals(List.of("iris.csv", "train/"), words("data:\n  csv:\n    path: data/|", around));
        assertEquals(List.of("iris.csv"), words("data: {csv: {path: 'data/ir|", around));
        assertEquals(List.of("data/", "w.safetensors"), words("network:\n  weights: |", around));
        assertEquals(List.of(), words("data:\n  csv: {path: nothing/|", around));
    }

    @Test
    void proposalReplacesWhatWasTyped() {
        Document document = new Document("trai");
        proposals("trai|", Surroundings.NONE).get(0).apply(document);
        assertEquals("training: ", document.get());
    }

    private static Surroundings around(String textWithCaret) throws EditRefusedException {
        return new Surroundings(ModelEdit.of(textWithCaret.replace("|", "")).layers(), null);
    }

    private static List<String> sorted(List<String> words) {
        return words.stream().sorted().toList();
    }

    private static List<String> words(String textWithCaret) {
        return words(textWithCaret, Surroundings.NONE);
    }

    private static List<String> words(String textWithCaret, Surroundings around) {
        return proposals(textWithCaret, around).stream()
                .map(ICompletionProposal::getDisplayString)
                .toList();
    }

    private static List<ICompletionProposal> proposals(String textWithCaret, Surroundings around) {
        return ModelAssist.proposals(textWithCaret.replace("|", ""), textWithCaret.indexOf('|'), around);
    }
}
