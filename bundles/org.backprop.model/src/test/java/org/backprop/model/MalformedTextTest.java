package org.backprop.model;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedTextTest {

    private static void only(Code code, int line, int column, String text, String message) {
        Analysis analysis = Texts.read(text);
        assertEquals(
                List.of(code.name()),
                analysis.problems().stream().map(Problem::code).toList());
        Problem problem = analysis.problems().getFirst();
        assertEquals(
                line + ":" + column,
                problem.position().line() + ":" + problem.position().column());
        assertTrue(problem.message().contains(message), problem.message());
        assertTrue(analysis.model().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "# only a comment\n", "---\n", "--- ~\n...\n", "null", "\uFEFF"})
    void anEmptyFileIsOneProblem(String text) {
        only(Code.EMPTY_FILE, 1, 1, text, "the file is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "3", "[a, b]", "- a\n- b\n", "\"quoted\""})
    void aRootThatIsNoMappingIsOneProblem(String text) {
        only(Code.WRONG_TYPE, 1, 1, text, "a model file must be a mapping");
    }

    @Test
    void binaryContentIsOneProblemAtItsFirstByte() {
        only(Code.NOT_TEXT, 2, 3, "a: b\nc:\0\1\2", "the character U+0000");
        only(Code.NOT_TEXT, 1, 2, "a\uD800b", "the character U+D800");
    }

    @Test
    @Timeout(value = 5, unit = SECONDS)
    void fiftyMegabytesAreRefusedWithoutParsing() {
        only(Code.TOO_LARGE, 1, 1, "a: b\n".repeat(10 * 1024 * 1024), "longer than 16 MiB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? ", "{", "[a, "})
    @Timeout(value = 5, unit = SECONDS)
    void tenThousandLevelsAreRefused(String level) {
        only(
                Code.TOO_LARGE,
                1,
                64 * level.length() / level.replaceAll("[^\\[{?-]", "").length() + 1,
                level.repeat(10_000),
                "nested more than 64 levels");
    }

    @Test
    @Timeout(value = 5, unit = SECONDS)
    void anAliasBombIsRefused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [%s]\n"
                    .formatted(i, i, String.join(", ", java.util.Collections.nCopies(9, "*a" + (i - 1)))));
        }
        assertTrue(Texts.read(bomb.toString()).problems().stream()
                .anyMatch(p ->
                        p.code().equals(Code.TOO_LARGE.name()) && p.message().contains("aliases expand")));
    }

    @Test
    @Timeout(value = 5, unit = SECONDS)
    void millionsOfValuesAreRefused() {
        assertTrue(Texts.read("data: [" + "1,".repeat(4_000_000) + "]").problems().stream()
                .anyMatch(p -> p.message().contains("more than 200000 values")));
    }

    @Test
    void anAliasInsideOfItsOwnAnchorIsOneProblem() {
        String text = Texts.SHORT + "name: &a [*a]\n";
        assertEquals(
                List.of(Code.YAML_SYNTAX.name(), Code.WRONG_TYPE.name()),
                Texts.read(text).problems().stream()
                        .map(Problem::code)
                        .sorted()
                        .toList()
                        .reversed());
    }

    @Test
    void anUnknownAliasIsOneProblem() {
        Expect.problem(Code.YAML_SYNTAX, Texts.SHORT + "name: ‹*nobody›\n", "alias *nobody");
    }

    @Test
    void tabsAreNamed() {
        only(
                Code.YAML_SYNTAX,
                3,
                1,
                "backprop: 1\ndata:\n\tdigits: {}\n",
                "a tab cannot be used here: indent with spaces");
    }

    @Test
    void severalDocumentsAreRefused() {
        Expect.problem(Code.YAML_UNSUPPORTED, Texts.SHORT + "‹---›\na: b\n", "one document");
    }

    @Test
    void aSyntaxErrorKeepsWhatStandsBeforeIt() {
        String text = Texts.DIGITS.replace("epochs: 3", "epochs: 3: 4").replace("seed: 7", "seeed: 7");
        Analysis analysis = Texts.read(text);
        assertEquals(
                List.of("UNKNOWN_KEY", "YAML_SYNTAX"),
                analysis.problems().stream().map(Problem::code).toList());
        assertEquals(22, analysis.problems().getLast().position().line());
        assertFalse(analysis.outline().children().isEmpty());
    }

    @Test
    void nothingIsReportedAsMissingBehindASyntaxError() {
        only(Code.YAML_SYNTAX, 2, 8, "backprop: 1\ndata: {", "expected a value, but found the end of the file");
        only(Code.YAML_SYNTAX, 1, 13, "backprop: \"1", "the text ends too early");
    }

    @Test
    void everyKindOfSyntaxErrorHasAPlace() {
        for (String text : List.of(
                "a: 'b",
                "a: \"\\q\"",
                "a: @b",
                "a: `b",
                "%YAML 3.0\n---\na: b",
                "%FOO\n---",
                "a: b\n  c: d",
                "]",
                "}",
                ",",
                "a: |x\n b",
                "&",
                "*",
                "!<",
                "!x!y z",
                "? [",
                "a: b: c",
                "- a\nb: c",
                "a:\n- b\n c",
                "\"a\": b\n\"c",
                "--- a\n--- b\n%")) {
            List<Problem> problems = Texts.read(text).problems();
            assertTrue(problems.stream().anyMatch(p -> p.severity() == Severity.ERROR), text);
            assertTrue(problems.stream().allMatch(p -> p.position().end() <= text.length()), text);
            assertTrue(problems.stream().noneMatch(p -> p.message().isBlank()), text);
        }
    }

    @Test
    void thousandsOfProblemsAreCutOff() {
        StringBuilder text = new StringBuilder(Texts.SHORT);
        for (int i = 0; i < 5000; i++) {
            text.append("zzzz").append(i).append(": 1\n");
        }
        List<Problem> problems = Texts.read(text.toString()).problems();
        assertEquals(1001, problems.size());
        assertEquals("4000 more problems are not listed", problems.getLast().message());
        assertEquals(Severity.ERROR, problems.getLast().severity());
    }

    @Test
    void longTextIsShortenedInMessages() {
        Problem problem =
                Texts.read(Texts.SHORT + "x".repeat(1000) + ": 1\n").problems().getFirst();
        assertTrue(problem.message().length() < 200, problem.message());
    }
}
