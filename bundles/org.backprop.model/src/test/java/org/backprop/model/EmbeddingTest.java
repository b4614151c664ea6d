package org.backprop.model;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddingTest {

    private static final String WORDS = "embedding: {name: words, num_embeddings: 9, embedding_dim: 2}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- " + WORDS,
                "- flatten\n- reshape: [6]\n- " + WORDS,
                "- dense: 6\n- " + WORDS + "\n  inputs: input\n- flatten\n- concat: {inputs: [dense_1, flatten_1]}",
            })
    void looksUpNumbersOfTheData(String layers) {
        Texts.model(Texts.shaped("[6]", layers));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dense: {name: before, units: 6}",
                "dropout: {name: before}\n- flatten",
                "activation: {name: before, function: relu}\n- reshape: [6]"
            })
    void refusesNumbersThatAreComputed(String before) {
        Expect.problem(
                Code.INCONSISTENT,
                Texts.shaped("[6]", "- " + before + "\n- ‹embedding›: {num_embeddings: 9, embedding_dim: 2}"),
                "its input is computed by \"before\": make it the first layer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- ‹embedding›: {num_embeddings: 3} | [6] | MISSING | embedding needs the key embedding_dim",
                "- embedding: {num_embeddings: 3, embedding_dim: 2, padding_idx: ‹3›} | [6] | INCONSISTENT | must be less than num_embeddings, 3, is 3",
                "- embedding: {num_embeddings: 3, embedding_dim: 2, padding_idx: ‹-1›} | [6] | OUT_OF_RANGE | at least 0",
                "- ‹embedding›: {num_embeddings: 3, embedding_dim: 2} | [2, 3] | SHAPE_MISMATCH | add a flatten layer",
            })
    void pointsToTheCause(String layer, String input, Code code, String message) {
        Expect.problem(code, Texts.shaped(input, layer), message);
    }

    @Test
    void warnsOfNormalizedIndices() {
        String text = Texts.shaped("[6]", "- " + WORDS)
                .replace("{csv: none.csv}", "{csv: none.csv, normalize: ‹standardize›}");
        Expect.problem(Code.INCONSISTENT, text, "no whole numbers for the embedding \"words\" to look up: remove it");
    }
}
