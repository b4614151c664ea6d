package org.backprop.help;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * A page that is written in Markdown. Links to other Markdown files become links to their pages.
 *
 * @param path where it is in the bundle, see {@link Html#page}
 * @param title its first heading
 * @param html the whole page
 */
record MarkdownPage(String path, String title, String html) {
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .attributeProviderFactory(context -> MarkdownPage::anchor)
            .build();
    private static final Pattern MARKDOWN = Pattern.compile("\\.md(?=#|$)");

    /** @param path where the page is to be */
    static MarkdownPage of(String path, String markdown) {
        Node document = PARSER.parse(markdown);
        Titles titles = new Titles();
        document.accept(titles);
        return new MarkdownPage(path, titles.title, Html.page(path, titles.title, RENDERER.render(document)));
    }

    /** Headings can be linked to by their words, as on the pages of a repository. */
    private static void anchor(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Heading) {
            attributes.put(
                    "id",
                    text(node)
                            .toLowerCase(Locale.ROOT)
                            .replaceAll("[^a-z0-9 -]", "")
                            .replace(' ', '-'));
        }
    }

    private static String text(Node node) {
        StringBuilder text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(Code part) {
                text.append(part.getLiteral());
            }
        });
        return text.toString();
    }

    /** Finds the title and turns the links. */
    private static final class Titles extends AbstractVisitor {
        private String title = "";

        @Override
        public void visit(Heading heading) {
            if (title.isEmpty()) {
                title = text(heading);
            }
            visitChildren(heading);
        }

        @Override
        public void visit(Link link) {
            if (!link.getDestination().contains("://")) {
                link.setDestination(MARKDOWN.matcher(link.getDestination()).replaceFirst(".html"));
            }
            visitChildren(link);
        }
    }
}
