package org.backprop.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.backprop.help.LectureTopics.Lesson;
import org.backprop.model.Analysis;
import org.backprop.model.ModelReader;
import org.backprop.model.Problem;
import org.backprop.model.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LectureTopicsTest {
    private static final Path SAMPLES = Path.of("../org.backprop.samples");

    static Stream<Lesson> lessons() throws IOException {
        return LectureTopics.read(HelpFolder.SOURCES.resolve("topics.yaml")).stream();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void theSampleTakesTheSettings(Lesson lesson) {
        Map<String, String> settings = new LinkedHashMap<>();
        lesson.settings().forEach(setting -> {
            String[] parts = setting.split("=", 2);
            settings.put(parts[0], parts[1]);
        });
        Path sample = SAMPLES.resolve(lesson.sample());
        assertTrue(Files.isRegularFile(sample), sample.toString());
        Analysis analysis = ModelReader.read(sample, settings);
        List<String> errors = analysis.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(Problem::format)
                .toList();
        assertEquals(List.of(), errors);
        assertTrue(analysis.model().isPresent());
    }

    @Test
    void everyTopicHasAPlaceOfItsOwnInThePage() throws IOException {
        String page = HelpFolder.read(HelpFolder.ROOT.resolve(LectureTopics.PATH));
        assertEquals(
                lessons().count(),
                lessons().map(Lesson::anchor).distinct().count(),
                "two topics have the same place in the page");
        lessons().forEach(lesson -> assertTrue(page.contains("<h2 id=\"" + lesson.anchor() + "\">")));
    }
}
