package org.backprop.engine.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;

/**
 * A contestant in a process of its own, see {@link WorkerLoop}. It first prints {@code {"ready": DESCRIPTION}}, {@code {"unavailable": REASON}}, or {@code {"lacks": REASON}} if it only
 * cannot do this work; then it reads lines {@code run WARM_UP STEPS} and answers each with a {@link Measurement} as one line of JSON. It ends
 * when its input ends.
 */
public final class WorkerProcess implements Contestant {
    /** How measurements are written: {@code epoch_seconds} and so on. */
    static final Gson GSON = new GsonBuilder()
            .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
            .create();

    private final Process process;
    private final Path errors;
    private final Writer in;
    private final BufferedReader out;
    private final String description;

    /** The first line of a worker: all but one are null. */
    record Greeting(String ready, String unavailable, String lacks) {}

    private WorkerProcess(Process process, Path errors) throws IOException, UnavailableException {
        this.process = process;
        this.errors = errors;
        in = process.outputWriter(UTF_8);
        out = process.inputReader(UTF_8);
        Greeting greeting = read(Greeting.class);
        if (greeting.ready() == null) {
            close();
            boolean lacks = greeting.lacks() != null;
            throw new UnavailableException(lacks ? greeting.lacks() : greeting.unavailable(), lacks);
        }
        description = greeting.ready();
    }

    /**
     * Starts a worker and waits until it is ready.
     *
     * @param folder where its standard error goes, to be quoted if it fails
     * @param need what to say if the program cannot be started
     * @throws UnavailableException if the program cannot be started, or says that it cannot run
     */
    public static WorkerProcess start(List<String> command, Map<String, String> environment, Path folder, String need)
            throws IOException, UnavailableException {
        Path errors = Files.createTempFile(folder, "worker", ".err");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().putAll(environment);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UnavailableException(command.getFirst() + " cannot be started; " + need);
        }
        return new WorkerProcess(process, errors);
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public Measurement run(int warmUp, int steps) throws IOException {
        in.write("run " + warmUp + " " + steps + "\n");
        in.flush();
        return read(Measurement.class);
    }

    @Override
    public ProcessHandle process() {
        return process.toHandle();
    }

    private <T> T read(Class<T> type) throws IOException {
        String line = out.readLine();
        try {
            T answer = line == null ? null : GSON.fromJson(line, type);
            if (answer != null) {
                return answer;
            }
        } catch (JsonParseException e) {
            throw new IOException("it printed \"" + line + "\"", e);
        }
        process.onExit().completeOnTimeout(process, 1, TimeUnit.SECONDS).join();
        String code = process.isAlive() ? "" : " with exit code " + process.exitValue();
        close();
        throw new IOException("it ended" + code + ": "
                + Files.readString(errors, UTF_8).lines().reduce("no message", (a, b) -> b.isBlank() ? a : b));
    }

    /** Ends the process. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
