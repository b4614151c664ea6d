package org.backprop.help;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cheat sheet as a page, for an IDE that cannot show cheat sheets.
 *
 * @param title what it is about
 * @param html the whole page
 */
record Tutorial(String title, String html) {
    private static final Pattern HEAD =
            Pattern.compile("(?s)<cheatsheet title=\"(.*?)\">.*?<description>(.*?)</description>");
    private static final Pattern STEP = Pattern.compile(
            "(?s)<item title=\"(.*?)\" href=\"/org\\.backprop\\.help/(.*?)\".*?<description>(.*?)</description>");

    /**
     * The page of a cheat sheet.
     *
     * @param path where the page is to be
     * @param xml the cheat sheet, whose texts are XML and so HTML as well
     */
    static Tutorial of(String path, String xml) {
        Matcher head = HEAD.matcher(xml);
        if (!head.find()) {
            throw new IllegalArgumentException(path + ": no cheat sheet with a title and an introduction");
        }
        StringBuilder body =
                new StringBuilder("<h1>%s</h1>\n<p>%s</p>\n<ol>\n".formatted(head.group(1), head.group(2)));
        STEP.matcher(xml)
                .results()
                .forEach(step -> body.append("<li><p><b>%s.</b> %s <a href=\"%s\">More</a></p></li>\n"
                        .formatted(step.group(1), step.group(3), Html.root(path) + step.group(2))));
        return new Tutorial(
                head.group(1),
                Html.page(path, head.group(1), body.append("</ol>\n").toString()));
    }
}
