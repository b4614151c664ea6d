package org.backprop.model.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

class ModelEditTest {
    private static final String NETWORK = """
            network:
              # all layers
              layers:
                - flatten                # to a vector
                - dense: {name: a, units: 3}   # first

                # the second one
                - dense: 4
                - dense:
                    units: 5  # five
                    # no activation
                - add: {inputs: [dense_2, a]}
            training: {pruning: {exclude: [a, 'dense_3']}}
            """;

    private interface Edit {
        List<TextChange> on(ModelEdit edit) throws EditRefusedException;
    }

    private static String edited(String text, Edit edit) throws EditRefusedException {
        return TextChange.apply(text, edit.on(ModelEdit.of(text)));
    }

    private static String line(String text, String part) {
        return text.lines().filter(line -> line.contains(part)).findFirst().orElse("");
    }

    @Test
    void aScalarIsReplacedAndItsCommentStays() throws Exception {
        assertEquals("a: 1 # one\nb: {c: 3}\n", edited("a: 2 # one\nb: {c: 3}\n", edit -> edit.set("a", "1")));
    }

    @Test
    void aMissingKeyIsAddedInTheStyleAroundIt() throws Exception {
        assertEquals(
                "training:\r\n  epochs: 1 # e\r\n  seed: 3\r\n\r\n# end",
                edited("training:\r\n  epochs: 1 # e\r\n\r\n# end", edit -> edit.set("training.seed", "3")));
        assertEquals(
                "training: {epochs: 1, seed: 3} # t",
                edited("training: {epochs: 1} # t", edit -> edit.set("training.seed", "3")));
        assertEquals("a: # none\n  b: 2", edited("a: # none", edit -> edit.set("a.b", "2")));
        assertEquals("a: {b: {c: 2}}\n", edited("", edit -> edit.set("a.b.c", "2")));
        assertEquals("z: 1\na:\n  b: {c: 2}\n", edited("z: 1\n", edit -> edit.set("a.b.c", "2")));
    }

    @Test
    void shortFormsAreSpelledOut() throws Exception {
        String dense = edited(NETWORK, edit -> edit.set("network.layers.dense_2.activation", "relu"));
        assertEquals("    - dense: {units: 4, activation: relu}", line(dense, "units: 4"));
        String optimizer = edited(
                "training:\n  optimizer: sgd # o\n", edit -> edit.set("training.optimizer.sgd.learning_rate", "0.1"));
        assertEquals("training:\n  optimizer: {sgd: {learning_rate: 0.1}} # o\n", optimizer);
        String named = edited(NETWORK, edit -> edit.set("network.layers.flatten_1.name", "flat"));
        assertEquals("    - flatten: {name: flat}                # to a vector", line(named, "flat}"));
    }

    @Test
    void theValueOfAShortFormIsReplacedAlsoWhereItIsTheNameOfAType() throws Exception {
        String text = "network:\n  layers:\n    - activation: log_softmax  # scores\n    - dense: 4\n";
        assertEquals(
                text.replace("log_softmax", "relu"),
                edited(text, edit -> edit.set("network.layers.activation_1.function", "relu")));
        assertEquals(
                text.replace("dense: 4", "dense: 5"),
                edited(text, edit -> edit.set("network.layers.dense_1.units", "5")));
        assertEquals(
                text.replace("log_softmax", "{function: log_softmax, regularizer: {l2: 0.1}}"),
                edited(text, edit -> edit.set("network.layers.activation_1.regularizer", "{l2: 0.1}")));
    }

    @Test
    void aRemovedKeyTakesItsLineOrItsCommaAlong() throws Exception {
        assertEquals("a: 1\nc: 3\n", edited("a: 1\nb: 2 # two\nc: 3\n", edit -> edit.remove("b")));
        assertEquals("a: {x: 1}\n", edited("a: {x: 1, y: 2}\n", edit -> edit.remove("a.y")));
        assertEquals("a: {y: 2}\n", edited("a: {x: 1, y: 2}\n", edit -> edit.remove("a.x")));
        assertEquals("a:\n  {}\n", edited("a:\n  x: 1\n", edit -> edit.remove("a.x")));
    }

    @Test
    void anInsertedLayerStandsBehindTheCommentOfTheOneBefore() throws Exception {
        String text = edited(NETWORK, edit -> edit.insert(new LayerPlace("", 2), "dropout: 0.5"));
        assertTrue(text.contains("# first\n    - dropout: 0.5\n\n    # the second one\n"), text);
    }

