package org.backprop.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.backprop.editor.source.ModelAssist;
import org.backprop.model.Catalogue;
import org.backprop.model.Family;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.junit.jupiter.api.Test;

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
    void proposalReplacesWhatWasTyped() {
        Document document = new Document("trai");
        proposals("trai|").get(0).apply(document);
        assertEquals("training: ", document.get());
    }

    private static List<String> words(String textWithCaret) {
        return proposals(textWithCaret).stream()
                .map(ICompletionProposal::getDisplayString)
                .toList();
    }

    private static List<ICompletionProposal> proposals(String textWithCaret) {
        return ModelAssist.proposals(textWithCaret.replace("|", ""), textWithCaret.indexOf('|'));
    }
}
