package org.backprop.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.backprop.model.GeneratedData;
import org.backprop.model.TypeInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every generated source keeps to. */
class GeneratedSourcesTest {

    private static final int SAMPLES = 600;

    static Stream<TypeInfo> sources() {
        return GeneratedSources.types();
    }

    @ParameterizedTest
    @MethodSource("sources")
    void theSameSeedGivesTheSameNumbersAndAnotherSeedOthers(TypeInfo type) throws DataException {
        Dataset first = all(type, "7");
        assertArrayEquals(first.features(), all(type, "7").features());
        assertArrayEquals(first.targets(), all(type, "7").targets());
        assertFalse(Arrays.equals(first.features(), all(type, "8").features()));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void aSampleDependsOnItsIndexNotOnItsPlace(TypeInfo type) throws DataException {
        Dataset all = all(type, "1");
        Dataset some = source(type, "1").select(new int[] {577, 3, 3});
        assertArrayEquals(sample(all, 577), sample(some, 0));
        assertArrayEquals(sample(all, 3), sample(some, 1));
        assertArrayEquals(sample(all, 3), sample(some, 2));
        assertEquals(all.targets()[577], some.targets()[0]);
    }

    @ParameterizedTest
    @MethodSource("sources")
    void samplesAreFiniteDistinctAndOfTheDeclaredShape(TypeInfo type) throws DataException {
        Dataset all = all(type, "1");
        assertEquals(spec(type, "1").shape(), all.shape());
        assertEquals(SAMPLES, all.count());
        for (float value : all.features()) {
            assertTrue(Float.isFinite(value));
        }
        for (float value : all.targets()) {
            assertTrue(Float.isFinite(value));
        }
        assertEquals(
                SAMPLES,
                IntStream.range(0, SAMPLES)
                        .mapToObj(i -> Arrays.toString(sample(all, i)))
                        .distinct()
                        .count());
    }

    @ParameterizedTest
    @MethodSource("sources")
    void classesAreTheDeclaredOnesAndBalancedOrAnErrorWhereThereAreNone(TypeInfo type) throws DataException {
        GeneratedData spec = spec(type, "1");
        Generator generator = Generators.of(spec);
        if (spec.classCount().isEmpty()) {
            DataException e = assertThrows(
                    DataException.class, () -> Generation.of(type.key(), generator, SAMPLES, true, Progress.NONE));
            assertEquals(
                    type.key()
                            + ": the target is a number, and the loss needs classes; use the loss mse, or other data",
                    e.getMessage());
            return;
        }
        int classes = spec.classCount().getAsInt();
        Source source = Generation.of(type.key(), generator, SAMPLES, true, Progress.NONE);
        Dataset labelled = source.select(IntStream.range(0, SAMPLES).toArray());
        assertEquals(classes, labelled.classes().size());
        assertArrayEquals(source.labels(), labelled.labels());
        for (int label = 0; label < classes; label++) {
            int wanted = label;
            assertEquals(
                    SAMPLES / classes,
                    IntStream.of(labelled.labels()).filter(l -> l == wanted).count());
        }
        Dataset numbered = all(type, "1");
        for (int i = 0; i < SAMPLES; i++) {
            assertEquals(labelled.labels()[i], numbered.targets()[i]);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "shapes, 8ad54f74a23d2292",
        "spirals, 72d60a633c2b8239",
        "moons, b5811b813899ed2b",
        "circles, ac97e2dfda502c15",
        "blobs, 8641971494dfdf96",
        "xor, a0380a4770a1cac5",
        "sine, a0268115fc5f9455",
    })
    void theNumbersAreTheSameOnEveryMachine(String key, String hash) throws Exception {
        TypeInfo type = sources().filter(t -> t.key().equals(key)).findFirst().orElseThrow();
        Dataset some = source(type, "1").select(IntStream.range(0, 50).toArray());
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * (some.features().length + some.count()));
        bytes.asFloatBuffer().put(some.features()).put(some.targets());
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.array());
        assertEquals(hash, HexFormat.of().formatHex(digest, 0, 8));
    }

    private static GeneratedData spec(TypeInfo type, String seed) {
        return GeneratedSources.of(type, Map.of("samples", String.valueOf(SAMPLES), "seed", seed));
    }

    private static Source source(TypeInfo type, String seed) throws DataException {
        return Generation.of(type.key(), Generators.of(spec(type, seed)), SAMPLES, false, Progress.NONE);
    }

    private static Dataset all(TypeInfo type, String seed) throws DataException {
        return source(type, seed).select(IntStream.range(0, SAMPLES).toArray());
    }

    private static float[] sample(Dataset data, int index) {
        return Arrays.copyOfRange(data.features(), index * data.width(), (index + 1) * data.width());
    }
}
