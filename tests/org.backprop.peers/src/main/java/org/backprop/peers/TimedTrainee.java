package org.backprop.peers;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

import org.backprop.engine.bench.Contestant;
import org.backprop.engine.bench.Measurement;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A trainee with a clock.
 *
 * @param description what it is
 * @param trainee the network
 */
record TimedTrainee(String description, Trainee trainee) implements Contestant {
    private static final String MAVEN = "/META-INF/maven/org.nd4j/nd4j-api/pom.properties";
    private static final double NANOS = 1e9;

    /** Gives the cores to that thread pool of ND4J which makes this trainee faster. */
    static Contestant open(String library, Trainee trainee, int threads) throws IOException {
        ThreadChoice choice = ThreadChoice.fastest(trainee, threads);
        return new TimedTrainee("%s %s (%s)".formatted(library, version(), choice.description()), trainee);
    }

    /** The version of ND4J, which all its libraries have. */
    private static String version() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Nd4j.class.getResourceAsStream(MAVEN)) {
            properties.load(in);
        }
        return properties.getProperty("version");
    }

    @Override
    public Measurement run(int warmUp, int steps) {
        trainee.reset();
        if (warmUp > 0) {
            trainee.train(0, warmUp);
        }
        long start = System.nanoTime();
        double loss = trainee.train(warmUp, steps);
        return new Measurement(steps, (System.nanoTime() - start) / NANOS, loss, 0, 0);
    }
}
