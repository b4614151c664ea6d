package org.backprop.engine.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Starts the peers that are Java libraries. Their module is no part of the trainer: {@code ./backprop bench} builds it when
 * one of them is asked for, and says by a system property where it is.
 */
final class JavaPeers {
    /** What this JVM's class path lacks: the module and the libraries that only it uses. */
    static final String PATH_PROPERTY = "org.backprop.peers";

    private static final String MAIN = "org.backprop.peers.Main";

    private JavaPeers() {}

    /**
     * Starts a peer in a JVM with the options of this one.
     *
     * @throws UnavailableException also if it is to be watched
     */
    static Contestant start(Peer peer, WorkloadFolder folder, int threads, boolean watched)
            throws IOException, UnavailableException {
        if (watched) {
            throw new UnavailableException("the benchmark takes no series with it");
        }
        String path = System.getProperty(PATH_PROPERTY, "");
        if (path.isEmpty()) {
            throw new UnavailableException("start it with ./backprop bench in a checkout, which builds what it needs");
        }
        List<String> command =
                ThisJvm.programCommand(path, MAIN, folder.path().toString(), peer.key(), Integer.toString(threads));
        return WorkerProcess.start(command, Map.of(), folder.path(), "a JDK is needed");
    }
}
