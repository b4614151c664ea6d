package org.backprop.engine.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class PhiloxTest {

    private static int[] block(long seed, long stream, long block) {
        int[] words = new int[4];
        Philox.block(seed, stream, block, words, 0);
        return words;
    }

    @Test
    void givesTheKnownAnswersOfTheReferenceImplementation() {
        assertArrayEquals(new int[] {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}, block(0, 0, 0));
        assertArrayEquals(new int[] {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}, block(-1, -1, -1));
        assertArrayEquals(
                new int[] {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1},
                block(0x299f31d0a4093822L, 0x0370734413198a2eL, 0x85a308d3243f6a88L));
    }

    @Test
    void numbersOfASequenceAreThoseOfTheFunction() {
        RandomSequence sequence = new RandomSequence(7, 9);
        for (long i = 0; i < 11; i++) {
            assertEquals(Philox.uniform(7, 9, i), sequence.nextUniform());
        }
    }

    @Test
    void uniformNumbersFillTheUnitIntervalEvenly() {
        int[] counts = new int[10];
        RandomSequence sequence = new RandomSequence(3, 1);
        for (int i = 0; i < 100_000; i++) {
            counts[(int) (10 * sequence.nextUniform())]++;
        }
        for (int count : counts) {
            assertEquals(10_000, count, 400);
        }
    }

    @Test
    void normalNumbersHaveMeanZeroAndVarianceOne() {
        RandomSequence sequence = new RandomSequence(4, 1);
        double sum = 0;
        double squares = 0;
        int count = 100_000;
        for (int i = 0; i < count; i++) {
            float x = sequence.nextNormal();
            sum += x;
            squares += x * x;
        }
        assertEquals(0, sum / count, 0.015);
        assertEquals(1, squares / count, 0.02);
    }

    @Test
    void aPermutationHoldsEveryIndexOnceInAnOrderThatTheStreamDecides() {
        int[] order = new RandomSequence(5, Streams.shuffle(0)).permutation(1000);
        assertArrayEquals(
                IntStream.range(0, 1000).toArray(), IntStream.of(order).sorted().toArray());
        assertArrayEquals(order, new RandomSequence(5, Streams.shuffle(0)).permutation(1000));
        int[] next = new RandomSequence(5, Streams.shuffle(1)).permutation(1000);
        long same = IntStream.range(0, 1000).filter(i -> order[i] == next[i]).count();
        assertTrue(same < 20, same + " of 1000 in the same place");
    }

    @Test
    void streamsOfDifferentUsesDiffer() {
        assertNotEquals(Streams.dropout(0, 5), Streams.dropout(1, 5));
        assertNotEquals(Streams.dropout(0, 5), Streams.dropout(0, 6));
        assertNotEquals(Streams.dropout(0, 5), Streams.shuffle(5));
        assertNotEquals(Streams.initialization(0), Streams.dropout(0, 0));
    }
}
