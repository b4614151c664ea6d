package org.backprop.runlog.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads records that hold nothing but wall time, step and plain numbers, in the order in which all writers put them: by far
 * the most of a long file. It knows the tags of the record before, so that it makes no new strings. Whatever else a record
 * holds is left to {@link EventDecoder}.
 */
final class ScalarScan {
    private static final VarHandle DOUBLE =
            MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle FLOAT = MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int WALL_TIME = 1 << 3 | 1;
    private static final int STEP = 2 << 3;
    private static final int SUMMARY = 5 << 3 | 2;
    private static final int VALUE = 1 << 3 | 2;
    private static final int TAG = 1 << 3 | 2;
    private static final int SIMPLE = 2 << 3 | 5;
    private static final int LONGEST_VARINT = 10;
    private static final int MOST_KNOWN = 100_000;

    private final List<Known> known = new ArrayList<>();
    private byte[] bytes;
    private int at;
    private int end;

    /** A tag and its bytes. */
    private record Known(byte[] utf8, String tag) {}

    /** The event, or null if the record holds something else or is damaged. */
    Event scan(byte[] record, int offset, int length) {
        bytes = record;
        at = offset;
        end = offset + length;
        if (!takes(WALL_TIME) || end - at < Double.BYTES) {
            return null;
        }
        double wallTime = (double) DOUBLE.get(bytes, at);
        at += Double.BYTES;
        long step = takes(STEP) ? varint() : -1;
        if (step < 0 || !takes(SUMMARY) || varint() != end - at) {
            return null;
        }
        List<Value> values = new ArrayList<>(known.size());
        while (at < end) {
            Value value = value(values.size());
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return new Event(wallTime, step, false, values);
    }

    private Value value(int index) {
        long length = takes(VALUE) ? varint() : -1;
        if (length < 0 || length > end - at) {
            return null;
        }
        int valueEnd = at + (int) length;
        long tagLength = takes(TAG) ? varint() : -1;
        if (tagLength < 0 || at + tagLength + 1 + Float.BYTES != valueEnd) {
            return null;
        }
        String tag = tag(index, at + (int) tagLength);
        if (tag == null || !takes(SIMPLE)) {
            return null;
        }
        float number = (float) FLOAT.get(bytes, at);
        at = valueEnd;
        return new Value.Scalar(tag, number);
    }

    /** The tag up to {@code tagEnd}; null if it is not well-formed. */
    private String tag(int index, int tagEnd) {
        int start = at;
        at = tagEnd;
        if (index < known.size()) {
            byte[] before = known.get(index).utf8();
            if (Arrays.equals(before, 0, before.length, bytes, start, tagEnd)) {
                return known.get(index).tag();
            }
        }
        byte[] utf8 = Arrays.copyOfRange(bytes, start, tagEnd);
        String tag = new String(utf8, UTF_8);
        if (!Arrays.equals(tag.getBytes(UTF_8), utf8)) {
            return null;
        }
        Known now = new Known(utf8, tag);
        if (index < known.size()) {
            known.set(index, now);
        } else if (known.size() < MOST_KNOWN) {
            known.add(now);
        }
        return tag;
    }

    private boolean takes(int field) {
        if (at < end && bytes[at] == field) {
            at++;
            return true;
        }
        return false;
    }

    /** A number that is not negative, or -1. */
    private long varint() {
        long value = 0;
        for (int i = 0; i < LONGEST_VARINT - 1 && at < end; i++) {
            byte next = bytes[at++];
            value |= (long) (next & 0x7f) << 7 * i;
            if (next >= 0) {
                return value;
            }
        }
        return -1;
    }
}
