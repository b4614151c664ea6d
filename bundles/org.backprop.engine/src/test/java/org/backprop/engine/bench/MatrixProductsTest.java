package org.backprop.engine.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

import org.backprop.engine.kernels.Buffer;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.Nd4jKernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.layers.Pass;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.Plan;
import org.backprop.model.LayerSummary;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.backprop.model.NetworkSummary;
import org.backprop.model.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MatrixProductsTest {
    private static final int BATCH = 3;
    private static final Set<String> WITH_PRODUCTS = Set.of("dense", "conv2d", "lstm");

    private final Kernels portable = new Nd4jKernels(1);
    private final TimedKernels timed = new TimedKernels((Kernels)
            Proxy.newProxyInstance(Kernels.class.getClassLoader(), new Class<?>[] {Kernels.class}, this::allocateOnly));

    private Object allocateOnly(Object proxy, Method method, Object[] arguments) throws ReflectiveOperationException {
        return switch (method.getName()) {
            case "allocate", "fill", "copy" -> method.invoke(portable, arguments);
            default -> zero(method.getReturnType());
        };
    }

    private static Object zero(Class<?> type) {
        return type == void.class ? null : Array.get(Array.newInstance(type, 1), 0);
    }

    private double flops() {
        return timed.totals().values().stream().mapToDouble(KernelTotal::flops).sum();
    }

    @ParameterizedTest
    @MethodSource("org.backprop.engine.bench.BenchNetwork#main")
    void theCountedWorkIsThatOfTheModelsSummary(BenchNetwork network) {
        Model model = network.model(BenchOptimizer.SGD, BATCH);
        Shape input = new Shape(model.network().input());
        Plan plan = Network.compile(model, input, timed.kernels(), BATCH).plan(BATCH);
        timed.clear();
        plan.forward(Pass.training(1, 0));
        double forward = flops();
        assertEquals(BATCH * summarized(network), forward);
        timed.clear();
        plan.backward(Pass.training(1, 0));
        assertTrue(flops() > forward && flops() < 2 * forward, "the first layer needs no gradient of its input");
    }

    private static double summarized(BenchNetwork network) {
        NetworkSummary summary = ModelReader.read(network.key(), Path.of(""), network.text(), Map.of())
                .network()
                .orElseThrow();
        return summary.layers().stream()
                .filter(layer -> WITH_PRODUCTS.contains(layer.type()))
                .mapToLong(LayerSummary::flops)
                .sum();
    }

    @Test
    void onlyKernelsThatComputeAreCounted() {
        TimedKernels real = new TimedKernels(portable);
        View view = real.kernels().allocate(6).view(0, 2, 3);
        real.kernels().fill(view, 2);
        assertEquals(24, real.kernels().squaredNorm(view));
        assertEquals(Set.of("fill", "squaredNorm"), real.totals().keySet());
        assertEquals(1, real.totals().get("fill").calls());
        assertTrue(real.totals().get("fill").seconds() > 0);
    }

    @Test
    void aKernelsExceptionIsHandedOn() {
        Kernels kernels = new TimedKernels(portable).kernels();
        assertThrows(ClassCastException.class, () -> kernels.fill(new NoView(), 1));
    }

    private record NoView() implements View {
        @Override
        public Buffer buffer() {
            return null;
        }

        @Override
        public long offset() {
            return 0;
        }

        @Override
        public int rows() {
            return 1;
        }

        @Override
        public int columns() {
            return 1;
        }
    }
}
