package org.backprop.help;

/** Pieces of HTML. */
final class Html {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>%s</title>
            <link rel="stylesheet" href="%shelp.css">
            </head>
            <body>
            <p class="path"><a href="%scontents.html">Contents</a></p>
            %s</body>
            </html>
            """;

    private Html() {}

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String link(String href, String text) {
        return "<a href=\"" + escape(href) + "\">" + escape(text) + "</a>";
    }

    /**
     * A page.
     *
     * @param path where it is in the bundle, such as {@code reference/loss/mse.html}
     */
    static String page(String path, String title, String body) {
        return PAGE.formatted(escape(title), root(path), root(path), body);
    }

    /** The way from the folder of a page to that of the bundle. */
    static String root(String path) {
        return "../".repeat((int) path.chars().filter(c -> c == '/').count());
    }
}
