package org.backprop.help;

import org.backprop.help.Reference.Group;

/** The page that lists the types of a group. */
final class GroupPage {
    private GroupPage() {}

    static String html(Group group) {
        StringBuilder body = new StringBuilder("<h1>" + Html.escape(group.title()) + "</h1>\n<table>\n");
        group.types()
                .forEach(type -> body.append("<tr><td>")
                        .append(Html.link(type.key() + ".html", type.key()))
                        .append("</td><td>")
                        .append(Html.escape(type.doc()))
                        .append("</td></tr>\n"));
        return Html.page(group.page(), group.title(), body.append("</table>\n").toString());
    }
}
