package org.backprop.spark;

import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerApplicationEnd;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;

/** Tells the user when an executor is gone. */
final class LostExecutors extends SparkListener {
    private volatile boolean ended;

    @Override
    public void onApplicationEnd(SparkListenerApplicationEnd end) {
        ended = true;
    }

    @Override
    public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
        if (!ended) {
            System.err.println("backprop: warning: executor " + removed.executorId() + " was lost ("
                    + removed.reason().lines().findFirst().orElse("no reason known")
                    + "); what it was computing is computed again");
        }
    }
}
