package org.backprop.model.internal.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.backprop.model.edit.EditRefusedException;

/**
 * An entry of a list as text, without its dash.
 *
 * @param text as it stands in block style, its first line not indented
 * @param mapping whether it is a mapping without braces, which a list in brackets needs them for
 */
record ItemText(String text, boolean mapping) {

    /** The entries of a list, or the one entry that a text is. */
    static List<ItemText> parse(String yaml) throws EditRefusedException {
        Source source = Source.parse(yaml);
        Syntax root = source.root().orElseThrow(() -> new EditRefusedException("the text contains no layer"));
        List<ItemText> items = new ArrayList<>();
        for (Syntax item : root instanceof Syntax.Sequence list ? list.items() : List.of(root)) {
            if (!(item instanceof Syntax.Mapping || item instanceof Syntax.Scalar scalar && !scalar.isNull())) {
                throw new EditRefusedException("the text is not a layer or a list of layers");
            }
            items.add(of(source, item));
        }
        return items;
    }

    /** An entry of a text. */
    static ItemText of(Source source, Syntax item) {
        int column = source.lines().column(item.start());
        String text = source.part(item.start(), item.end())
                .lines()
                .map(line -> line.substring(Math.min(column, leadingSpaces(line))))
                .collect(Collectors.joining("\n"));
        boolean mapping = item instanceof Syntax.Mapping pairs && (!pairs.flow() || text.charAt(0) != '{');
        return new ItemText(text, mapping);
    }

    private static int leadingSpaces(String line) {
        int spaces = 0;
        while (spaces < line.length() && line.charAt(spaces) == ' ') {
            spaces++;
        }
        return spaces;
    }

    /** The text with its lines behind the first indented. */
    String block(int column, String lineBreak) {
        return text.lines()
                .map(line -> line.isBlank() ? line : " ".repeat(column) + line)
                .collect(Collectors.joining(lineBreak))
                .strip();
    }

    /** The text for a list in brackets. */
    String flow() throws EditRefusedException {
        if (text.indexOf('\n') >= 0 || text.indexOf('#') >= 0) {
            throw new EditRefusedException(
                    "the list is written in brackets, the layer over several lines: edit the source");
        }
        return mapping ? "{" + text + "}" : text;
    }
}
