package org.backprop.editor.source;

import java.util.Locale;
import java.util.Optional;

import org.backprop.model.Catalogue;
import org.backprop.model.DataSpec;
import org.backprop.model.Family;
import org.backprop.model.Model;
import org.backprop.model.ParameterInfo;
import org.backprop.model.ParameterInfo.Kind;
import org.backprop.model.TypeInfo;

/** Finds the help page of the word at a place of a model file: that of its type, or of the type whose parameter it is. */
public final class WordHelp {
    private static final String PAGE = "/org.backprop.help/reference/%s/%s.html";
    private static final String SECTION = "section";

    private String folder = SECTION;
    private TypeInfo type = Catalogue.describe(Model.class);
    private Optional<Family> expected = Optional.empty();

    private WordHelp() {}

    /**
     * A page about a word.
     *
     * @param title what it is about
     * @param href bundle and path, as the help system takes it
     */
    public record Page(String title, String href) {}

    /** The page about the word that {@code offset} is in or behind. */
    public static Page at(String text, int offset) {
        int end = offset;
        while (end < text.length() && (text.charAt(end) == '_' || Character.isLetterOrDigit(text.charAt(end)))) {
            end++;
        }
        YamlContext context = YamlContext.at(text, end);
        WordHelp help = new WordHelp();
        context.path().forEach(help::enter);
        help.enter(context.prefix());
        return new Page(help.type.key(), PAGE.formatted(help.folder, help.type.key()));
    }

    /** Goes on into the value of a key; an unknown word changes nothing. */
    private void enter(String word) {
        Optional<ParameterInfo> data = type.parameters().stream()
                .filter(p -> p.type() == DataSpec.class)
                .findFirst();
        Optional<Family> family = expected.or(() -> data.map(parameter -> Family.DATA));
        Optional<TypeInfo> member = family.flatMap(known -> Catalogue.type(known, word));
        if (member.isPresent()) {
            type = member.get();
            folder = folder(family.get());
            expected = Optional.empty();
            return;
        }
        type.parameter(word).ifPresent(this::enter);
    }

    private void enter(ParameterInfo parameter) {
        if (parameter.kind() == Kind.SECTION) {
            type = Catalogue.describe(parameter.element().asSubclass(Record.class));
            folder = SECTION;
        }
        expected = parameter.kind() == Kind.LAYERS ? Optional.of(Family.LAYER) : Family.of(parameter.element());
    }

    private static String folder(Family family) {
        return family == Family.RECURRENT ? folder(Family.LAYER) : family.name().toLowerCase(Locale.ROOT);
    }
}
