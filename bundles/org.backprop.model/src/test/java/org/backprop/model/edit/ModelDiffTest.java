package org.backprop.model.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.backprop.model.diff.Difference;
import org.backprop.model.diff.Difference.Element;
import org.backprop.model.diff.Difference.Kind;
import org.backprop.model.diff.Difference.Side;
import org.backprop.model.diff.ModelDiff;
import org.junit.jupiter.api.Test;

class ModelDiffTest {
    private static final int EDITS = 300;
    private static final List<String> NEW = List.of("dense: 3", "dropout: {rate: 0.5}", "flatten", "dense: {units: 2}");
    private static final String MODEL = """
            backprop: 1
            name: first
            network:
              input: [4]
              layers:
                - flatten
                - dense: {name: hidden, units: 16, activation: relu}
                - residual:
                    name: block
                    layers:
                      - dense: {units: 16}
                      - dropout: 0.5
                - dense: {name: scores, units: 3}
            training:
              loss: cross_entropy
              optimizer: {adam: {learning_rate: 0.001}}
              epochs: 3
            """;

    private final Random random = new Random(11);

    private static List<Difference> between(String left, String right) {
        ModelDiff diff = ModelDiff.between(left, right);
        assertTrue(diff.problem().isEmpty(), () -> diff.problem() + " in\n" + left + "\nor\n" + right);
        return diff.differences();
    }

    /** All differences, one a line, those inside of others further in. */
    private static String text(List<Difference> differences) {
        StringBuilder text = new StringBuilder();
        write(differences, "", text);
        return text.toString();
    }

    private static void write(List<Difference> differences, String indent, StringBuilder text) {
        for (Difference difference : differences) {
            text.append(indent).append(difference.kind()).append(' ').append(difference.label());
            if (difference.element() == Element.PARAMETER) {
                text.append(": ").append(difference.left().map(Side::value).orElse("-"));
                text.append(" => ").append(difference.right().map(Side::value).orElse("-"));
            }
            text.append('\n');
            write(difference.children(), indent + "  ", text);
        }
    }

    private static String changed(String... replacements) {
        String text = MODEL;
        for (int i = 0; i < replacements.length; i += 2) {
            assertTrue(text.contains(replacements[i]), replacements[i]);
            text = text.replace(replacements[i], replacements[i + 1]);
        }
        return text(between(MODEL, text));
    }

    @Test
    void commentsQuotesOrderSpellingAndShortFormsMakeNoDifference() {
        assertEquals("", changed("epochs: 3", "epochs: \"3\" # three", "0.001", "1e-3"));
        assertEquals(
                "",
                changed(
                        "dropout: 0.5",
                        "dropout: {rate: 0.50}",
                        "units: 16, activation: relu",
                        "activation: relu, units: 16"));
        assertEquals("", changed("\n", "\r\n"));
        assertEquals("", changed("loss: cross_entropy", "loss:\n    cross_entropy: {}"));
    }

    @Test
    void changedSettingsStandUnderTheirSections() {
        assertEquals("""
                CHANGED training
                  CHANGED optimizer
                    CHANGED adam
                      CHANGED learning_rate: 0.001 => 0.01
                  CHANGED epochs: 3 => 5
                """, changed("learning_rate: 0.001", "learning_rate: 0.01", "epochs: 3", "epochs: 5"));
        assertEquals("""
                CHANGED training
                  CHANGED optimizer
                    ADDED sgd
                    REMOVED adam
                """, changed("{adam: {learning_rate: 0.001}}", "{sgd: {learning_rate: 0.1}}"));
    }

    @Test
    void changedParametersStandUnderTheirLayersAlsoInsideOfBlocks() {
        assertEquals(
                """
                CHANGED network
                  CHANGED hidden
                    ADDED bias: - => false
                    CHANGED units: 16 => 32
                  CHANGED block
                    CHANGED block/dropout_1
                      CHANGED rate: 0.5 => 0.25
                """,
                changed(
                        "{name: hidden, units: 16",
                        "{bias: false, name: hidden, units: 32",
                        "dropout: 0.5",
                        "dropout: 0.25"));
    }

