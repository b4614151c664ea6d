package org.backprop.editor.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a caret stands in a YAML text, found from the indentation of the lines above and the braces of its own line.
 *
 * @param path keys of the mappings around the caret, outermost first; {@link #ITEM} for the item of a list
 * @param prefix the part of a word left of the caret
 * @param value whether the caret stands behind {@code key:}, that key being the last of the path
 */
record YamlContext(List<String> path, String prefix, boolean value) {
    /** Stands for an item of a list in a path. */
    static final String ITEM = "-";

    private static final Pattern START =
            Pattern.compile("^(?<indent> *)(?<dashes>(?:- +)*)(?:(?<key>[^\\s#:{}\\[\\],]+)\\s*:(?=\\s|$))?");
    private static final Pattern WORD = Pattern.compile("(?:[\\w.][\\w./-]*)?$");
    private static final Pattern FLOW = Pattern.compile("[{}\\[\\],]|(?<key>[^\\s#:{}\\[\\],]+)\\s*:(?=\\s|$)");

    /** The context of the caret before the char at {@code offset}. */
    static YamlContext at(String text, int offset) {
        int lineStart = text.lastIndexOf('\n', offset - 1) + 1;
        String line = text.substring(lineStart, offset);
        Matcher word = WORD.matcher(line);
        String prefix = word.find() ? word.group() : "";
        String before = line.substring(0, line.length() - prefix.length());

        Matcher start = START.matcher(before);
        start.find();
        Deque<String> path = new ArrayDeque<>();
        int column = start.end("dashes");
        for (int dash = start.start("dashes"); dash < start.end("dashes"); dash++) {
            if (before.charAt(dash) == '-') {
                path.addLast(ITEM);
                column = Math.min(column, dash);
            }
        }
        addEnclosing(path, text.substring(0, lineStart), column);
        boolean value = addFlow(path, before.substring(start.end("dashes")));
        return new YamlContext(List.copyOf(path), prefix, value);
    }

    /** Puts the keys and items above, each less indented than the one below it, in front of the path. */
    private static void addEnclosing(Deque<String> path, String above, int column) {
        int limit = column;
        List<String> lines = above.lines().toList();
        for (int i = lines.size() - 1; i >= 0 && limit >= 0; i--) {
            if (lines.get(i).isBlank() || lines.get(i).strip().startsWith("#")) {
                continue;
            }
            for (Entry entry : entries(lines.get(i)).reversed()) {
                boolean list = entry.column() == limit && !entry.name().equals(ITEM) && ITEM.equals(path.peekFirst());
                if (entry.column() < limit || list) {
                    path.addFirst(entry.name());
                    limit = list ? limit - 1 : entry.column();
                }
            }
        }
    }

    private record Entry(int column, String name) {}

    private static List<Entry> entries(String line) {
        List<Entry> entries = new ArrayList<>();
        Matcher start = START.matcher(line);
        start.find();
        for (int i = start.start("dashes"); i < start.end("dashes"); i++) {
            if (line.charAt(i) == '-') {
                entries.add(new Entry(i, ITEM));
            }
        }
        if (start.group("key") != null) {
            entries.add(new Entry(start.start("key"), start.group("key")));
        }
        return entries;
    }

    /** Appends the keys whose braces are open at the end of {@code line}; says whether it ends behind a key. */
    private static boolean addFlow(Deque<String> path, String line) {
        String pending = null;
        Deque<Integer> depths = new ArrayDeque<>();
        Matcher token = FLOW.matcher(line);
        while (token.find()) {
            String key = token.group("key");
            switch (token.group().charAt(0)) {
                case '{', '[' -> {
                    depths.push(path.size());
                    if (pending != null) {
                        path.addLast(pending);
                    }
                    pending = null;
                }
                case '}', ']' -> {
                    pending = null;
                    for (int depth = depths.isEmpty() ? path.size() : depths.pop(); path.size() > depth; ) {
                        path.removeLast();
                    }
                }
                case ',' -> pending = null;
                default -> pending = key;
            }
        }
        if (pending != null) {
            path.addLast(pending);
        }
        return pending != null;
    }
}
