package org.backprop.model.launch;

/**
 * Names of the attributes of a launch configuration. Every attribute is optional except {@link #MODEL}; absent and blank
 * mean "as the model file says". Strings may hold {@code ${variables}}.
 */
public final class LaunchKeys {
    /** The launch configuration type "Neural Network Training". */
    public static final String TRAINING = "org.backprop.launch.train";

    /** String: full workspace path of the model file, such as {@code /digits/digits-mlp.nn.yaml}. */
    public static final String MODEL = "org.backprop.launch.MODEL";

    /** String: folder that the data paths of the model file start in, absolute or relative to the project. */
    public static final String DATA = "org.backprop.launch.DATA";

    /** String: number of epochs, an integer of at least 1. */
    public static final String EPOCHS = "org.backprop.launch.EPOCHS";

    /** String: seed, a 64-bit integer. */
    public static final String SEED = "org.backprop.launch.SEED";

    /** String: backend, {@code native} by default. */
    public static final String BACKEND = "org.backprop.launch.BACKEND";

    /** String: kernels of the native backend, {@code native} by default. */
    public static final String KERNELS = "org.backprop.launch.KERNELS";

    /** String: threads that compute, an integer of at least 1. */
    public static final String THREADS = "org.backprop.launch.THREADS";

    /** String: address of the cluster, where the backend is {@link #SPARK_BACKEND}. */
    public static final String SPARK = "org.backprop.launch.SPARK";

    /** String: parts of a batch that are computed side by side on the cluster, an integer of at least 1. */
    public static final String WORKERS = "org.backprop.launch.WORKERS";

    /** String: steps that each worker on the cluster makes by itself before the parameters are averaged, an integer of at least 1. */
    public static final String AVERAGE_EVERY = "org.backprop.launch.AVERAGE_EVERY";

    /** The backend of trainings on a cluster of Apache Spark. */
    public static final String SPARK_BACKEND = "spark";

    /** String: folder that receives the run folders, absolute or relative to the project; {@code runs} by default. */
    public static final String RUNS = "org.backprop.launch.RUNS";

    /** String: folder of a run that is taken up again, absolute or relative to the project. */
    public static final String RESUME = "org.backprop.launch.RESUME";

    /** Map of strings: dotted path in the model file to the YAML value that replaces it for this launch. */
    public static final String OVERRIDES = "org.backprop.launch.OVERRIDES";

    /** String: further arguments of the trainer's Java virtual machine, quoted as on a command line. */
    public static final String VM_ARGUMENTS = "org.backprop.launch.VM_ARGUMENTS";

    private LaunchKeys() {}
}
