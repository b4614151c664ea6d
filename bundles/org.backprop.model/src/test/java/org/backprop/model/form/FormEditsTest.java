package org.backprop.model.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import org.backprop.model.Catalogue;
import org.backprop.model.Family;
import org.backprop.model.Model;
import org.backprop.model.ParameterInfo;
import org.backprop.model.edit.EditRefusedException;
import org.backprop.model.edit.ModelEdit;
import org.backprop.model.edit.TextChange;
import org.backprop.model.edit.TypedValue;
import org.backprop.model.edit.ValueText;
import org.junit.jupiter.api.Test;

/** Hundreds of random edits of the fields of commented texts: each does what it says, and nothing else changes. */
class FormEditsTest {
    private static final int ROUNDS = 150;
    private static final int EDITS = 6;
    private static final String COMMENTED = """
            # first
            data:
              # which
              digits: {samples: 100}   # few
              augmentation:
                - rotate: 10   # degrees
                # own line
                - noise
            training:
              loss: cross_entropy  # the loss
              regularizer: {l2: 0.1} # one
              optimizer:
                sgd:
                  # a fast one
                  learning_rate: 0.1
                  momentum: 0.9   # heavy
              stopping: [early_stopping, max_time: 10]
              schedule: cosine
            # the end
            """;

    private final Random random = new Random(3);
    private int done;

    private interface Edit {
        List<TextChange> on(ModelEdit edit) throws EditRefusedException;
    }

    @Test
    void everyEditOfAFieldDoesWhatItSaysAndLeavesTheOthersAlone() throws Exception {
        List<String> texts = texts();
        for (int round = 0; round < ROUNDS; round++) {
            String text = texts.get(round % texts.size());
            for (int i = 0; i < EDITS; i++) {
                text = edit(text);
            }
        }
        assertTrue(done > ROUNDS * EDITS / 2, done + " edits were not refused");
    }

    @Test
    void everyParameterOfTheSectionsIsAField() {
        for (String section : List.of("data", "training", "monitor")) {
            ParameterInfo parameter =
                    Catalogue.describe(Model.class).parameter(section).orElseThrow();
            assertEquals(
                    Catalogue.describe(parameter.element().asSubclass(Record.class))
                            .parameters(),
                    FormReader.section(Optional.empty(), section).fields().stream()
                            .map(FormField::parameter)
                            .toList());
        }
    }

    private static List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>(List.of(COMMENTED, COMMENTED.replace("\n", "\r\n"), ""));
        try (Stream<Path> files = Files.walk(Path.of("../org.backprop.samples"), 2)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".nn.yaml"))
                    .sorted()
                    .toList()) {
                texts.add(Files.readString(file));
            }
        }
        return texts;
    }

    private static List<FormField> fields(String text) throws EditRefusedException {
        Optional<ValueText> root = ModelEdit.of(text).value();
        return Stream.of("data", "training", "monitor")
                .flatMap(section -> FormReader.section(root, section).all())
                .toList();
    }

    private String edit(String text) throws EditRefusedException {
        List<FormField> fields = fields(text);
        FormField field = fields.get(random.nextInt(fields.size()));
        ParameterInfo parameter = field.parameter();
        List<String> path = field.path();
        boolean reset = field.isResettable() && random.nextInt(3) == 0;
        if (reset) {
            return check(
                    text,
                    field,
                    edit -> edit.remove(path),
                    found -> found.given().isEmpty());
        }
        return switch (parameter.kind()) {
            case FAMILY -> {
                String type = any(parameter.choices());
                Family family = Family.of(parameter.element()).orElseThrow();
                yield check(
                        text,
                        field,
                        edit -> edit.select(path, family, type),
                        found -> found.type().orElseThrow().key().equals(type));
            }
            case FAMILIES -> list(text, field);
            case INTEGER, NUMBER, INTEGERS, NUMBERS -> {
                String typed = Integer.toString(1 + random.nextInt(99));
                yield check(
                        text,
                        field,
                        edit -> edit.set(path, TypedValue.yaml(parameter, typed)),
                        found -> TypedValue.typed(found.given().orElseThrow()).equals(typed));
            }
            case TEXT -> {
                String typed = any(List.of("a", "two words", "x: y", "# no comment", "[1", "it's", "12", "loss/train"));
                yield check(
                        text,
                        field,
                        edit -> edit.set(path, TypedValue.yaml(parameter, typed)),
                        found -> TypedValue.typed(found.given().orElseThrow()).equals(typed));
            }
            default -> text;
        };
    }

    private String list(String text, FormField field) throws EditRefusedException {
        int size = field.items().size();
        if (size > 1 && random.nextBoolean()) {
            int from = random.nextInt(size);
            int to = random.nextInt(size + 1);
            List<String> order = new ArrayList<>(types(field));
            String moved = order.get(from);
            order.add(to, moved);
            order.remove(to < from ? from + 1 : from);
            return check(
                    text,
                    field,
                    edit -> edit.moveItem(field.path(), from, to),
                    found -> types(found).equals(order));
        }
        String type = any(field.parameter().choices());
        List<String> longer = new ArrayList<>(types(field));
        longer.add(type);
        return check(
                text,
                field,
                edit -> edit.add(field.path(), type),
                found -> types(found).equals(longer));
    }

    private static List<String> types(FormField field) {
        return field.items().stream()
                .map(item -> item.type().orElseThrow().key())
                .toList();
    }

    private String any(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private interface Condition {
        boolean holds(FormField found);
    }

    /** The text after an edit of a field; the same if it was refused. */
    private String check(String text, FormField field, Edit edit, Condition wanted) throws EditRefusedException {
        String result;
        try {
            result = TextChange.apply(text, edit.on(ModelEdit.of(text)));
        } catch (EditRefusedException refused) {
            return text;
        }
        done++;
        String story = String.join(".", field.path()) + " in\n" + text + "\n=>\n" + result;
        FormField found = fields(result).stream()
                .filter(other ->
                        other.path().equals(field.path()) && other.parameter().equals(field.parameter()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(story));
        assertTrue(wanted.holds(found), story);
        assertEquals(values(text, field.path()), values(result, field.path()), story);
        text.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("#") && !inside(text, field, line))
                .forEach(comment -> assertTrue(result.contains(comment), story));
        return result;
    }

    /** Whether a comment stands in the value of the field, with which it may go. */
    private static boolean inside(String text, FormField field, String comment) {
        return field.given()
                .filter(value -> value.contains(text.indexOf(comment)))
                .isPresent();
    }

    /** What is given for the fields that are neither around nor inside a path. */
    private static Map<List<String>, String> values(String text, List<String> path) throws EditRefusedException {
        Map<List<String>, String> values = new LinkedHashMap<>();
        for (FormField field : fields(text)) {
            boolean around = begins(path, field.path()) || begins(field.path(), path);
            if (!around && field.fields().isEmpty() && field.items().isEmpty()) {
                field.given().ifPresent(value -> values.put(field.path(), TypedValue.typed(value)));
            }
        }
        return values;
    }

    private static boolean begins(List<String> path, List<String> with) {
        return path.size() >= with.size() && path.subList(0, with.size()).equals(with);
    }
}
