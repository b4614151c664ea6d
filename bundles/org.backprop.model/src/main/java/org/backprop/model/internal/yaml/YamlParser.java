package org.backprop.model.internal.yaml;

import java.util.Iterator;

import org.backprop.model.Code;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Parses a YAML text to a tree. Time and memory are bounded by {@link #LONGEST_TEXT} and {@link TreeBuilder}'s limits. */
public final class YamlParser {

    /** Longest text in UTF-16 chars, and largest file in bytes: 16 MiB. */
    public static final int LONGEST_TEXT = 16 * 1024 * 1024;

    /** The message for a text that is longer. */
    static final String TOO_LONG =
            "the text is longer than 16 MiB: a model file does not contain data, it names data files";

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setCodePointLimit(Integer.MAX_VALUE)
            .setUseMarks(true)
            .build();

    private final SourceText source;
    private final Problems problems;

    private YamlParser(SourceText source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    /** The tree of a text; after a syntax error, the part before it. */
    public static YamlTree parse(String file, String text, Problems problems) {
        if (text.length() > LONGEST_TEXT) {
            problems.error(new SourceText(file, "").location(0, 0), Code.TOO_LARGE, TOO_LONG);
            return YamlTree.UNREADABLE;
        }
        return new YamlParser(new SourceText(file, text), problems).parse();
    }

    private YamlTree parse() {
        String content = source.content();
        int bad = unprintable(content);
        if (bad >= 0) {
            problems.error(
                    source.at(content.codePointCount(0, bad)),
                    Code.NOT_TEXT,
                    "the character U+%04X cannot stand in a YAML text: is this a text file?"
                            .formatted(content.codePointAt(bad)));
            return YamlTree.UNREADABLE;
        }
        TreeBuilder builder = new TreeBuilder(source, problems);
        try {
            Iterator<Event> events = new Parse(SETTINGS).parseString(content).iterator();
            while (events.hasNext() && builder.accept(events.next())) {}
        } catch (MarkedYamlEngineException e) {
            int index =
                    e.getProblemMark().or(e::getContextMark).map(Mark::getIndex).orElse(content.length());
            problems.error(source.at(index), Code.YAML_SYNTAX, new SyntaxMessage(source).of(e));
            builder.breakOff();
        } catch (YamlEngineException e) {
            problems.error(builder.lastPlace(), Code.YAML_SYNTAX, SyntaxMessage.plain(e.getMessage()));
            builder.breakOff();
        }
        return builder.finish();
    }

    private static int unprintable(String content) {
        for (int i = 0; i < content.length(); ) {
            int c = content.codePointAt(i);
            if (!StreamReader.isPrintable(c)) {
                return i;
            }
            i += Character.charCount(c);
        }
        return -1;
    }
}