    @Test
    void defaultNamesGoOnNamingTheSameLayers() throws Exception {
        String text = edited(NETWORK, edit -> edit.insert(new LayerPlace("", 0), "dense: 7"));
        assertTrue(text.contains("inputs: [dense_3, a]"), text);
        assertTrue(text.contains("exclude: [a, 'dense_4']"), text);
        assertTrue(text.contains("layers:\n    - dense: 7\n    - flatten"), text);
    }

    @Test
    void renamingRenamesEveryReferenceWithinItsQuotes() throws Exception {
        String text = edited(NETWORK, edit -> edit.rename("a", "first_layer"));
        assertTrue(text.contains("inputs: [dense_2, first_layer]"), text);
        assertTrue(text.contains("exclude: [first_layer, 'dense_3']"), text);
        String named = edited(NETWORK, edit -> edit.rename("dense_3", "b"));
        assertTrue(named.contains("exclude: [a, 'b']"), named);
        assertTrue(named.contains("units: 5  # five\n        name: b\n        # no activation"), named);
    }

    @Test
    void renamingChangesMappedWeightsAndSweptPaths() throws Exception {
        String text = "network:\n  freeze: fc\n  mapping: {fc.weight: w}\n  layers: [dense: {name: fc, units: 3}]\n"
                + "sweep: {vary: {network.layers.fc.units: [1, 2]}}\n";
        assertEquals(text.replace("fc", "out"), edited(text, edit -> edit.rename("fc", "out")));
    }

    @Test
    void whatTookTheOutputOfARemovedLayerTakesItsInput() throws Exception {
        String text = edited(NETWORK, edit -> edit.removeLayers(List.of("a")));
        assertTrue(text.contains("inputs: [dense_1, flatten_1]"), text);
        assertTrue(text.contains("exclude: ['dense_2']"), text);
        assertTrue(text.contains("# to a vector\n\n    # the second one\n"), text);
    }

    @Test
    void aRemovedLayerWithInputsOfItsOwnPassesThemOn() throws Exception {
        String text = "network:\n  layers:\n    - dense: {name: a, units: 1}\n    - dense: 2\n"
                + "    - dense: {name: b, inputs: [a], units: 3}\n    - dense: 4\n";
        assertTrue(edited(text, edit -> edit.removeLayers(List.of("b"))).contains("- dense: {inputs: [a], units: 4}"));
    }

    @Test
    void theLastLayerLeavesAnEmptyListWhichTakesLayersAgain() throws Exception {
        String text = "network:\n  layers:\n    - flatten # f\n";
        String empty = edited(text, edit -> edit.removeLayers(List.of("flatten_1")));
        assertEquals("network:\n  layers:\n    [] # f\n", empty);
        assertEquals(
                "network:\n  layers:\n    - dense: 3 # f\n",
                edited(empty, edit -> edit.insert(new LayerPlace("", 0), "dense: 3")));
        assertEquals(
                "network:\n  layers: # none\n    - dense: 3\n",
                edited("network:\n  layers: [] # none\n", edit -> edit.insert(new LayerPlace("", 0), "dense: 3")));
    }

    @Test
    void anEmptyTextTakesItsFirstLayer() throws Exception {
        assertEquals(
                "network:\n  layers:\n    - flatten\n    - dense: 3\n",
                edited("", edit -> edit.insert(new LayerPlace("", 0), "- flatten\n- dense: 3")));
        assertEquals(
                "name: x\nnetwork:\n  layers:\n    - flatten",
                edited("name: x", edit -> edit.insert(new LayerPlace("", 0), "flatten")));
    }

    @Test
    void aLayerMovesWithItsCommentAndItsLines() throws Exception {
        String text = edited(NETWORK, edit -> edit.move("dense_3", 1));
        assertTrue(text.contains("# to a vector\n    - dense:\n        units: 5\n    - dense: {name: a"), text);
        assertTrue(text.contains("inputs: [dense_3, a]"), text);
    }

    @Test
    void aLayerInsertedIntoAConnectionIsWiredByName() throws Exception {
        String text = edited(NETWORK, edit -> edit.insertBetween("a", "add_1", "dropout: 0.5"));
        assertTrue(
                text.contains("    - dropout: {name: dropout_2, inputs: [a], rate: 0.5}")
                        || text.contains("    - dropout: {name: dropout_1, inputs: [a], rate: 0.5}"),
                text);
        assertTrue(text.contains("inputs: [dense_2, dropout_"), text);
    }