    @Test
    void aNewLayerDoesNotChangeThoseBehindItWhateverTheirNamesByDefaultAre() {
        assertEquals("""
                CHANGED network
                  ADDED dropout_1
                """, changed("    - flatten\n", "    - dropout: 0.1\n    - flatten\n"));
        assertEquals(
                """
                CHANGED network
                  CHANGED block
                    ADDED block/dense_1
                """,
                changed(
                        "          - dense: {units: 16}\n",
                        "          - dense: {units: 8}\n          - dense: {units: 16}\n"));
    }

    @Test
    void anotherPlaceInTheListIsAMove() {
        assertEquals("""
                CHANGED network
                  MOVED flatten_1
                """, changed("    - flatten\n", "", "units: 3}\n", "units: 3}\n    - flatten\n"));
    }

    @Test
    void aNewNameIsAChangeOfTheLayer() {
        assertEquals("""
                CHANGED network
                  CHANGED output
                    CHANGED name: scores => output
                """, changed("name: scores", "name: output"));
    }

    @Test
    void aTextThatCannotBeReadIsSaidToBeOne() {
        assertTrue(ModelDiff.between(MODEL, "[").problem().isPresent());
        assertTrue(ModelDiff.between(MODEL, "").problem().isEmpty());
    }

    @Test
    void aTextHasNoDifferenceFromItself() {
        Nasty.texts().forEach(text -> assertEquals(List.of(), between(text, text)));
    }

    @Test
    void anyTwoTextsCanBeComparedAndDifferencesPointIntoThem() {
        List<String> texts = Nasty.texts();
        for (String left : texts) {
            for (String right : texts) {
                check(between(left, right), left, right);
            }
        }
    }

    private static void check(List<Difference> differences, String left, String right) {
        for (Difference difference : differences) {
            assertEquals(difference.left().isEmpty(), difference.kind() == Kind.ADDED);
            assertEquals(difference.right().isEmpty(), difference.kind() == Kind.REMOVED);
            difference.left().ifPresent(side -> assertTrue(side.offset() + side.length() <= left.length()));
            difference.right().ifPresent(side -> assertTrue(side.offset() + side.length() <= right.length()));
            check(difference.children(), left, right);
        }
    }

    @Test
    void anEditOfLayersIsFoundAsTheOneThatItIs() throws Exception {
        int found = 0;
        List<String> texts = Nasty.texts();
        for (int i = 0; i < EDITS; i++) {
            String text = texts.get(i % texts.size());
            ModelEdit edit = ModelEdit.of(text);
            List<LayerText> top = edit.layers().stream()
                    .filter(layer -> layer.block().isEmpty())
                    .toList();
            String layer = top.get(random.nextInt(top.size())).name();
            int kind = random.nextInt(4);
            try {
                List<TextChange> changes = switch (kind) {
                    case 0 ->
                        edit.insert(
                                new LayerPlace("", random.nextInt(top.size() + 1)),
                                NEW.get(random.nextInt(NEW.size())));
                    case 1 -> edit.removeLayers(List.of(layer));
                    case 2 -> edit.move(layer, random.nextInt(top.size() + 1));
                    default -> edit.rename(layer, "n" + random.nextInt(1_000_000));
                };
                check(kind, text, TextChange.apply(text, changes));
                found++;
            } catch (EditRefusedException e) {
                // the other edits are enough
            }
        }
        assertTrue(found > EDITS / 2, found + " edits were not refused");
    }

    private static void check(int kind, String before, String after) {
        List<Difference> layers = new ArrayList<>();
        between(before, after).stream()
                .filter(section -> section.label().equals("network"))
                .flatMap(section -> section.children().stream())
                .filter(difference -> difference.element() == Element.LAYER)
                .forEach(layers::add);
        String all = before + "\n=>\n" + after + "\n" + text(layers);
        assertEquals(kind == 0 ? 1 : 0, count(layers, Kind.ADDED), all);
        assertEquals(kind == 1 ? 1 : 0, count(layers, Kind.REMOVED), all);
        assertTrue(count(layers, Kind.MOVED) <= (kind == 2 ? 1 : 0), all);
        List<String> changes = layers.stream()
                .filter(layer -> layer.kind() == Kind.CHANGED)
                .flatMap(layer -> layer.children().stream())
                .map(Difference::label)
                .toList();
        if (kind == 3) {
            assertEquals(List.of("name"), changes, all);
        } else {
            assertFalse(changes.stream().anyMatch(label -> !label.equals("inputs")), all);
        }
    }

    private static long count(List<Difference> layers, Kind kind) {
        return layers.stream().filter(layer -> layer.kind() == kind).count();
    }
}
