package org.backprop.engine.bench;

import java.io.IOException;
import java.util.List;

/** Starts contestants. */
public interface Launcher {

    /** Starts our engine, without recording. */
    Contestant ours(WorkloadFolder folder, int threads) throws IOException, UnavailableException;

    /**
     * Starts our engine twice: without recording, and recording each run as {@code train} does. The two share the compiled
     * code and the memory of the network, so that nothing but the recording tells them apart.
     */
    List<Contestant> oursTwice(WorkloadFolder folder, int threads) throws IOException, UnavailableException;

    /**
     * Starts a peer.
     *
     * @param watched whether it takes the same series
     */
    Contestant peer(Peer peer, WorkloadFolder folder, int threads, boolean watched)
            throws IOException, UnavailableException;
}
