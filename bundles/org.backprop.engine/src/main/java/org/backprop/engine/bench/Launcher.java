package org.backprop.engine.bench;

import java.io.IOException;

/** Starts contestants. */
public interface Launcher {

    /**
     * Starts our engine.
     *
     * @param watched whether each run is recorded, as {@code train} does
     */
    Contestant ours(WorkloadFolder folder, int threads, boolean watched) throws IOException, UnavailableException;

    /**
     * Starts a peer.
     *
     * @param watched whether it takes the same series
     */
    Contestant peer(Peer peer, WorkloadFolder folder, int threads, boolean watched)
            throws IOException, UnavailableException;
}
