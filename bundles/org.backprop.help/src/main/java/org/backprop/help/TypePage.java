package org.backprop.help;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.backprop.help.Reference.Group;
import org.backprop.help.Reference.Use;
import org.backprop.model.TypeInfo;

/** The page of one type: what it does, its formula, its parameters, where it comes from. */
final class TypePage {
    private static final Pattern ARXIV = Pattern.compile("arXiv:(\\d{4}\\.\\d{4,5})");

    private final Group group;
    private final TypeInfo type;
    private final String path;

    TypePage(Group group, TypeInfo type) {
        this.group = group;
        this.type = type;
        this.path = group.page(type);
    }

    /** The whole page. */
    String html(Formulas formulas, MathMl math, Optional<Curve> curve) {
        StringBuilder body = new StringBuilder();
        body.append("<p class=\"path\">")
                .append(Html.link("index.html", group.title()))
                .append("</p>\n");
        body.append("<h1>").append(type.key()).append("</h1>\n");
        body.append("<p>").append(Html.escape(type.doc())).append("</p>\n");
        formula(formulas, math, body);
        curve.ifPresent(drawn -> body.append("<figure>\n")
                .append(CurveSvg.of(drawn))
                .append("<figcaption>")
                .append(Html.escape(drawn.caption()))
                .append("</figcaption>\n</figure>\n"));
        body.append("<h2>Parameters</h2>\n")
                .append(
                        type.parameters().isEmpty()
                                ? "<p>None.</p>\n"
                                : new ParameterTable(path, type, formulas, math).html());
        uses(body);
        source(body);
        return Html.page(path, type.key(), body.toString());
    }

    private void formula(Formulas formulas, MathMl math, StringBuilder body) {
        List<String> lines = formulas.of(type.key());
        if (lines.isEmpty()) {
            return;
        }
        body.append("<h2>Formula</h2>\n<div class=\"formula\">\n");
        lines.forEach(line -> body.append(math.block(line)).append('\n'));
        body.append("</div>\n");
        Map<String, String> notation = formulas.notation(type.key());
        if (!notation.isEmpty()) {
            body.append(notation.entrySet().stream()
                    .map(entry -> math.inline(shown(entry.getKey())) + " " + Html.escape(entry.getValue()))
                    .collect(Collectors.joining("; ", "<p class=\"notation\">", "</p>\n")));
        }
    }

    /** {@code f(} is that of a function, {@code [} that of a bracket. */
    private static String shown(String symbol) {
        if (symbol.startsWith("[")) {
            return "[\\cdot]";
        }
        return symbol.endsWith("(") ? symbol + "\\cdot)" : symbol;
    }

    private void uses(StringBuilder body) {
        List<Use> uses = Reference.uses(group, type);
        if (!uses.isEmpty()) {
            body.append("<h2>In a model file</h2>\n<p>");
            body.append(uses.stream().map(this::use).collect(Collectors.joining(", ")));
            body.append("</p>\n");
        }
    }

    private String use(Use use) {
        return Html.link(
                        Html.root(path) + use.group().page(use.type()) + "#"
                                + use.parameter().key(),
                        use.parameter().key())
                + " of " + Html.escape(use.type().key());
    }

    private void source(StringBuilder body) {
        if (!type.source().isEmpty()) {
            String linked =
                    ARXIV.matcher(Html.escape(type.source())).replaceAll("<a href=\"https://arxiv.org/abs/$1\">$0</a>");
            body.append("<h2>Source</h2>\n<p>").append(linked).append("</p>\n");
        }
    }
}
