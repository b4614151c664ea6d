package org.backprop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

class OutlineTest {

    private static String tree(OutlineNode node, String indent) {
        StringBuilder text = new StringBuilder(indent + node.kind() + " " + node.label()
                + (node.detail().isEmpty() ? "" : " = " + node.detail()) + "\n");
        node.children().forEach(child -> text.append(tree(child, indent + "  ")));
        return text.toString();
    }

    @Test
    void showsSectionsLayersTypesAndParameters() {
        assertEquals("""
                MODEL digits-mlp
                  PARAMETER backprop = 1
                  PARAMETER name = digits-mlp
                  SECTION data
                    TYPE digits
                      PARAMETER samples = 70000
                      PARAMETER seed = 7
                    SECTION split
                      PARAMETER train = 60000
                      PARAMETER validation = 10000
                      PARAMETER test = 0
                      PARAMETER seed = 3
                      PARAMETER stratified = true
                  SECTION network
                    PARAMETER input = [1, 28, 28]
                    LAYER flatten_1 = flatten [784]
                    LAYER hidden = dense [128]
                    LAYER dropout_1 = dropout [128]
                    LAYER dense_2 = dense [64]
                    LAYER activation_1 = activation [64]
                    LAYER last = dense [10]
                    LAYER activation_2 = activation [10]
                  SECTION training
                    TYPE loss = nll
                    TYPE optimizer = adam
                      PARAMETER learning_rate = 0.01
                      PARAMETER beta1 = 0.8
                      PARAMETER beta2 = 0.99
                      PARAMETER epsilon = 1.0e-7
                      PARAMETER weight_decay = 0.1
                    PARAMETER batch_size = 32
                    PARAMETER epochs = 3
                    PARAMETER shuffle = false
                    PARAMETER seed = 42
                """, tree(Texts.read(Texts.DIGITS).outline(), ""));
    }

    @Test
    void showsTheTypesOfAList() {
        OutlineNode data = Texts.read(
                        Texts.SHORT.replace("data: digits", "data: {digits: 9, augmentation: [flip, crop: 2]}"))
                .outline()
                .children()
                .get(1);
        assertEquals("[flip, crop]", data.children().getLast().detail());
    }

    @Test
    void showsTheShapeOfEveryLayerOfABranch() {
        OutlineNode network = Texts.read(Texts.BRANCHES).outline().children().get(2);
        assertEquals(
                List.of("rows = lstm [28, 6]", "state = lstm [8]", "joined = add [8]"),
                network.children().subList(10, 13).stream()
                        .map(node -> node.label() + " = " + node.detail())
                        .toList());
    }

    @Test
    void pointsToKeys() {
        OutlineNode training = Texts.read(Texts.DIGITS).outline().children().getLast();
        assertEquals(Texts.DIGITS.indexOf("training"), training.position().offset());
        assertEquals("training".length(), training.position().length());
    }

    @Test
    void survivesWhateverStandsInTheFile() {
        assertEquals(List.of(), Texts.read("[").outline().children());
        String text = "data: 3\nnetwork: [a]\ntraining: {optimizer: [x], loss: {}}\nmore: {a: {b: c}}\n";
        assertEquals("""
                MODEL test
                  PARAMETER data = 3
                  PARAMETER network = [a]
                  SECTION training
                    TYPE optimizer = [x]
                    TYPE loss
                  SECTION more
                    SECTION a
                      PARAMETER b = c
                """, tree(Texts.read(text).outline(), ""));
    }
}
