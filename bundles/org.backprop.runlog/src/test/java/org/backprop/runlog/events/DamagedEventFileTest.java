package org.backprop.runlog.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedEventFileTest {
    @TempDir
    private Path folder;

    private Path file;
    private byte[] intact;
    private int first; // offset of the record of step 1
    private int second; // offset of the record of step 2

    @BeforeEach
    void writeThreeRecords() throws IOException {
        try (EventWriter writer = EventWriter.create(folder)) {
            first = (int) Files.size(writer.file());
            writer.scalar("loss", 1, 1);
            writer.flush();
            second = (int) Files.size(writer.file());
            writer.scalar("loss", 2, 2);
            writer.flush();
            intact = Files.readAllBytes(writer.file());
        }
        file = folder.resolve("copy.tfevents");
    }

    @Test
    void aRecordTornAnywhereIsLeftForLaterAndReported() throws IOException {
        for (int length = second + 1; length < intact.length; length++) {
            Files.write(file, Arrays.copyOf(intact, length));
            EventReader reader = new EventReader(file);
            assertEquals(List.of(0L, 1L), steps(reader));
            assertTrue(reader.isTorn());
            assertEquals(second, reader.waiting().orElseThrow().offset());
            assertTrue(reader.waiting()
                    .orElseThrow()
                    .format()
                    .startsWith(file + ": byte " + second + ": the last record is torn"));
            Files.write(file, Arrays.copyOfRange(intact, length, intact.length), StandardOpenOption.APPEND);
            assertEquals(List.of(2L), steps(reader));
            assertFalse(reader.isTorn());
            assertTrue(reader.waiting().isEmpty());
        }
    }

    @Test
    void aRecordWithAWrongChecksumIsSkippedAndReportedWithItsOffset() throws IOException {
        EventReader reader = damaged(first + Framing.HEADER + 3);
        assertEquals(List.of(0L, 2L), steps(reader));
        assertEquals(
                List.of(new LogProblem(file, first, "a record is skipped: its checksum is wrong")), reader.problems());
    }

    @Test
    void readingStopsAtADamagedHeaderAndSaysWhere() throws IOException {
        EventReader reader = damaged(first);
        assertEquals(List.of(0L), steps(reader));
        assertEquals(first, reader.waiting().orElseThrow().offset());
        assertFalse(reader.isTorn());
    }

    @Test
    void anAnnouncedLengthIsNotBelieved() throws IOException {
        for (long length : new long[] {Long.MAX_VALUE, Long.MAX_VALUE - 20, 1L << 40, Integer.MAX_VALUE}) {
            byte[] header = new byte[Framing.HEADER];
            Framing.header(length, header);
            Files.write(file, header);
            EventReader reader = new EventReader(file);
            assertEquals(List.of(), reader.poll());
            assertTrue(reader.isTorn());
        }
    }

    @Test
    void anOversizedRecordIsSkippedWithoutLoadingIt() throws IOException {
        byte[] header = new byte[Framing.HEADER];
        Framing.header(Framing.MAX_RECORD + 1, header);
        Files.write(file, header);
        try (var channel = java.nio.channels.FileChannel.open(file, StandardOpenOption.WRITE)) {
            long next = Framing.HEADER + (Framing.MAX_RECORD + 1L) + Framing.FOOTER;
            channel.write(java.nio.ByteBuffer.wrap(intact), next);
        }
        EventReader reader = new EventReader(file);
        assertEquals(List.of(0L, 1L, 2L), steps(reader));
        assertEquals(0, reader.problems().getFirst().offset());
    }

    @Test
    void aFileThatShrinksIsReported() throws IOException {
        Files.write(file, intact);
        EventReader reader = new EventReader(file);
        reader.poll();
        Files.write(file, Arrays.copyOf(intact, first));
        assertEquals(List.of(), reader.poll());
        assertTrue(reader.waiting().orElseThrow().message().contains("shorter"));
    }

    @Test
    void aMissingFileIsReportedAndReadOnceItIsThere() throws IOException {
        EventReader reader = new EventReader(file);
        assertEquals(List.of(), reader.poll());
        assertTrue(reader.waiting().orElseThrow().message().contains("NoSuchFile"));
        Files.write(file, intact);
        assertEquals(List.of(0L, 1L, 2L), steps(reader));
        assertTrue(reader.waiting().isEmpty());
    }

    @Test
    void noFlippedBitMakesTheReaderThrowOrInventAValue() throws IOException {
        Random random = new Random(1);
        for (int trial = 0; trial < 500; trial++) {
            byte[] bytes = intact.clone();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, bytes);
            EventReader reader = new EventReader(file);
            List<Long> steps = steps(reader);
            assertTrue(List.of(0L, 1L, 2L).containsAll(steps) && steps.size() < 3, () -> "steps " + steps);
            assertTrue(reader.waiting().isPresent() || reader.problems().size() == 1);
        }
    }

    private EventReader damaged(int offset) throws IOException {
        byte[] bytes = intact.clone();
        bytes[offset] ^= 0x10;
        Files.write(file, bytes);
        return new EventReader(file);
    }

    private static List<Long> steps(EventReader reader) {
        return reader.poll().stream().map(Event::step).toList();
    }
}
