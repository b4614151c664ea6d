package org.backprop.runlog.control;

import java.util.Optional;

/**
 * Answer to one {@link Request}: {@code {"id":1,"ok":true}} or {@code {"id":1,"ok":false,"reason":"..."}}.
 *
 * @param id id of the request
 * @param ok whether the trainer will do it
 * @param reason why not; empty if {@code ok}
 */
public record Reply(long id, boolean ok, Optional<String> reason) implements TrainerMessage {
    /** Checks that a refusal, and only a refusal, has a reason. */
    public Reply {
        if (ok == reason.isPresent()) {
            throw new IllegalArgumentException("a refusal, and only a refusal, has a reason");
        }
    }

    /** The trainer does what request {@code id} asks. */
    public static Reply done(long id) {
        return new Reply(id, true, Optional.empty());
    }

    /** The trainer does not do what request {@code id} asks. */
    public static Reply refused(long id, String reason) {
        return new Reply(id, false, Optional.of(reason));
    }
}
