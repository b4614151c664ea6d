package org.backprop.runlog.compare;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Chooses runs by a line of text. Its terms are divided by spaces and must all be fulfilled:
 *
 * <ul>
 *   <li>{@code word} is somewhere in the name, the model, a tag or another text of the run,
 *   <li>{@code key:text} the value of the key contains the text, as in {@code optimizer:adam},
 *   <li>{@code key=value}, {@code key<value}, {@code key>value}, {@code key<=value}, {@code key>=value} compare numbers, as in
 *       {@code learning_rate<0.01} or {@code accuracy/validation>=0.9}; with {@code =} texts too,
 *   <li>{@code -term} is not fulfilled; {@code "two words"} is one word.
 * </ul>
 *
 * Upper and lower case are the same.
 */
public final class RunFilter {
    private static final Pattern TERM = Pattern.compile("(-?)(?:([^\\s\":=<>]+)(:|<=|>=|=|<|>))?(\"[^\"]*\"?|\\S*)");

    private final List<Term> terms;

    private RunFilter(List<Term> terms) {
        this.terms = terms;
    }

    /** @param key empty for a word that may be anywhere */
    private record Term(boolean negated, String key, String relation, String value) {}

    /** What a filter asks of a run. */
    public interface Texts {
        /** Whatever a word may be in. */
        List<String> all();

        /** The value of a key. */
        Optional<String> at(String key);
    }

    /** The filter that a text says. Any text is one. */
    public static RunFilter parse(String text) {
        Matcher matcher = TERM.matcher(text.toLowerCase(Locale.ROOT));
        return new RunFilter(matcher.results()
                .filter(result -> !result.group().isBlank() && !result.group().equals("-"))
                .map(result -> new Term(
                        result.group(1).equals("-"),
                        Optional.ofNullable(result.group(2)).orElse(""),
                        Optional.ofNullable(result.group(3)).orElse(":"),
                        result.group(4).replace("\"", "")))
                .toList());
    }

    /** Whether a run is chosen. */
    public boolean accepts(Texts run) {
        return terms.stream().allMatch(term -> fulfills(run, term) != term.negated());
    }

    private static boolean fulfills(Texts run, Term term) {
        if (term.key().isEmpty()) {
            return run.all().stream().anyMatch(text -> lower(text).contains(term.value()));
        }
        return run.at(term.key())
                .filter(value -> compare(lower(value), term.relation(), term.value()))
                .isPresent();
    }

    private static boolean compare(String value, String relation, String wanted) {
        if (relation.equals(":")) {
            return value.contains(wanted);
        }
        Optional<Double> number = number(value);
        Optional<Double> limit = number(wanted);
        if (number.isEmpty() || limit.isEmpty()) {
            return relation.equals("=") && value.equals(wanted);
        }
        int order = number.get().compareTo(limit.get());
        return switch (relation) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            default -> order == 0;
        };
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.valueOf(text));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
