package org.backprop.model.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.backprop.model.data.CsvColumn.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTableTest {

    @TempDir
    Path folder;

    private CsvTable read(String text) throws IOException {
        return read(text, Optional.empty());
    }

    private CsvTable read(String text, Optional<Boolean> header) throws IOException {
        return CsvTable.read(Files.writeString(folder.resolve("t.csv"), text), header, () -> false);
    }

    @Test
    void columnsAreToldByTheirValues() throws IOException {
        CsvTable table = read("width;count;kind;note\n1.5;2;a;\n-2e3;+2;\"b;\"\"c\";x\n.5;3;a;y\n");
        assertTrue(table.header());
        assertTrue(table.complete());
        assertEquals(3, table.rows());
        assertEquals(
                List.of(
                        new CsvColumn(0, "width", Kind.NUMBERS, 0, List.of()),
                        new CsvColumn(1, "count", Kind.INTEGERS, 0, List.of("2", "+2", "3")),
                        new CsvColumn(2, "kind", Kind.TEXTS, 0, List.of("a", "b;\"c")),
                        new CsvColumn(3, "note", Kind.TEXTS, 1, List.of("x", "y"))),
                table.columns());
        assertEquals(2, table.columns().get(1).classes());
        assertEquals(List.of("-2e3", "+2", "b;\"c", "x"), table.firstRows().get(1));
    }

    @ParameterizedTest
    @CsvSource({"'a,b\n1,2\n', true", "'1,2\n3,4\n', false", "'a,1\nb,2\n', false", "'a,a\n1,2\n', false"})
    void aFirstLineOfDifferentTextsIsTakenForAHeader(String text, boolean header) throws IOException {
        assertEquals(header, read(text).header());
    }

    @Test
    void withoutAHeaderColumnsAreNamedByTheirPlace() throws IOException {
        CsvTable table = read("a,b\nc,d\n", Optional.of(false));
        assertEquals(
                List.of("0", "1"), table.columns().stream().map(CsvColumn::name).toList());
        assertEquals(2, table.rows());
        assertEquals("1", table.reference(table.columns().get(1)));
    }

    @Test
    void aNameThatIsNotUniqueIsReferredToByItsPlace() throws IOException {
        CsvTable table = read("x,y,y\n1,2,3\n", Optional.of(true));
        assertEquals(
                List.of("x", "1", "2"),
                table.columns().stream().map(table::reference).toList());
    }

    @ParameterizedTest
    @CsvSource({"'a,Label,c\n1,2,3\n', Label", "'a,b,c\n1,2,3\n', c"})
    void theLikelyTargetHasATellingNameOrIsLast(String text, String name) throws IOException {
        assertEquals(name, read(text).likelyTarget().name());
    }

    @Test
    void theFirstLineWithAnotherNumberOfFieldsIsToldAcrossQuotedLineBreaks() throws IOException {
        assertEquals(OptionalLong.of(5), read("a,b\n1,\"x\ny\"\n\n2,3,4\n5\n").ragged());
        assertEquals(OptionalLong.empty(), read("a,b\r\n1,2\r\n").ragged());
    }

    @Test
    void columnsOfManyDifferentValuesAreNoClasses() throws IOException {
        StringBuilder text = new StringBuilder("n,t\n");
        IntStream.range(0, 1_001)
                .forEach(i -> text.append(i).append(",t").append(i).append('\n'));
        CsvTable table = read(text.toString());
        assertEquals(1_001, table.rows());
        assertEquals(CsvTable.SHOWN, table.firstRows().size());
        table.columns().forEach(column -> assertFalse(column.suggestsClasses(), column.name()));
    }

    @Test
    void whatCannotBeATableIsRefused() {
        assertThrows(DataFormatException.class, () -> read("a\n1\n"));
        assertThrows(DataFormatException.class, () -> read(""));
        assertThrows(DataFormatException.class, () -> read("a,b\n"));
        assertThrows(
                NoSuchFileException.class,
                () -> CsvTable.read(folder.resolve("none.csv"), Optional.empty(), () -> false));
    }

    @Test
    void readingCanBeCanceled() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "a,b\n1,2\n");
        assertThrows(CancellationException.class, () -> CsvTable.read(file, Optional.empty(), () -> true));
    }
}
