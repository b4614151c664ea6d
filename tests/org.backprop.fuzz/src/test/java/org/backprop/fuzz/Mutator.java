package org.backprop.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Breaks inputs: bits, bytes, numbers that are hard to bear, and parts that are missing, repeated, moved or of another input. */
final class Mutator {

    private static final long[] NUMBERS = {
        0,
        1,
        -1,
        127,
        128,
        255,
        256,
        32767,
        65535,
        65536,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        1L << 31,
        1L << 32,
        1L << 40,
        Long.MAX_VALUE,
        Long.MAX_VALUE - 8,
        Long.MIN_VALUE
    };

    private static final String[] WORDS = {
        "",
        "-",
        "1e999",
        "NaN",
        "null",
        "true",
        "{",
        "[",
        "}",
        "]",
        "\"",
        "'",
        ",",
        ":",
        "\n",
        "\\u0000",
        "\\",
        "..",
        "&a ",
        "*a",
        "99999999999999999999",
        "-1",
        "0.0"
    };

    private static final int MOST_CHANGES = 4;
    private static final int LONGEST_PART = 24;

    private final Random random;
    private final List<byte[]> seeds;

    Mutator(Random random, List<byte[]> seeds) {
        this.random = random;
        this.seeds = seeds;
    }

    /** A seed with one to four changes. */
    byte[] next() {
        byte[] input = any().clone();
        for (int changes = 1 + random.nextInt(MOST_CHANGES); changes > 0; changes--) {
            input = change(input);
        }
        return input;
    }

    private byte[] any() {
        return seeds.get(random.nextInt(seeds.size()));
    }

    private byte[] change(byte[] input) {
        if (input.length == 0) {
            return any().clone();
        }
        int at = random.nextInt(input.length);
        int end = Math.min(input.length, at + 1 + random.nextInt(LONGEST_PART));
        return switch (random.nextInt(9)) {
            case 0 -> flip(input, at);
            case 1 -> set(input, at);
            case 2 -> number(input, at);
            case 3 -> Arrays.copyOf(input, at);
            case 4 -> splice(input, at, end, new byte[0]);
            case 5 -> splice(input, at, at, Arrays.copyOfRange(input, at, end));
            case 6 -> splice(input, at, random.nextBoolean() ? at : end, word());
            case 7 -> crossed(input, at);
            default -> small(input, at);
        };
    }

    private byte[] flip(byte[] input, int at) {
        input[at] ^= (byte) (1 << random.nextInt(8));
        return input;
    }

    private byte[] set(byte[] input, int at) {
        input[at] = (byte) random.nextInt(256);
        return input;
    }

    /** A little more or less, as for a count that is off by one. */
    private byte[] small(byte[] input, int at) {
        input[at] += (byte) (random.nextInt(5) - 2);
        return input;
    }

    private byte[] number(byte[] input, int at) {
        int size = Math.min(input.length - at, 1 << random.nextInt(4));
        ByteOrder order = random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        byte[] number = ByteBuffer.allocate(Long.BYTES)
                .order(order)
                .putLong(NUMBERS[random.nextInt(NUMBERS.length)])
                .array();
        System.arraycopy(number, order == ByteOrder.BIG_ENDIAN ? Long.BYTES - size : 0, input, at, size);
        return input;
    }

    private byte[] word() {
        return WORDS[random.nextInt(WORDS.length)].getBytes(StandardCharsets.UTF_8);
    }

    private byte[] crossed(byte[] input, int at) {
        byte[] other = any();
        int from = random.nextInt(other.length + 1);
        return splice(input, at, input.length, Arrays.copyOfRange(other, from, other.length));
    }

    private static byte[] splice(byte[] input, int from, int to, byte[] part) {
        byte[] result = new byte[input.length - (to - from) + part.length];
        System.arraycopy(input, 0, result, 0, from);
        System.arraycopy(part, 0, result, from, part.length);
        System.arraycopy(input, to, result, from + part.length, input.length - to);
        return result;
    }
}
