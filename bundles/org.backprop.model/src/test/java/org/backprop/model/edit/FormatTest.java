package org.backprop.model.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.backprop.model.ModelReader;
import org.backprop.model.ModelWriter;
import org.backprop.model.Problem;
import org.junit.jupiter.api.Test;

class FormatTest {
    private static final int RUINS = 400;

    private final Random random = new Random(11);

    private static String formatted(String text) throws EditRefusedException {
        return TextChange.apply(text, ModelEdit.of(text).format());
    }

    @Test
    void everyLevelIsIndentedByTwoSpaces() throws Exception {
        assertEquals(
                "network:\n  layers:\n    - flatten\n    - dense:\n        units: 3\n    - name: a\n      dense: 4\n",
                formatted(
                        "network:\n    layers:\n    - flatten\n    -   dense:\n          units: 3\n    - name: a\n      dense: 4"));
    }

    @Test
    void wordsHaveOneSpaceBetweenThem() throws Exception {
        assertEquals("a: {b: [1, 2], \"c\": 3, d: {}}\n", formatted("a:   { b :[1,2 ] ,\"c\":3,d:  { } }   \n\n"));
    }

    @Test
    void commentsBlankLinesAndQuotesStay() throws Exception {
        assertEquals(
                "# top\n\n'a':\n  # of b\n  b: \"x\"    # quoted\n\n\n  c: y #tight\n# end\n",
                formatted(
                        "# top\n   \n'a':\n      # of b\n      b:   \"x\"  # quoted\n\n \n      c: y #tight\n# end\n"));
    }

    @Test
    void commentsBehindValuesStayAligned() throws Exception {
        String aligned = "a: 1      # one\nbcd: 22   # two\n";
        assertEquals(aligned, formatted(aligned));
        assertEquals("x:\n  a: 1    # one\n  bcd: 2  # two\n", formatted("x:\n    a: 1    # one\n    bcd:  2 # two\n"));
    }

    @Test
    void aCommentFurtherInThanTheLineBelowStaysWithTheLineAbove() throws Exception {
        assertEquals("a:\n  b: 1\n  # of a\nc: 2\n", formatted("a:\n    b: 1\n    # of a\nc: 2\n"));
        assertEquals("a:\n  b: 1\n# of c\nc: 2\n", formatted("a:\n    b: 1\n# of c\nc: 2\n"));
    }

    @Test
    void bracketsOverSeveralLinesAreIndentedByTheirDepth() throws Exception {
        assertEquals(
                "a:\n  b: {\n    c: [1,\n      2],\n    d: 3\n  }\n",
                formatted("a:\n b: {\n  c: [1,\n   2],\n       d: 3\n    }\n"));
    }

    @Test
    void textsOfSeveralLinesKeepWhatTheySay() throws Exception {
        assertEquals(
                "a:\n  b: |\n      one\n        two\n\n  c: \"x\n    y\"\n",
                formatted("a:\n    b: |\n        one\n          two\n\n    c: \"x\n            y\"\n"));
    }

    @Test
    void aTextThatCannotBeReadIsRefusedWithItsLine() {
        EditRefusedException e = assertThrows(EditRefusedException.class, () -> formatted("a: 1\nb: [1\n"));
        assertTrue(e.getMessage().startsWith("line "), e.getMessage());
    }

    @Test
    void formattingChangesWhiteSpaceOnlyAndOnce() throws Exception {
        for (String text : Nasty.texts()) {
            check(text);
        }
    }

    @Test
    void aTextWhoseSpacesWereChangedMeansTheSameAfterFormatting() throws Exception {
        List<String> texts = Nasty.texts();
        int checked = 0;
        for (int i = 0; i < RUINS; i++) {
            String ruined = ruined(texts.get(i % texts.size()));
            if (isYaml(ruined)) {
                check(ruined);
                checked++;
            }
        }
        assertTrue(checked > RUINS / 2, checked + " texts");
    }

    private static boolean isYaml(String text) {
        try {
            ModelEdit.of(text);
            return true;
        } catch (EditRefusedException e) {
            return false;
        }
    }

    /** The text with more spaces here and there: around punctuation, at line ends, and before all lines. */
    private String ruined(String text) {
        StringBuilder ruined = new StringBuilder();
        int factor = 1 + random.nextInt(3);
        boolean flow = text.replace("\uFEFF", "").startsWith("{");
        for (String line : text.split("(?<=\n)")) {
            int indent = line.length() - line.stripLeading().length();
            boolean plain = line.indexOf('#') < 0 && line.indexOf('"') < 0 && line.indexOf('\'') < 0;
            String content = line.substring(Math.min(indent, line.length()));
            if (plain && !content.isBlank()) {
                content = content.replace(", ", random.nextBoolean() ? "," : " ,  ")
                        .replace("{", random.nextBoolean() ? "{ " : "{")
                        .replace("]", random.nextBoolean() ? "  ]" : "]");
            }
            boolean blank = line.isBlank();
            ruined.append(blank || flow ? line.substring(0, indent) : " ".repeat(indent * factor))
                    .append(content);
        }
        return ruined.toString();
    }

    private static void check(String text) throws EditRefusedException {
        String once = formatted(text);
        assertEquals(once, formatted(once), text);
        assertEquals(words(text), words(once), text);
        assertEquals(blankLines(text), blankLines(once), text);
        assertEquals(
                ModelReader.read("m.nn.yaml", text).model().map(ModelWriter::resolved),
                ModelReader.read("m.nn.yaml", once).model().map(ModelWriter::resolved),
                once);
        assertEquals(messages(text), messages(once), once);
    }

    private static List<String> messages(String text) {
        return ModelReader.read("m.nn.yaml", text).problems().stream()
                .map(Problem::message)
                .map(message -> message.replaceAll("line \\d+", "line"))
                .toList();
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static long blankLines(String text) {
        return text.strip().lines().filter(String::isBlank).count();
    }
}
