package org.backprop.engine.bench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;

/** Times each call of other kernels and counts the work of its matrix products. Not thread-safe. */
final class TimedKernels implements InvocationHandler {
    private final Kernels timed;
    private final Kernels kernels;
    private final Map<String, KernelTotal> totals = new TreeMap<>();

    TimedKernels(Kernels timed) {
        this.timed = timed;
        kernels =
                (Kernels) Proxy.newProxyInstance(Kernels.class.getClassLoader(), new Class<?>[] {Kernels.class}, this);
    }

    /** The kernels to compute with. */
    Kernels kernels() {
        return kernels;
    }

    /** The calls that computed since the beginning or the last {@link #clear}, by the name of the kernel. */
    Map<String, KernelTotal> totals() {
        return Collections.unmodifiableMap(totals);
    }

    /** Forgets all calls. */
    void clear() {
        totals.clear();
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        long start = System.nanoTime();
        try {
            return method.invoke(timed, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        } finally {
            if (computes(arguments)) {
                long nanos = System.nanoTime() - start;
                totals.computeIfAbsent(method.getName(), name -> new KernelTotal())
                        .add(nanos, MatrixProducts.flops(method.getName(), arguments));
            }
        }
    }

    private static boolean computes(Object[] arguments) {
        return arguments != null
                && Arrays.stream(arguments)
                        .anyMatch(argument -> argument instanceof View || argument instanceof View[]);
    }
}
