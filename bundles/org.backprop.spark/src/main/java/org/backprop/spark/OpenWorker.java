package org.backprop.spark;

import java.net.InetAddress;

import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.backprop.engine.data.DataException;
import org.backprop.engine.run.BackendException;

/**
 * Opens a worker in an executor, and says why it cannot be opened; an empty text if it can.
 *
 * @param setup of the training
 */
record OpenWorker(Broadcast<Setup> setup) implements Function<Place, String> {
    @Override
    public String call(Place place) throws Exception {
        try {
            ExecutorWorkers.of(setup.value(), place).open();
            return "";
        } catch (DataException | BackendException e) {
            return "on " + InetAddress.getLocalHost().getHostName() + ": " + e.getMessage();
        }
    }
}
