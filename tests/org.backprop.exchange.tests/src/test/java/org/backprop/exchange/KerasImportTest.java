package org.backprop.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.backprop.engine.train.Predictions;
import org.backprop.model.Analysis;
import org.backprop.model.ModelReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.Gson;

/**
 * Files that Keras saved, by {@code keras/saved.py}, and others in the layout of older versions, by {@code keras/fixtures.py};
 * both also say what they predict.
 */
class KerasImportTest {

    @TempDir
    Path folder;

    private record Prediction(float[] input, float[] output) {}

    private static Path file(String name) {
        try {
            return Path.of(KerasImportTest.class.getResource("keras/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image.keras",
                "image.h5",
                "paths.keras",
                "paths.h5",
                "steps.keras",
                "steps.h5",
                "signal.keras",
                "signal.h5",
                "tokens.keras",
                "tokens.h5"
            })
    void aNetworkThatKerasSavedPredictsWhatItDoesThere(String name) throws Exception {
        predicts(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequential.keras", "functional.keras", "recurrent.h5", "sequence.h5", "words.keras"})
    void anImportedNetworkPredictsWhatKerasDefines(String name) throws Exception {
        predicts(name);
    }

    private static void predicts(String name) throws Exception {
        ImportedNetwork imported = NetworkImport.read(file(name));
        String json = Files.readString(file(name.replaceFirst("\\..*", ".json")));
        Prediction expected = new Gson().fromJson(json, Prediction.class);
        float[] ours = new Predictions(
                        Networks.of(imported), imported.model().training().loss())
                .of(expected.input);
        assertArrayEquals(expected.output, ours, 1e-5f, () -> imported.text());
    }

    @Test
    void theFilesOfAnImportAreAModelFileWithItsWeights() throws Exception {
        ImportedNetwork.Written files =
                NetworkImport.read(file("sequential.keras")).write(folder.resolve("new"));
        Analysis analysis = ModelReader.read(files.model().toString(), Files.readString(files.model()));
        assertEquals(List.of(), analysis.problems());
        String text = Files.readString(files.model());
        assertTrue(text.contains("optimizer: {adam: 0.002}"), text);
        assertTrue(Files.exists(files.weights()));
        String report = Files.readString(files.report());
        assertTrue(report.contains("The softmax of 'head' is part of the loss"), report);
        assertTrue(report.contains("'head' (Dense): its kernel_regularizer"), report);
        assertThrows(
                FileAlreadyExistsException.class,
                () -> NetworkImport.read(file("sequential.keras")).write(folder.resolve("new")));
    }

    @Test
    void aLayerWithoutAnEqualIsRefusedByName() {
        String message = refusal(file("lambda.keras"));
        assertTrue(message.contains("'anything' (Lambda)"), message);
    }

    @Test
    void whatIsNoModelIsRefusedInOneSentence() throws IOException {
        Path text = Files.writeString(folder.resolve("text.h5"), "no HDF5 at all");
        assertTrue(refusal(text).contains("text.h5"), refusal(text));
        Path zip = Files.writeString(folder.resolve("zip.keras"), "PK, but no archive");
        assertTrue(refusal(zip).contains("zip.keras"), refusal(zip));
        Path other = Files.writeString(folder.resolve("other.pt"), "");
        assertTrue(refusal(other).contains(".onnx"), refusal(other));
    }

    /** Bytes that are wrong or missing make a message, not an error of the program or a network of other weights' shapes. */
    @ParameterizedTest
    @ValueSource(strings = {"recurrent.h5", "words.keras"})
    void damagedFilesAreRefusedOrGiveAWholeNetwork(String name) throws IOException {
        byte[] whole = Files.readAllBytes(file(name));
        Random random = new Random(3);
        int refused = 0;
        for (int i = 0; i < 150; i++) {
            byte[] bytes = i % 3 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            for (int hits = 0; hits < 4 && bytes.length > 0 && i % 3 != 0; hits++) {
                bytes[random.nextInt(Math.min(bytes.length, 4000))] = (byte) random.nextInt();
            }
            Path damaged = Files.write(folder.resolve("damaged" + name.substring(name.indexOf('.'))), bytes);
            try {
                assertFalse(NetworkImport.read(damaged).weights().isEmpty());
            } catch (IOException e) {
                refused++;
                assertFalse(e.getMessage().isBlank());
            }
        }
        assertTrue(refused > 50, "only " + refused + " were refused");
    }

    private static String refusal(Path file) {
        return assertThrows(IOException.class, () -> NetworkImport.read(file)).getMessage();
    }
}