    @Test
    void pastedLayersGetFreeNamesAndLoseForeignInputs() throws Exception {
        String text = edited(
                NETWORK,
                edit -> edit.insert(new LayerPlace("", 4), "- dense: {name: a, units: 1}\n- add: {inputs: [a, zz]}\n"));
        assertTrue(text.contains("- dense: {name: a_2, units: 1}"), text);
        assertTrue(text.contains("- add: {}"), text);
    }

    @Test
    void inputsAreSetAsSmallAsPossible() throws Exception {
        String text = edited(NETWORK, edit -> edit.setInputs("add_1", List.of("dense_3", "a")));
        assertTrue(text.contains("inputs: [dense_3, a]"), text);
        assertEquals(NETWORK, edited(NETWORK, edit -> edit.setInputs("dense_3", List.of("dense_2"))));
        assertTrue(edited(NETWORK, edit -> edit.setInputs("dense_2", List.of("input")))
                .contains("- dense: {inputs: [input], units: 4}"));
    }

    @Test
    void textsThatDoNotParseAndSharedValuesAreRefusedWithAReason() {
        EditRefusedException syntax = assertThrows(EditRefusedException.class, () -> ModelEdit.of("a: [1"));
        assertTrue(syntax.getMessage().startsWith("line "), syntax.getMessage());
        EditRefusedException shared = assertThrows(
                EditRefusedException.class, () -> edited("a: &x {b: 1}\nc: *x\n", edit -> edit.set("a.b", "2")));
        assertTrue(shared.getMessage().contains("&x"), shared.getMessage());
        assertThrows(EditRefusedException.class, () -> edited(NETWORK, edit -> edit.rename("a", "dense_2")));
        assertThrows(
                EditRefusedException.class, () -> edited(NETWORK, edit -> edit.set("network.layers.no.units", "2")));
        assertThrows(EditRefusedException.class, () -> edited("a: {b: 1}", edit -> edit.set("a.b", "x, y: z")));
    }

    @Test
    void theNameByDefaultIsWrittenOnlyIfNoneIsGiven() throws Exception {
        assertTrue(edited(NETWORK, edit -> edit.name("dense_2")).contains("- dense: {name: dense_2, units: 4}"));
        assertEquals(NETWORK, edited(NETWORK, edit -> edit.name("a")));
    }

    @Test
    void everyPlaceThatNamesALayerIsFound() throws Exception {
        String text = """
                network:
                  freeze: [block/c1, d]
                  mapping: {block/c1.weight: w}
                  layers:
                    - residual:
                        name: block
                        layers:
                          - conv2d: {name: c1, filters: 2, kernel: 1}
                          - conv2d: {filters: 2, kernel: 1, inputs: c1}
                    - dense: {name: "d", units: 3, inputs: ['block']}
                    - add: {inputs: [dense_2, d]}
                    - dense: 4
                sweep: {vary: {network.layers.block.layers.c1.filters: [1, 2], network.layers.1.units: [1]}}
                """;
        assertEquals(
                List.of(
                        "block@2 REFERENCE",
                        "block/c1@2 REFERENCE",
                        "d@2 REFERENCE",
                        "block@3 REFERENCE",
                        "block/c1@3 REFERENCE",
                        "block@6 NAME",
                        "block/c1@8 NAME",
                        "block/conv2d_2@9 TYPE",
                        "block/c1@9 REFERENCE",
                        "d@10 NAME",
                        "block@10 REFERENCE",
                        "add_1@11 TYPE",
                        "dense_2@11 REFERENCE",
                        "d@11 REFERENCE",
                        "dense_2@12 TYPE",
                        "block@13 REFERENCE",
                        "block/c1@13 REFERENCE"),
                ModelEdit.of(text).names().stream()
                        .map(name -> name.layer() + "@"
                                + (text.substring(0, name.offset()).lines().count()
                                        + (text.charAt(name.offset() - 1) == '\n' ? 1 : 0))
                                + " " + name.kind())
                        .toList());
        for (LayerName name : ModelEdit.of(text).names()) {
            String local = name.layer().substring(name.layer().lastIndexOf('/') + 1);
            String there = text.substring(name.offset(), name.offset() + name.length());
            assertTrue(name.kind() == LayerName.Kind.TYPE || there.equals(local), name.toString());
        }
    }
}
