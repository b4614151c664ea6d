package org.backprop.exchange;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;

import org.junit.jupiter.api.Test;

import io.jhdf.exceptions.HdfFilterException;
import io.jhdf.filter.Lz4Filter;
import io.jhdf.filter.LzfFilter;

/** jHDF with the libraries for compression that are put in the place of those that it asks for. */
class Hdf5FiltersTest {
    private static final byte[] CONTENT = "weights".getBytes(US_ASCII);

    /** One block of literals: its length in the upper half of the first byte. */
    private static byte[] lz4(int literals) {
        return ByteBuffer.allocate(Long.BYTES + 2 * Integer.BYTES + 1 + CONTENT.length)
                .putLong(CONTENT.length)
                .putInt(CONTENT.length)
                .putInt(1 + CONTENT.length)
                .put((byte) (literals << 4))
                .put(CONTENT)
                .array();
    }

    @Test
    void aBlockOfLz4IsRead() {
        assertArrayEquals(CONTENT, new Lz4Filter().decode(lz4(CONTENT.length), new int[0]));
    }

    @Test
    void aBlockOfLz4ThatReachesBeyondItsEndIsRefused() {
        assertThrows(RuntimeException.class, () -> new Lz4Filter().decode(lz4(CONTENT.length + 4), new int[0]));
    }

    @Test
    void aChunkOfLzfIsReadAndOneThatIsCutOffIsRefused() {
        byte[] chunk = ByteBuffer.allocate(1 + CONTENT.length)
                .put((byte) (CONTENT.length - 1))
                .put(CONTENT)
                .array();
        int[] sizes = {0, 0, CONTENT.length};
        assertArrayEquals(CONTENT, new LzfFilter().decode(chunk, sizes));
        chunk[0] = 30;
        assertThrows(HdfFilterException.class, () -> new LzfFilter().decode(chunk, sizes));
    }
}
