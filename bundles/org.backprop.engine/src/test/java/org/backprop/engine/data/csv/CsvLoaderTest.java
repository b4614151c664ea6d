package org.backprop.engine.data.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.backprop.engine.data.DataException;
import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.Progress;
import org.backprop.engine.data.Storage;
import org.backprop.model.CsvData;
import org.backprop.model.Shape;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLoaderTest {

    private static final String VALID =
            "age,\"height, cm\",color\n17,170.5,red\n18,-1e2,\"blue \"\"sky\"\"\"\n19,.5,red\n";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("people.csv");
    }

    @Test
    void quotedFieldsMayHoldSeparatorsAndQuotes() throws Exception {
        Dataset data = classes(VALID, "color");
        assertEquals(Shape.of(2), data.shape());
        assertArrayEquals(new float[] {17, 170.5f, 18, -100, 19, 0.5f}, data.features());
        assertEquals(List.of("blue \"sky\"", "red"), data.classes());
        assertArrayEquals(new int[] {1, 0, 1}, data.labels());
        assertNull(data.targets());
    }

    @Test
    void carriageReturnsByteOrderMarkAndEmptyLinesMakeNoDifference() throws Exception {
        Dataset plain = classes(VALID, "color");
        Dataset windows = classes("\uFEFF" + VALID.replace("\n", "\r\n") + "\r\n\r\n", "color");
        assertArrayEquals(plain.features(), windows.features());
        assertArrayEquals(plain.labels(), windows.labels());
        assertEquals(plain.classes(), windows.classes());
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void theSeparatorIsDetected(String separator) throws Exception {
        Dataset data = classes("a,b,\"c;\t;\t;\t,\"\n1,2,3\n".replace(",", separator), "-1");
        assertArrayEquals(new float[] {1, 2}, data.features());
    }

    @ParameterizedTest
    @CsvSource({"b, 2", "1, 2", "-1, 3", "-3, 1", "0, 1"})
    void theTargetIsAColumnByNameOrByIndexFromEitherEnd(String target, float value) throws Exception {
        assertArrayEquals(
                new float[] {value}, numbers("a,b,c\n1,2,3\n", target, true).targets());
    }

    @Test
    void aColumnNameThatLooksLikeAnIndexIsAName() throws Exception {
        assertArrayEquals(new float[] {3}, numbers("2,1,0\n1,2,3\n", "0", true).targets());
    }

    @Test
    void withoutAHeaderTheFirstLineIsASample() throws Exception {
        Dataset data = numbers("1,2\n3,4\n", "-1", false);
        assertArrayEquals(new float[] {1, 3}, data.features());
        assertArrayEquals(new float[] {2, 4}, data.targets());
        assertEquals(List.of(), data.classes());
    }

    @Test
    void integerClassesAreSortedByValueAndSpellingsOfOneNumberAreOneClass() throws Exception {
        Dataset data = classes("x,y\n0,10\n0,9\n0,-1\n0,09\n", "y");
        assertEquals(List.of("-1", "9", "10"), data.classes());
        assertArrayEquals(new int[] {2, 1, 0, 1}, data.labels());
    }

    @Test
    void otherClassesAreSortedAsTexts() throws Exception {
        assertEquals(
                List.of("10", "9", "none"),
                classes("x,y\n0,9\n0,10\n0,none\n", "y").classes());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tall | \"tall\" is not a number; correct it, or remove the row or column; for texts set data.normalize: one_hot",
                "NaN | \"NaN\" is not a number; correct it, or remove the row or column; for texts set data.normalize: one_hot",
                "inf | \"inf\" is not a number; correct it, or remove the row or column; for texts set data.normalize: one_hot",
                "Infinity | \"Infinity\" is not a number; correct it, or remove the row or column; for texts set data.normalize: one_hot",
                "0x1p3 | \"0x1p3\" is not a number; correct it, or remove the row or column; for texts set data.normalize: one_hot",
                "1f | \"1f\" is not a number; correct it, or remove the row or column; for texts set data.normalize: one_hot",
                "1-2 | \"1-2\" is not a number; correct it, or remove the row or column; for texts set data.normalize: one_hot",
                "1e39 | 1e39 is too large for a 32-bit float; scale the column",
                "'' | the value is missing; fill it in or remove the row",
            })
    void aValueThatIsNoFiniteNumberIsAnErrorWithLineAndColumn(String value, String message) throws Exception {
        String text = "age,height,color\n17,170,red\n\n\"18\",%s,blue\n".formatted(value);
        assertEquals(file + ":4: column \"height\": " + message, error(text, "color", true));
    }

    @Test
    void theLineOfARowAfterAFieldOfSeveralLinesIsTheLineInTheFile() throws Exception {
        assertEquals(
                file + ":4: column \"x\": the value is missing; fill it in or remove the row",
                error("x,y\n1,\"two\nlines\"\n,b\n", "y", true));
    }

    @Test
    void aMissingClassIsAnError() throws Exception {
        assertEquals(
                file + ":3: column \"y\": the class is missing; fill it in or remove the row",
                error("x,y\n1,a\n2,\n", "y", true));
    }

    @Test
    void aTargetThatIsNoNumberIsAnErrorInARegression() throws Exception {
        write("x,y\n1,a\n");
        DataException e = assertThrows(DataException.class, () -> load("y", true, false));
        assertEquals(
                file + ":2: column \"y\": \"a\" is not a number; correct it, or remove the row or column",
                e.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"'1,2,3', 3", "'1', 1"})
    void aRowWithMoreOrFewerFieldsThanTheFirstIsAnError(String row, int fields) throws Exception {
        assertEquals(
                "%s:3: the row has %d fields, the first row has 2; a value that contains the separator must be quoted"
                        .formatted(file, fields),
                error("x,y\n1,a\n" + row + "\n", "y", true));
    }

    @Test
    void anUnknownTargetNamesTheColumns() throws Exception {
        assertEquals(file + ":1: no column is named \"z\"; the columns are x, y", error("x,y\n1,2\n", "z", true));
        assertEquals(
                file
                        + ":1: target column 2 does not exist; the 2 columns are numbered 0 to 1, or -1 to -2 from the end",
                error("x,y\n1,2\n", "2", true));
        assertEquals(
                file + ":1: 2 columns are named \"y\"; give the target column's index, such as 1",
                error("x,y,y\n1,2,3\n", "y", true));
    }

    @Test
    void aFileWithoutFeaturesOrSamplesIsAnError() throws Exception {
        assertEquals(
                file
                        + ":1: there is one column; a feature and a target column are needed, separated by comma, semicolon or tab",
                error("y\n1\n", "y", true));
        assertEquals(file + ": there is no sample in the file", error("", "y", true));
        assertEquals(
                file + ": there is no sample in the file, only a header; if line 1 is a sample, set header: false",
                error("x,y\n", "y", true));
    }

    @Test
    void damagedQuotesAreAnErrorWithTheLine() throws Exception {
        for (String rest : List.of("\"open,b\n", "\"a\"b,c\n")) {
            String message = error("x,y\n1,a\n" + rest, "y", true);
            assertTrue(message.startsWith(file + ": ") && message.contains("line 3"), message);
        }
    }

    @Test
    void aFileThatIsNotUtf8IsAnErrorWithTheByte() throws Exception {
        Files.write(file, "x,y\n1,Köln\n".getBytes(ISO_8859_1));
        DataException e = assertThrows(DataException.class, () -> load("y", true, true));
        assertEquals(file + ": byte 7 is not UTF-8 text; save the file as UTF-8", e.getMessage());
        byte[] large = ("x,y\n" + "1,Köln\n".repeat(20_000)).getBytes(UTF_8);
        large[100_001] = (byte) 0xFF;
        Files.write(file, large);
        e = assertThrows(DataException.class, () -> load("y", true, true));
        assertEquals(file + ": byte 100,001 is not UTF-8 text; save the file as UTF-8", e.getMessage());
    }

    @Test
    void aMissingFileIsAnError() {
        DataException e = assertThrows(DataException.class, () -> load("y", true, true));
        assertEquals(file + ": there is no such file; correct data.csv.path", e.getMessage());
        assertThrows(
                DataException.class,
                () -> CsvLoader.load(folder, new CsvData(".", "y", true), true, Storage.HEAP, Progress.NONE));
    }

    @Test
    void aDamagedFileGivesADataSetOrADataException() throws Exception {
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            Files.write(file, mutation(VALID.getBytes(UTF_8), random));
            try {
                assertNotNull(load("-1", random.nextBoolean(), random.nextBoolean()));
            } catch (DataException e) {
                assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
            }
        }
    }

    private static byte[] mutation(byte[] valid, Random random) {
        byte[] bytes = Arrays.copyOf(valid, valid.length - (random.nextInt(4) == 0 ? random.nextInt(valid.length) : 0));
        for (int i = random.nextInt(4); i >= 0 && bytes.length > 0; i--) {
            byte[] likely = ",;\"\n\r\t eN-".getBytes(UTF_8);
            bytes[random.nextInt(bytes.length)] =
                    random.nextBoolean() ? likely[random.nextInt(likely.length)] : (byte) random.nextInt();
        }
        return bytes;
    }

    private Dataset classes(String text, String target) throws Exception {
        write(text);
        return load(target, true, true);
    }

    private Dataset numbers(String text, String target, boolean header) throws Exception {
        write(text);
        return load(target, header, false);
    }

    private String error(String text, String target, boolean header) throws IOException {
        write(text);
        return assertThrows(DataException.class, () -> load(target, header, true))
                .getMessage();
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text);
    }

    private Dataset load(String target, boolean header, boolean classification) throws DataException {
        return CsvLoader.load(
                file, new CsvData("people.csv", target, header), classification, Storage.HEAP, Progress.NONE);
    }
}
