package org.backprop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

/** Checks problems of texts in which ‹ and › enclose what a problem must point to. */
final class Expect {

    private Expect() {}

    /** The text has exactly one problem, at the marked place, with this code, and its message contains these parts. */
    static void problem(Code code, String markedText, String... parts) {
        List<Problem> problems = problems(markedText);
        assertEquals(1, problems.size(), () -> format(problems));
        assertEquals(code.name(), problems.getFirst().code(), () -> format(problems));
        for (String part : parts) {
            assertTrue(problems.getFirst().message().contains(part), () -> part + " in " + format(problems));
        }
    }

    /** The text has exactly these problems, in this order, at the marked places. */
    static List<Problem> problems(String markedText) {
        String text = markedText.replaceAll("[‹›]", "");
        List<Problem> problems = Texts.read(text).problems();
        assertEquals(
                marked(markedText),
                problems.stream()
                        .map(p -> p.position().offset() + "+" + p.position().length())
                        .toList(),
                () -> format(problems));
        for (Problem problem : problems) {
            assertEquals(
                    lineAndColumn(text, problem.position().offset()),
                    problem.position().line() + ":" + problem.position().column());
        }
        return problems;
    }

    private static String format(List<Problem> problems) {
        return String.join("\n", problems.stream().map(Problem::format).toList());
    }

    private static List<String> marked(String text) {
        List<String> places = new ArrayList<>();
        int markers = 0;
        for (int open = text.indexOf('‹'); open >= 0; open = text.indexOf('‹', open + 1)) {
            int close = text.indexOf('›', open);
            places.add((open - markers) + "+" + (close - open - 1));
            markers += 2;
        }
        return places;
    }

    private static String lineAndColumn(String text, int offset) {
        String before = text.substring(0, offset);
        long lines = before.chars().filter(c -> c == '\n').count();
        return (lines + 1) + ":" + (offset - before.lastIndexOf('\n'));
    }
}
