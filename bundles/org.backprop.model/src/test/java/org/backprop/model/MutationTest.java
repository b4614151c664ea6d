package org.backprop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class MutationTest {

    private static final int MUTANTS = 10_000;
    private static final List<String> FILES =
            List.of(Texts.DIGITS, Texts.BRANCHES, Texts.SHORT, Texts.TRANSFER, Texts.SWEEP);
    private static final String[] SNIPPETS = {
        "{",
        "}",
        "[",
        "]",
        ":",
        ": ",
        "- ",
        "\n",
        "\n  ",
        "\t",
        "\"",
        "'",
        "&a ",
        "*a",
        "!!int ",
        "? ",
        "|",
        ">",
        "#",
        "%",
        "@",
        "---\n",
        "~",
        "null",
        "-1",
        "1e999",
        ".nan",
        "0x",
        "\0",
        "\uFEFF",
        "\uD83D\uDE00",
        "\r",
        "\u2028",
        "\u0085",
        ",",
        "0",
        "."
    };

    @Test
    void noMutationOfAValidFileThrowsOrBreaksTheContract() {
        Random random = new Random(20240607);
        for (int i = 0; i < MUTANTS; i++) {
            String text = mutate(FILES.get(i % FILES.size()), random);
            try {
                check(text, Texts.read(text));
            } catch (RuntimeException | StackOverflowError e) {
                fail("mutant " + i + ":\n" + text, e);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("FILES")
    void everyPrefixOfAValidFileIsReadable(String file) {
        for (int length = 0; length < file.length(); length++) {
            String text = file.substring(0, length);
            check(text, Texts.read(text));
        }
    }

    private static String mutate(String text, Random random) {
        StringBuilder mutant = new StringBuilder(text);
        for (int edits = 1 + random.nextInt(4); edits > 0 && !mutant.isEmpty(); edits--) {
            int at = random.nextInt(mutant.length());
            int end = Math.min(mutant.length(), at + 1 + random.nextInt(12));
            switch (random.nextInt(5)) {
                case 0 -> mutant.delete(at, end);
                case 1 -> mutant.insert(at, mutant.substring(at, end));
                case 2 -> mutant.setCharAt(at, (char) (32 + random.nextInt(96)));
                case 3 -> mutant.insert(random.nextInt(mutant.length()), mutant.substring(at, end));
                default -> mutant.insert(at, SNIPPETS[random.nextInt(SNIPPETS.length)]);
            }
        }
        return mutant.toString();
    }

    private static void check(String text, Analysis analysis) {
        assertEquals(analysis.model().isEmpty(), analysis.hasErrors(), text);
        Position last = Position.START;
        for (Problem problem : analysis.problems()) {
            Position position = problem.position();
            assertTrue(position.length() >= 0 && position.end() <= text.length(), () -> problem + "\n" + text);
            assertTrue(position.line() >= 1 && position.column() >= 1, () -> problem + "\n" + text);
            assertTrue(last.compareTo(position) <= 0, () -> problem + "\n" + text);
            assertTrue(
                    problem.message().length() < 400 && !problem.message().contains("\n"), () -> problem + "\n" + text);
            last = position;
        }
        analysis.model().ifPresent(ModelWriter::resolved);
        analysis.network().ifPresent(NetworkSummary::table);
    }
}
