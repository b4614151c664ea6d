package org.backprop.installer;

import org.eclipse.aether.artifact.Artifact;

/**
 * A jar to install.
 *
 * @param artifact its coordinates
 * @param bytes its size
 */
record Jar(Artifact artifact, long bytes) {
    String fileName() {
        String classifier = artifact.getClassifier().isEmpty() ? "" : "-" + artifact.getClassifier();
        return artifact.getArtifactId() + "-" + artifact.getVersion() + classifier + ".jar";
    }
}
