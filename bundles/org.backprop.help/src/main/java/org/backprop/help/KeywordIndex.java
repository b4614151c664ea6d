package org.backprop.help;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.backprop.help.LectureTopics.Lesson;
import org.backprop.help.Reference.Group;

/** The index: every key of the catalogue and every lecture topic, with the pages about it. */
final class KeywordIndex {
    private final Map<String, Map<String, String>> pages =
            new TreeMap<>(Comparator.comparing((String word) -> word.toLowerCase(java.util.Locale.ROOT)));

    KeywordIndex(List<Group> groups, List<Lesson> lessons) {
        for (Group group : groups) {
            group.types().forEach(type -> add(type.key(), type.key() + ": " + group.title(), group.page(type)));
        }
        lessons.forEach(lesson ->
                add(lesson.topic(), lesson.topic() + ": lecture topics", LectureTopics.PATH + "#" + lesson.anchor()));
    }

    private void add(String word, String title, String page) {
        pages.computeIfAbsent(word, anew -> new TreeMap<>()).put(title, page);
    }

    /** As {@code index.xml} has it. */
    String xml() {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<index>\n");
        pages.forEach((word, topics) -> {
            xml.append("<entry keyword=\"").append(Html.escape(word)).append("\">\n");
            topics.forEach((title, page) ->
                    xml.append("<topic title=\"%s\" href=\"%s\"/>\n".formatted(Html.escape(title), Html.escape(page))));
            xml.append("</entry>\n");
        });
        return xml.append("</index>\n").toString();
    }
}
