package org.backprop.engine.data;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

import org.backprop.model.CsvData;
import org.backprop.model.DataSection;
import org.backprop.model.Normalization;
import org.backprop.model.Split;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndexCheckTest {

    @TempDir
    Path folder;

    private void load(String number, Normalization normalization) throws IOException, DataException {
        Files.writeString(
                folder.resolve("words.csv"), "a,b,y\n0,9,x\n1,2,y\n3,4,x\n5,%s,y\n7,8,x\n6,6,y\n".formatted(number));
        DataSection section = new DataSection(
                new CsvData("words.csv", "y", true), new Split(2, 2, 2, 1, false), normalization, List.of());
        DataLoader.load(section, folder, true, OptionalInt.of(10), Progress.NONE);
    }

    @Test
    void acceptsWholeNumbersInTheRange() {
        assertDoesNotThrow(() -> load("6", Normalization.NONE));
    }

    @ParameterizedTest
    @CsvSource({"6.5, 6.5", "10, 10.0", "-1, -1.0"})
    void namesTheRowAndTheColumn(String number, String shown) {
        DataException problem = assertThrows(DataException.class, () -> load(number, Normalization.NONE));
        assertEquals(
                folder.resolve("words.csv") + ": row 4, column 2 is " + shown
                        + ", but an embedding takes whole numbers from 0 to 9",
                problem.getMessage());
    }

    @Test
    void asksToLeaveTheNumbersAsTheyAre() {
        DataException problem = assertThrows(DataException.class, () -> load("6", Normalization.MIN_MAX));
        assertEquals("; remove data.normalize", problem.getMessage().replaceAll("^[^;]*", ""));
    }
}
