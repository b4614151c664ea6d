package org.backprop.ui.wizards;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The beginning of a README, up to its second heading, as plain text.
 *
 * @param text the text: a line for each paragraph or item
 * @param bold offset and length of what is bold
 */
record ReadmeText(String text, List<int[]> bold) {
    private static final Pattern BOLD = Pattern.compile("\\*\\*(.+?)\\*\\*");
    private static final String BULLET = "\u2022 ";

    /** Takes the beginning of a Markdown text. */
    static ReadmeText of(String markdown) {
        int next = markdown.indexOf("\n## ");
        String beginning = next < 0 ? markdown : markdown.substring(0, next);
        StringBuilder joined = new StringBuilder();
        for (String line :
                beginning.lines().filter(line -> !line.startsWith("# ")).toList()) {
            String stripped = line.strip();
            boolean item = stripped.startsWith("- ");
            if (stripped.isEmpty() || item) {
                endParagraph(joined, stripped.isEmpty());
            } else if (!joined.isEmpty() && joined.charAt(joined.length() - 1) != '\n') {
                joined.append(' ');
            }
            joined.append(item ? BULLET + stripped.substring(2) : stripped);
        }
        return emphasized(joined.toString().strip().replace("`", "").replaceAll("(?<!\\*)\\*(?!\\*)", ""));
    }

    private static void endParagraph(StringBuilder text, boolean withGap) {
        String end = withGap ? "\n\n" : "\n";
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append(end);
        }
    }

    private static ReadmeText emphasized(String marked) {
        StringBuilder text = new StringBuilder();
        List<int[]> bold = new ArrayList<>();
        Matcher matcher = BOLD.matcher(marked);
        int from = 0;
        while (matcher.find()) {
            text.append(marked, from, matcher.start());
            bold.add(new int[] {text.length(), matcher.group(1).length()});
            text.append(matcher.group(1));
            from = matcher.end();
        }
        text.append(marked.substring(from));
        return new ReadmeText(text.toString(), List.copyOf(bold));
    }
}
