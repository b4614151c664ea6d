package org.backprop.engine.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The contestants that are under way in one workload, which end together. What cannot run here is reported once and not
 * tried again.
 */
public final class Field {
    private final Launcher launcher;
    private final Consumer<String> messages;
    private final Set<Peer> missing = EnumSet.noneOf(Peer.class);
    private final Set<String> descriptions = new LinkedHashSet<>();
    private final List<Contestant> running = new ArrayList<>();
    private boolean failed;

    /** A field with nobody in it; each message is one line for the user. */
    public Field(Launcher launcher, Consumer<String> messages) {
        this.launcher = launcher;
        this.messages = messages;
    }

    /** What {@link Contestant#description described} itself so far. */
    public Collection<String> descriptions() {
        return descriptions;
    }

    /** Whether something went wrong that is more than a missing peer. */
    public boolean hasFailed() {
        return failed;
    }

    /** Starts our engine. */
    Contestant ours(WorkloadFolder folder, int threads) throws IOException {
        try {
            return add(launcher.ours(folder, threads));
        } catch (UnavailableException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Starts our engine, plain and recording. */
    List<Contestant> oursTwice(WorkloadFolder folder, int threads) throws IOException {
        try {
            List<Contestant> both = launcher.oursTwice(folder, threads);
            both.forEach(this::add);
            return both;
        } catch (UnavailableException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Starts a peer, plain and watched; nobody if it cannot run here. */
    List<Contestant> peerTwice(Peer peer, WorkloadFolder folder, int threads) {
        Optional<Contestant> plain = peer(peer, folder, threads, false);
        Optional<Contestant> watched = peer(peer, folder, threads, true);
        return plain.isPresent() && watched.isPresent() ? List.of(plain.get(), watched.get()) : List.of();
    }

    /** Starts a peer, if it can run here. */
    Optional<Contestant> peer(Peer peer, WorkloadFolder folder, int threads, boolean watched) {
        if (missing.contains(peer)) {
            return Optional.empty();
        }
        try {
            return Optional.of(add(launcher.peer(peer, folder, threads, watched)));
        } catch (UnavailableException e) {
            if (!e.thisWorkOnly()) {
                missing.add(peer);
            }
            messages.accept(peer.key() + " is skipped: " + e.getMessage());
        } catch (IOException e) {
            fail(peer.key() + ": " + e.getMessage());
        }
        return Optional.empty();
    }

    private Contestant add(Contestant contestant) {
        running.add(contestant);
        descriptions.add(contestant.description());
        return contestant;
    }

    /** Reports something that makes the whole benchmark fail. */
    void fail(String message) {
        failed = true;
        messages.accept(message);
    }

    /** Warns if others used the machine so much that the figures say little. */
    void warnIfDisturbed(String what, List<Round> rounds) {
        double load = Round.foreignLoad(rounds);
        if (load > Contest.QUIET) {
            messages.accept(String.format(
                    Locale.ROOT,
                    "%s: other programs used %.0f %% of the machine; repeat this when it is idle",
                    what,
                    100 * load));
        }
    }

    /** Ends all contestants. */
    void clear() {
        running.forEach(Contestant::close);
        running.clear();
    }
}
