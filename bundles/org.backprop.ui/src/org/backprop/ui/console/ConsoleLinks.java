package org.backprop.ui.console;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what can be opened in a line that the trainer printed. */
public final class ConsoleLinks {
    /** What a link opens. */
    public enum Target {
        /** A model file, at a line if one is given. */
        MODEL,
        /** A run folder. */
        RUN
    }

    /**
     * A piece of a line that can be opened.
     *
     * @param offset first char of the link in the line
     * @param length chars of the link
     * @param target what it opens
     * @param path the path as printed
     * @param line 1-based line in the file, or 0 for none
     */
    public record Link(int offset, int length, Target target, String path, int line) {}

    private static final String ROOT = "(?:/|[A-Za-z]:[\\\\/])";
    private static final Pattern PROBLEM = Pattern.compile(
            "^(?<path>.+?\\.nn\\.yaml):(?<line>\\d{1,9}):\\d+: (?:error: |warning: )?[A-Z][A-Z0-9_]+\\b");
    private static final Pattern MODEL =
            Pattern.compile("(?<path>" + ROOT + "[^:*?\"<>|]*?\\.nn\\.yaml)(?::(?<line>\\d{1,9})(?::\\d+)?)?");
    private static final Pattern RUN = Pattern.compile(
            "(?<path>" + ROOT + "[^:*?\"<>|]*?[/\\\\]\\d{8}-\\d{6}-[^\\s/\\\\:*?\"<>|]*[^\\s/\\\\:*?\"<>|.,)])");

    private ConsoleLinks() {}

    /** The links of a line, models before runs. */
    public static List<Link> in(String text) {
        List<Link> links = new ArrayList<>();
        Matcher problem = PROBLEM.matcher(text);
        if (problem.find()) {
            links.add(link(problem, Target.MODEL, problem.end("line")));
            return links;
        }
        MODEL.matcher(text).results().forEach(match -> links.add(link(match, Target.MODEL, match.end())));
        RUN.matcher(text).results().forEach(match -> links.add(link(match, Target.RUN, match.end())));
        return links;
    }

    private static Link link(MatchResult match, Target target, int end) {
        String line = match.namedGroups().containsKey("line") ? match.group("line") : null;
        int length = end - match.start();
        return new Link(match.start(), length, target, match.group("path"), line == null ? 0 : Integer.parseInt(line));
    }
}
