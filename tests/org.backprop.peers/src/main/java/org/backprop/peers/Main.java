package org.backprop.peers;

import java.io.IOException;
import java.nio.file.Path;

import org.backprop.engine.bench.Contestant;
import org.backprop.engine.bench.WorkerLoop;
import org.backprop.engine.bench.WorkloadFolder;

/** The process of a peer: {@code FOLDER dl4j|samediff THREADS}. */
public final class Main {

    private Main() {}

    /** Obeys the lines on standard input until they end. */
    public static void main(String[] args) throws IOException {
        WorkerLoop loop = new WorkerLoop(System.in, System.out);
        System.setOut(System.err); // SameDiff prints
        loop.serve(open(new WorkloadFolder(Path.of(args[0])), args[1], Integer.parseInt(args[2])));
    }

    /**
     * Opens a peer for some work.
     *
     * @throws IllegalArgumentException if there is no peer of this name, or the model has something that it lacks
     */
    static Contestant open(WorkloadFolder folder, String peer, int threads) throws IOException {
        ThreadChoice.prepare(threads);
        return switch (peer) {
            case "dl4j" -> TimedTrainee.open("Deeplearning4j", new Dl4jTrainee(folder), threads);
            case "samediff" -> TimedTrainee.open("SameDiff", new SameDiffTrainee(folder), threads);
            default -> throw new IllegalArgumentException("no such peer: " + peer);
        };
    }
}
