package org.backprop.runlog.events;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;

import org.junit.jupiter.api.Test;

class FramingTest {
    @Test
    void checksumIsTheMaskedCrc32cOfTheTfRecordFormat() {
        byte[] checkInput = "123456789".getBytes(US_ASCII);
        int crc32c = 0xe3069283; // check value of CRC-32C (RFC 3720)
        int masked = ((crc32c >>> 15) | (crc32c << 17)) + 0xa282ead8;
        assertEquals(masked, Framing.maskedCrc(checkInput, 0, checkInput.length));
    }

    @Test
    void headerOfTheFirstRecordOfEveryEventFileIsTheOneThatTensorFlowWrites() {
        byte[] header = new byte[Framing.HEADER];
        Framing.header(24, header);
        assertArrayEquals(HexFormat.of().parseHex("1800000000000000a37f4b22"), header);
        assertEquals(24, Framing.length(header, 0));
    }

    @Test
    void aNegativeLengthIsNotALengthEvenIfItsChecksumIsRight() {
        byte[] header = new byte[Framing.HEADER];
        Framing.header(Long.MIN_VALUE, header);
        assertEquals(-1, Framing.length(header, 0));
    }
}
