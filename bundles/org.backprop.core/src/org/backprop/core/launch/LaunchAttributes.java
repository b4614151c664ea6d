package org.backprop.core.launch;

/**
 * Names of the launch configuration types, of their attributes and of what a launched trainer carries.
 *
 * <p>Every attribute is optional except {@link #MODEL}; absent and blank mean "as the model file says". Strings may
 * hold {@code ${variables}}.
 */
public final class LaunchAttributes {
    /** The launch configuration type "Neural Network Training". */
    public static final String TYPE = "org.backprop.launch.train";

    /** The launch configuration type "Optimizer Race". */
    public static final String SWEEP_TYPE = "org.backprop.launch.sweep";

    /** String: full workspace path of the model file, such as {@code /digits/digits-mlp.nn.yaml}. */
    public static final String MODEL = "org.backprop.launch.MODEL";

    /** String: number of epochs, an integer of at least 1. */
    public static final String EPOCHS = "org.backprop.launch.EPOCHS";

    /** String: seed, a 64-bit integer. */
    public static final String SEED = "org.backprop.launch.SEED";

    /** String: trials of a sweep side by side, an integer of at least 1. */
    public static final String PARALLEL = "org.backprop.launch.PARALLEL";

    /** String: backend, see {@link #DEFAULT_BACKEND}. */
    public static final String BACKEND = "org.backprop.launch.BACKEND";

    /** String: folder that receives the run folders, absolute or relative to the project; default {@code runs}. */
    public static final String RUNS = "org.backprop.launch.RUNS";

    /** Map of strings: dotted path in the model file to the YAML value that replaces it for this launch. */
    public static final String OVERRIDES = "org.backprop.launch.OVERRIDES";

    /** String: further arguments of the trainer's Java virtual machine, quoted as on a command line. */
    public static final String VM_ARGUMENTS = "org.backprop.launch.VM_ARGUMENTS";

    /** The backend that is used where {@link #BACKEND} is absent. */
    public static final String DEFAULT_BACKEND = "native";

    /** Value of {@code IProcess.ATTR_PROCESS_TYPE} of a trainer. */
    public static final String PROCESS_TYPE = "org.backprop.trainer";

    private LaunchAttributes() {}
}
