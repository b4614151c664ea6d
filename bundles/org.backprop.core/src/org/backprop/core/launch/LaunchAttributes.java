package org.backprop.core.launch;

import java.util.List;

import org.backprop.model.launch.LaunchKeys;

/**
 * Names of the launch configuration types, of their attributes and of what a launched trainer carries.
 *
 * <p>Every attribute is optional except {@link #MODEL}; absent and blank mean "as the model file says". Strings may
 * hold {@code ${variables}}.
 */
public final class LaunchAttributes {
    /** The launch configuration type "Neural Network Training". */
    public static final String TYPE = LaunchKeys.TRAINING;

    /** The launch configuration type "Optimizer Race". */
    public static final String SWEEP_TYPE = "org.backprop.launch.sweep";

    /** String: full workspace path of the model file, such as {@code /digits/digits-mlp.nn.yaml}. */
    public static final String MODEL = LaunchKeys.MODEL;

    /** String: number of epochs, an integer of at least 1. */
    public static final String EPOCHS = LaunchKeys.EPOCHS;

    /** String: seed, a 64-bit integer. */
    public static final String SEED = LaunchKeys.SEED;

    /** String: trials of a sweep side by side, an integer of at least 1. */
    public static final String PARALLEL = "org.backprop.launch.PARALLEL";

    /** String: backend, see {@link #DEFAULT_BACKEND}. */
    public static final String BACKEND = LaunchKeys.BACKEND;

    /** String: folder that receives the run folders, absolute or relative to the project; default {@code runs}. */
    public static final String RUNS = LaunchKeys.RUNS;

    /** String: folder that the data paths of the model file start in, absolute or relative to the project. */
    public static final String DATA = LaunchKeys.DATA;

    /** String: folder of a run that is taken up again, absolute or relative to the project. */
    public static final String RESUME = LaunchKeys.RESUME;

    /** String: kernels of the native backend, one of {@link #KERNEL_CHOICES}, the first by default. */
    public static final String KERNELS = LaunchKeys.KERNELS;

    /** String: threads that compute, an integer of at least 1; by default this launch's share of the processors. */
    public static final String THREADS = LaunchKeys.THREADS;

    /** String: address of the Spark cluster, such as {@code local-cluster[2,1,1024]}; for the backend {@code spark}. */
    public static final String SPARK = LaunchKeys.SPARK;

    /** String: parts of a batch that are computed side by side on the cluster, an integer of at least 1. */
    public static final String WORKERS = LaunchKeys.WORKERS;

    /** String: steps that each worker makes by itself before the parameters are averaged, an integer of at least 1. */
    public static final String AVERAGE_EVERY = LaunchKeys.AVERAGE_EVERY;

    /** String: the greatest size of the trainer's Java heap, such as {@code 4g}. */
    public static final String HEAP = "org.backprop.launch.HEAP";

    /** Map of strings: dotted path in the model file to the YAML value that replaces it for this launch. */
    public static final String OVERRIDES = LaunchKeys.OVERRIDES;

    /** String: further arguments of the trainer's Java virtual machine, quoted as on a command line. */
    public static final String VM_ARGUMENTS = LaunchKeys.VM_ARGUMENTS;

    /** The backend that is used where {@link #BACKEND} is absent. */
    public static final String DEFAULT_BACKEND = "native";

    /** The values of {@link #KERNELS}: the fast kernels, and the portable ones. */
    public static final List<String> KERNEL_CHOICES = List.of("native", "nd4j");

    /** Value of {@code IProcess.ATTR_PROCESS_TYPE} of a trainer. */
    public static final String PROCESS_TYPE = "org.backprop.trainer";

    private LaunchAttributes() {}
}
