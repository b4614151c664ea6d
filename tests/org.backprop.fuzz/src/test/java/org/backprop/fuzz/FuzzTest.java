package org.backprop.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A fixed number of mutations of each format, the same in each build; {@code -Dbackprop.mutations} makes more of them. */
class FuzzTest {

    private static final int MUTATIONS = Integer.getInteger("backprop.mutations", 10_000);
    private static final long SEED = Long.getLong("backprop.seed", 1);

    @TempDir
    Path folder;

    static Stream<Target> targets() {
        return Targets.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("targets")
    void theSeedsAreWellFormed(Target target) throws Exception {
        for (byte[] seed : target.seeds()) {
            assertTrue(target.reader().read(seed, folder), () -> "not accepted: " + new String(seed, UTF_8));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("targets")
    @Timeout(value = 600, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
    void noMutationMakesAReaderFailOtherwiseThanDeclaredNorHangNorTakeMuchMemory(Target target) throws Exception {
        theSeedsAreWellFormed(target); // and what is made once for all is not counted
        Mutator mutator = new Mutator(new Random(SEED), target.seeds());
        int mutations = (int) (MUTATIONS * target.share());
        int accepted = 0;
        for (int i = 0; i < mutations; i++) {
            byte[] input = mutator.next();
            try {
                accepted += Budget.read(target, input, folder) ? 1 : 0;
            } catch (AssertionError e) {
                Path kept = Files.write(Files.createTempFile("fuzz-" + target + "-", ".bin"), input);
                throw new AssertionError("mutation " + i + " of seed " + SEED + ", kept in " + kept, e);
            }
        }
        int refused = mutations - accepted;
        assertTrue(refused > mutations / 100, "only " + refused + " were refused");
    }
}
