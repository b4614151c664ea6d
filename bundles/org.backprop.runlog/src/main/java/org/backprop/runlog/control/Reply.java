package org.backprop.runlog.control;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Answer to one {@link Request}: {@code {"id":1,"ok":true,"result":{...}}} or {@code {"id":1,"ok":false,"reason":"..."}}.
 *
 * @param id id of the request
 * @param ok whether the trainer will do it
 * @param reason why not; empty if {@code ok}
 * @param result what the command found out: strings and finite {@code Double}s by name; empty if it has nothing to say
 */
public record Reply(long id, boolean ok, Optional<String> reason, Map<String, Object> result)
        implements TrainerMessage {
    /** Checks that a refusal, and only a refusal, has a reason. */
    public Reply {
        if (!result.values().stream().allMatch(Reply::isTellable)) {
            throw new IllegalArgumentException("a result holds strings and finite numbers, not " + result);
        }
        result = Collections.unmodifiableMap(new LinkedHashMap<>(result));
        if (ok == reason.isPresent()) {
            throw new IllegalArgumentException("a refusal, and only a refusal, has a reason");
        }
    }

    private static boolean isTellable(Object value) {
        return value instanceof String || value instanceof Double number && Double.isFinite(number);
    }

    /** The trainer does what request {@code id} asks. */
    public static Reply done(long id) {
        return done(id, Map.of());
    }

    /** The trainer has done what request {@code id} asks, and this is what it found out. */
    public static Reply done(long id, Map<String, Object> result) {
        return new Reply(id, true, Optional.empty(), result);
    }

    /** The trainer does not do what request {@code id} asks. */
    public static Reply refused(long id, String reason) {
        return new Reply(id, false, Optional.of(reason), Map.of());
    }
}
