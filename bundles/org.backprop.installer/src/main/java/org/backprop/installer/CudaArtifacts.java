package org.backprop.installer;

import java.util.List;

import org.eclipse.aether.artifact.DefaultArtifact;

/** The jars of nd4j-cuda that the trainer does not have anyway. Sizes were read from Maven Central on 2026-11-21. */
final class CudaArtifacts {
    private static final String ND4J = "1.0.0-M2.1";
    private static final String JAVACPP = "1.5.7";
    private static final String CUDA = "11.6-8.3-" + JAVACPP;

    private CudaArtifacts() {}

    /** What a platform needs, such as {@code linux-x86_64}: the binding, its native library, and NVIDIA's libraries. */
    static List<Jar> of(String platform) {
        return List.of(
                jar("org.nd4j", "nd4j-cuda-11.6", "", ND4J, 428_345),
                jar("org.nd4j", "nd4j-cuda-11.6-preset", "", ND4J, 11_727),
                jar("org.bytedeco", "cuda", "", CUDA, 719_578),
                jar("org.bytedeco", "cuda", platform, CUDA, 6_570_373),
                jar("org.nd4j", "nd4j-cuda-11.6", platform, ND4J, 600_670_741),
                jar("org.bytedeco", "cuda", platform + "-redist", CUDA, 1_827_438_924));
    }

    private static Jar jar(String group, String name, String classifier, String version, long bytes) {
        return new Jar(new DefaultArtifact(group, name, classifier, "jar", version), bytes);
    }
}
