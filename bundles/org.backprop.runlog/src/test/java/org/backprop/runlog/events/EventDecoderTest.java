package org.backprop.runlog.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;

/** Messages as other tools write them, built field by field. */
class EventDecoderTest {
    private static final int FLOAT = 1;
    private static final int DOUBLE = 2;
    private static final int STRING = 7;
    private static final int INT64 = 9;

    private final EventDecoder decoder = new EventDecoder();

    @Test
    void aScalarTensorWithContentIsAScalar() throws IOException {
        ByteBuffer quarter =
                ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putDouble(0, 0.25);
        assertEquals(
                List.of(new Value.Scalar("t", 0.25f)),
                decode(value("t", "scalars", tensor(DOUBLE, out -> out.writeByteBuffer(4, quarter)))));
    }

    @Test
    void aScalarTensorWithAListedElementIsAScalar() throws IOException {
        assertEquals(
                List.of(new Value.Scalar("f", 0.5f)),
                decode(value("f", "scalars", tensor(FLOAT, out -> out.writeFloat(5, 0.5f)))));
        assertEquals(
                List.of(new Value.Scalar("n", -3)),
                decode(value("n", "scalars", tensor(INT64, out -> out.writeInt64(10, -3)))));
        assertEquals(
                List.of(new Value.Scalar("p", 2)),
                decode(value("p", "scalars", tensor(DOUBLE, packed(6, out -> out.writeDoubleNoTag(2))))));
    }

    @Test
    void aScalarTensorWithoutElementsIsZero() throws IOException {
        assertEquals(List.of(new Value.Scalar("z", 0)), decode(value("z", "scalars", tensor(FLOAT, out -> {}))));
    }

    @Test
    void thePluginIsRememberedFromTheFirstValueOfATag() throws IOException {
        byte[] rows = tensor(DOUBLE, out -> {
            out.writeByteArray(2, message(shape -> {
                shape.writeByteArray(2, message(dim -> dim.writeInt64(1, 1)));
                shape.writeByteArray(2, message(dim -> dim.writeInt64(1, 3)));
            }));
            packed(6, each -> {
                        each.writeDoubleNoTag(1);
                        each.writeDoubleNoTag(3);
                        each.writeDoubleNoTag(5);
                    })
                    .write(out);
        });
        Histogram expected = new Histogram(1, 3, 5, 10, 20, new double[] {3}, new double[] {5});
        assertEquals(List.of(new Value.Distribution("h", expected)), decode(value("h", "histograms", rows)));
        assertEquals(List.of(new Value.Distribution("h", expected)), decode(value("h", "", rows)));
    }

    /** The quick way and the general one, over numbers alone, other content, and bytes changed at random. */
    @Test
    void aRecordOfPlainNumbersIsReadAsAnyOther() throws IOException {
        Random random = new Random(11);
        EventDecoder quick = new EventDecoder();
        EventDecoder general = new EventDecoder();
        int plain = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] record = numbers(random);
            for (int change = random.nextInt(3); change > 0; change--) {
                record[random.nextInt(record.length)] = (byte) random.nextInt();
            }
            Object expected = outcome(general::decodeAny, record);
            assertEquals(expected, outcome(quick::decode, record));
            plain += expected instanceof Event ? 1 : 0;
        }
        assertTrue(plain > 8000, plain + " of 20000 records were intact");
    }

    private static byte[] numbers(Random random) throws IOException {
        int count = random.nextInt(4);
        byte[] summary = message(out -> {
            for (int i = 0; i < count; i++) {
                String tag = "tag\u00fc/" + random.nextInt(3);
                out.writeByteArray(1, message(value -> {
                    value.writeString(1, tag);
                    value.writeFloat(2, random.nextFloat());
                }));
            }
        });
        return message(out -> {
            out.writeDouble(1, random.nextDouble());
            out.writeInt64(2, random.nextLong() >> random.nextInt(64));
            out.writeByteArray(5, summary);
        });
    }

    private static Object outcome(Decoding decoding, byte[] record) {
        try {
            return decoding.decode(record, 0, record.length);
        } catch (IOException e) {
            return "refused";
        }
    }

    @FunctionalInterface
    private interface Decoding {
        Event decode(byte[] bytes, int offset, int length) throws IOException;
    }

    @Test
    void textAndImagesAreLeftOut() throws IOException {
        assertEquals(
                List.of(),
                decode(value("s", "text", tensor(STRING, out -> out.writeBytes(8, ByteString.copyFromUtf8("x"))))));
        assertEquals(List.of(), decode(message(out -> {
            out.writeString(1, "image");
            out.writeByteArray(4, new byte[] {8, 1});
        })));
    }

    @Test
    void aTensorWhoseShapeDoesNotFitItsElementsIsAnError() {
        byte[] huge = value("x", "scalars", tensor(FLOAT, out -> {
            byte[] dim = message(size -> size.writeInt64(1, Long.MAX_VALUE));
            out.writeByteArray(2, message(shape -> {
                shape.writeByteArray(2, dim);
                shape.writeByteArray(2, dim);
            }));
            out.writeFloat(5, 1);
        }));
        assertThrows(IOException.class, () -> decode(huge));
    }

    @Test
    void deeplyNestedGroupsAreAnErrorNotAStackOverflow() {
        byte[] groups = new byte[1 << 20];
        Arrays.fill(groups, (byte) ((15 << 3) | 3));
        assertThrows(IOException.class, () -> decoder.decode(groups, 0, groups.length));
    }

    @Test
    void randomBytesGiveAnEventOrADeclaredException() {
        Random random = new Random(2);
        byte[] valid = event(value("loss", "scalars", tensor(DOUBLE, packed(6, out -> out.writeDoubleNoTag(2)))));
        int rejected = 0;
        for (int trial = 0; trial < 20_000; trial++) {
            byte[] bytes = valid.clone();
            for (int flip = random.nextInt(8); flip >= 0; flip--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            try {
                decoder.decode(bytes, 0, bytes.length);
            } catch (IOException declared) {
                rejected++;
            }
        }
        assertEquals(true, rejected > 1000 && rejected < 20_000, rejected + " rejected");
    }

    private List<Value> decode(byte[] value) throws IOException {
        byte[] event = event(value);
        return decoder.decode(event, 0, event.length).values();
    }

    private static byte[] event(byte[] value) {
        return message(out -> {
            out.writeDouble(1, 1.5);
            out.writeInt64(2, 3);
            out.writeByteArray(5, message(summary -> summary.writeByteArray(1, value)));
        });
    }

    private static byte[] value(String tag, String plugin, byte[] tensor) {
        return message(out -> {
            out.writeString(1, tag);
            if (!plugin.isEmpty()) {
                out.writeByteArray(
                        9,
                        message(metadata -> metadata.writeByteArray(1, message(data -> data.writeString(1, plugin)))));
            }
            out.writeByteArray(8, tensor);
        });
    }

    private static byte[] tensor(int dtype, Writing elements) {
        return message(out -> {
            out.writeEnum(1, dtype);
            elements.write(out);
        });
    }

    private static Writing packed(int field, Writing elements) {
        return out -> out.writeByteArray(field, message(elements));
    }

    private static byte[] message(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        try {
            writing.write(out);
            out.flush();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    @FunctionalInterface
    private interface Writing {
        void write(CodedOutputStream out) throws IOException;
    }
}
