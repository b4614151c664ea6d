package org.backprop.engine.kernels;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

/**
 * Opens the fast kernels where they can run. They are compiled for Java 25 and use a module that Java does not load by
 * itself, so they are reached by name only.
 */
public final class FastKernels {

    private static final String IMPLEMENTATION = "org.backprop.engine.kernels.vector.VectorKernels";
    private static final String MODULE = "jdk.incubator.vector";
    private static final int JAVA = 25;
    private static final int LEAST_VECTOR_BITS = 256;

    private FastKernels() {}

    /** Why the fast kernels cannot run in this JVM on this CPU; empty if they can. */
    public static Optional<String> obstacle() {
        if (Runtime.version().feature() < JAVA) {
            return Optional.of(
                    "they need Java " + JAVA + ", this is " + Runtime.version().feature());
        }
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            return Optional.of("Java was started without --add-modules " + MODULE);
        }
        try {
            int bits = (int) implementation().getMethod("vectorBits").invoke(null);
            return bits >= LEAST_VECTOR_BITS
                    ? Optional.empty()
                    : Optional.of("this CPU has vectors of " + bits + " bits; they need AVX2 or wider");
        } catch (ClassNotFoundException e) {
            return Optional.of("this build was made without them, by a JDK older than " + JAVA);
        } catch (ReflectiveOperationException | LinkageError e) {
            return Optional.of(e.toString());
        }
    }

    /**
     * Opens the fast kernels.
     *
     * @param threads number of threads that compute, at least 1
     * @throws IllegalStateException if there is an {@link #obstacle}
     */
    public static Kernels open(int threads) {
        Optional<String> obstacle = obstacle();
        if (obstacle.isPresent()) {
            throw new IllegalStateException("the fast kernels cannot run: " + obstacle.get());
        }
        try {
            return (Kernels) implementation().getConstructor(int.class).newInstance(threads);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the fast kernels cannot start", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the fast kernels cannot start", e);
        }
    }

    /** Begins to load and to compile the fast kernels on another processor, if there is one and they can run here. */
    public static void warmUp() {
        if (Runtime.getRuntime().availableProcessors() > 1) {
            Thread.ofPlatform().daemon().name("kernels-warm-up").start(FastKernels::compute);
        }
    }

    private static void compute() {
        try {
            if (obstacle().isEmpty()) {
                implementation().getMethod("warmUp").invoke(null);
            }
        } catch (ReflectiveOperationException e) {
            System.getLogger(FastKernels.class.getName()).log(System.Logger.Level.DEBUG, "no warm-up", e);
        }
    }

    private static Class<?> implementation() throws ClassNotFoundException {
        return Class.forName(IMPLEMENTATION);
    }
}
