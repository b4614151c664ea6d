package org.backprop.engine.bench;

import java.io.IOException;

/** Starts contestants. */
public interface Launcher {

    /**
     * Starts our engine.
     *
     * @param normsEvery 0 for no recording; else record the run, with norms at every n-th step
     */
    Contestant ours(WorkloadFolder folder, int threads, int normsEvery) throws IOException, UnavailableException;

    /**
     * Starts a peer.
     *
     * @param normsEvery 0 for no recording; else take the same series, with norms at every n-th step
     */
    Contestant peer(Peer peer, WorkloadFolder folder, int threads, int normsEvery)
            throws IOException, UnavailableException;
}
