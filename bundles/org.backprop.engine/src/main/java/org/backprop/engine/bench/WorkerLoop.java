package org.backprop.engine.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The other end of {@link WorkerProcess}: lets a contestant of this process obey lines. */
public final class WorkerLoop {
    private final BufferedReader in;
    private final PrintStream out;

    /** A loop that has not greeted yet. */
    public WorkerLoop(InputStream in, PrintStream out) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = out;
    }

    /** Says why there is no contestant. */
    public void decline(String reason) {
        print(new WorkerProcess.Greeting(null, reason, null));
    }

    /** Greets, and obeys until the input ends. */
    public void serve(Contestant contestant) throws IOException {
        print(new WorkerProcess.Greeting(contestant.description(), null, null));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            print(contestant.run(Integer.parseInt(words[1]), Integer.parseInt(words[2])));
        }
    }

    private void print(Object answer) {
        out.println(WorkerProcess.GSON.toJson(answer));
        out.flush();
    }
}
