package org.backprop.help;

import java.util.List;

/**
 * An entry of the table of contents.
 *
 * @param label what it is called
 * @param href its page, from the folder of the bundle
 * @param topics the entries below
 */
record Topic(String label, String href, List<Topic> topics) {

    Topic {
        topics = List.copyOf(topics);
    }

    Topic(String label, String href) {
        this(label, href, List.of());
    }

    /** As the root of {@code toc.xml}. */
    String toc() {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<toc label=\"%s\" topic=\"%s\">\n".formatted(Html.escape(label), href));
        topics.forEach(topic -> topic.append(xml));
        return xml.append("</toc>\n").toString();
    }

    /** As nested lists of links, for browsers that show no contents beside the pages. */
    String html() {
        StringBuilder html = new StringBuilder("<li>").append(Html.link(href, label));
        if (!topics.isEmpty()) {
            html.append("\n<ul>\n");
            topics.forEach(topic -> html.append(topic.html()));
            html.append("</ul>");
        }
        return html.append("</li>\n").toString();
    }

    private void append(StringBuilder xml) {
        xml.append("<topic label=\"%s\" href=\"%s\">\n".formatted(Html.escape(label), href));
        topics.forEach(topic -> topic.append(xml));
        xml.append("</topic>\n");
    }
}
