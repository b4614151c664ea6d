package org.backprop.engine.kernels.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.testing.Implementation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every call of the kernels on every implementation; a subclass lists the calls of some operations. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class KernelContract {

    private static final int THREADS = 2;
    private static final List<Integer> OTHER_THREADS = List.of(1, 3);

    private final Map<String, Kernels> opened = new HashMap<>();
    private final Map<Implementation, Map<Call, Map<String, float[]>>> results = new EnumMap<>(Implementation.class);
    private List<Call> calls;

    /** The calls, each with a name of its own. */
    protected abstract List<Call> list();

    @BeforeAll
    void prepare() {
        calls = list();
    }

    List<Call> calls() {
        return calls;
    }

    Stream<Arguments> callsOnEachImplementation() {
        return Implementation.all().stream()
                .flatMap(implementation -> calls.stream().map(call -> Arguments.of(implementation, call)));
    }

    private Map<String, float[]> run(Call call, Implementation implementation, int threads) {
        return call.results(
                opened.computeIfAbsent(implementation.name() + threads, key -> implementation.open(threads)));
    }

    /** The results of the first run with the usual number of threads. */
    private Map<String, float[]> results(Call call, Implementation implementation) {
        return results.computeIfAbsent(implementation, key -> new HashMap<>())
                .computeIfAbsent(call, key -> run(call, implementation, THREADS));
    }

    @ParameterizedTest
    @MethodSource("callsOnEachImplementation")
    void resultsAreThoseOfTheReference(Implementation implementation, Call call) {
        Map<String, float[]> results = results(call, implementation);
        call.expected()
                .forEach(
                        (name, expected) -> Closeness.assertClose(name, expected, results.get(name), call.tolerance()));
    }

    @ParameterizedTest
    @MethodSource("callsOnEachImplementation")
    void theSameCallGivesTheSameBits(Implementation implementation, Call call) {
        assertSameBits(results(call, implementation), run(call, implementation, THREADS));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void implementationsAgree(Call call) {
        assumeTrue(Implementation.all().contains(Implementation.NATIVE));
        Map<String, float[]> expected = results(call, Implementation.ND4J);
        results(call, Implementation.NATIVE)
                .forEach((name, actual) ->
                        Closeness.assertClose(name, Closeness.toDoubles(expected.get(name)), actual, call.tolerance()));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void resultsOfTheNativeKernelsDoNotDependOnTheirThreads(Call call) {
        assumeTrue(Implementation.all().contains(Implementation.NATIVE));
        for (int threads : OTHER_THREADS) {
            assertSameBits(results(call, Implementation.NATIVE), run(call, Implementation.NATIVE, threads));
        }
    }

    private static void assertSameBits(Map<String, float[]> expected, Map<String, float[]> actual) {
        expected.forEach((name, values) -> assertArrayEquals(values, actual.get(name), name));
    }
}
