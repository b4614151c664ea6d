package org.backprop.editor.source;

import java.util.List;
import java.util.Optional;

import org.backprop.editor.templates.ModelContextType;

/** Tells which kind of templates may stand at a place of a model file. */
public final class TemplatePlace {

    private TemplatePlace() {}

    /**
     * The id of the kind; empty where none can stand.
     *
     * @param from where the word that is typed starts
     * @param to where it ends
     */
    public static Optional<String> at(String text, int from, int to) {
        if (text.substring(0, from).isBlank() && text.substring(to).isBlank()) {
            return Optional.of(ModelContextType.FILE);
        }
        YamlContext context = YamlContext.at(text, to);
        List<String> path = context.path();
        if (path.isEmpty()) {
            return Optional.of(ModelContextType.SECTION);
        }
        boolean layer = path.size() >= 3
                && !context.value()
                && path.getFirst().equals("network")
                && path.getLast().equals(YamlContext.ITEM)
                && path.get(path.size() - 2).equals("layers");
        return layer ? Optional.of(ModelContextType.LAYER) : Optional.empty();
    }
}
