package org.backprop.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.params.provider.MethodSource;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Inputs that Jazzer makes, guided by the code that they reach; the first byte chooses the format. */
class GuidedTest {

    private static final List<Target> TARGETS = Targets.all().toList();
    private static final Path FOLDER = folder();

    private static Path folder() {
        try {
            return Files.createTempDirectory("guided");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static Stream<byte[]> seeds() {
        return IntStream.range(0, TARGETS.size())
                .boxed()
                .flatMap(i -> TARGETS.get(i).seeds().stream().map(seed -> chosen(i, seed)));
    }

    private static byte[] chosen(int target, byte[] seed) {
        byte[] input = new byte[seed.length + 1];
        input[0] = (byte) target;
        System.arraycopy(seed, 0, input, 1, seed.length);
        return input;
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "5m")
    void noInputMakesAReaderFailOtherwiseThanDeclared(byte[] input) {
        if (input.length > 0) {
            Target target = TARGETS.get(Byte.toUnsignedInt(input[0]) % TARGETS.size());
            Budget.readUnmeasured(target, Arrays.copyOfRange(input, 1, input.length), FOLDER);
        }
    }
}
