package org.backprop.editor.source;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DefaultIndentLineAutoEditStrategy;
import org.eclipse.jface.text.DocumentCommand;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.TextUtilities;

/** Indents a new line as what is typed next belongs there: inside of a key without a value, beside one with a value. */
public final class YamlIndent extends DefaultIndentLineAutoEditStrategy {
    private static final int STEP = 2;
    private static final Pattern LINE = Pattern.compile("(?<indent> *)(?<dashes>(?:- +)*)(?<rest>.*)");
    private static final Pattern OPEN = Pattern.compile(".*(?::|[\\[{,])\\s*(?:(?<=\\s)#.*)?");
    private static final Pattern KEY = Pattern.compile("(?<key>[\\w]+)\\s*:.*");
    private static final Pattern FLOW = Pattern.compile("[^\\[{]*[\\[{].*,\\s*");

    /** The keys that stand beside the type of a layer: after one of them, more will come. */
    private static final List<String> BESIDE = List.of("name", "inputs", "regularizer");

    @Override
    public void customizeDocumentCommand(IDocument document, DocumentCommand command) {
        boolean newLine = command.length == 0
                && command.text != null
                && TextUtilities.equals(document.getLegalLineDelimiters(), command.text) != -1;
        if (!newLine || command.offset < 0) {
            return;
        }
        try {
            IRegion line = document.getLineInformationOfOffset(command.offset);
            String before = document.get(line.getOffset(), command.offset - line.getOffset());
            command.text += " ".repeat(indent(before));
        } catch (BadLocationException documentChangedMeanwhile) {
            // then the line is not indented
        }
    }

    /** Number of spaces before the line that follows when Enter is typed behind this beginning of a line. */
    public static int indent(String before) {
        Matcher line = LINE.matcher(before);
        if (!line.matches()) {
            return 0;
        }
        int indent = line.end("indent");
        String rest = line.group("rest");
        if (rest.isBlank() || rest.startsWith("#")) {
            return indent;
        }
        if (OPEN.matcher(rest).matches()
                && !(rest.strip().endsWith(",") && !FLOW.matcher(rest).matches())) {
            return line.end("dashes") + STEP;
        }
        Matcher key = KEY.matcher(rest);
        boolean more = key.matches() && BESIDE.contains(key.group("key"));
        return more ? line.end("dashes") : indent;
    }
}
