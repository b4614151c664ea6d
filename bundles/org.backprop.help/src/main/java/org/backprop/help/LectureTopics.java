package org.backprop.help;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The index from the topics of a lecture to formulas, samples, views and settings: {@code topics.yaml}. */
final class LectureTopics {
    /** Where the page is. */
    static final String PATH = "topics.html";

    private static final String TITLE = "Lecture topics";

    private LectureTopics() {}

    /**
     * A topic.
     *
     * @param pages pages that explain it, from the folder of the bundle
     * @param sample model file below the folder of the samples
     * @param view last part of the id of the view that shows it
     * @param settings changes of the sample, as {@code --set} takes them
     */
    record Lesson(String topic, String text, List<String> pages, String sample, String view, List<String> settings) {
        String anchor() {
            return topic.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        }
    }

    static List<Lesson> read(Path file) throws IOException {
        return ((List<?>) Yaml.read(file)).stream().map(LectureTopics::lesson).toList();
    }

    private static Lesson lesson(Object entry) {
        Map<?, ?> map = (Map<?, ?>) entry;
        return new Lesson(
                (String) map.get("topic"),
                (String) map.get("text"),
                texts(map.get("pages")),
                (String) map.get("sample"),
                (String) map.get("view"),
                texts(map.get("settings")));
    }

    private static List<String> texts(Object list) {
        return ((List<?>) list).stream().map(String.class::cast).toList();
    }

    /** The page. */
    static String html(List<Lesson> lessons) {
        StringBuilder body = new StringBuilder("<h1>" + TITLE + "</h1>\n");
        body.append(
                        "<p>From a topic to its formulas, to the sample and the view that show it, and to what to change there.")
                .append(
                        " Links with a triangle act in the workbench; the samples open once the project <em>Backprop Samples</em>")
                .append(" is there (<em>File &gt; New &gt; Other… &gt; Examples &gt; Backprop</em>).</p>\n");
        lessons.forEach(lesson -> body.append(section(lesson)));
        return Html.page(PATH, TITLE, body.toString());
    }

    private static String section(Lesson lesson) {
        String pages =
                lesson.pages().stream().map(page -> Html.link(page, name(page))).collect(Collectors.joining(", "));
        String settings = lesson.settings().stream()
                .map(setting -> "<code>" + Html.escape(setting.replaceFirst("=", ": ")) + "</code>")
                .collect(Collectors.joining("<br>"));
        return """
                <h2 id="%s">%s</h2>
                <p>%s</p>
                <table class="topic">
                <tr><th>Explained in</th><td>%s</td></tr>
                <tr><th>Sample</th><td>%s</td></tr>
                <tr><th>Setting</th><td>%s</td></tr>
                <tr><th>View</th><td>%s</td></tr>
                </table>
                """.formatted(
                        lesson.anchor(),
                        Html.escape(lesson.topic()),
                        Html.escape(lesson.text()),
                        pages,
                        "<code>" + Html.escape(lesson.sample()) + "</code>",
                        settings,
                        lesson.view().substring(0, 1).toUpperCase(Locale.ROOT)
                                + lesson.view().substring(1));
    }

    /** What a page is about: the key of a type, or the name of the file. */
    private static String name(String page) {
        String[] parts = page.replace("/index.html", "").replace(".html", "").split("/");
        return parts[parts.length - 1].replace('-', ' ');
    }
}
