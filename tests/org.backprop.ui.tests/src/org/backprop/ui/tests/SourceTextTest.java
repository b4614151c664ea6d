package org.backprop.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.backprop.editor.folding.Fold;
import org.backprop.editor.source.LineComments;
import org.backprop.editor.source.TemplatePlace;
import org.backprop.editor.source.YamlIndent;
import org.backprop.editor.templates.ModelContextType;
import org.backprop.editor.templates.ModelTemplates;
import org.backprop.model.ModelReader;
import org.backprop.model.Problem;
import org.backprop.model.Severity;
import org.backprop.model.edit.TextChange;
import org.eclipse.jface.text.Document;
import org.eclipse.text.templates.TemplatePersistenceData;
import org.junit.jupiter.api.Test;

/** What the source page does with texts, without a page. */
class SourceTextTest {
    private static final String HEAD = "backprop: 1\n";
    private static final String DATA = "data: {digits: {samples: 100, seed: 1}}\n";
    private static final String LAYERS = "network:\n  layers:\n    - ";
    private static final String FLATTEN = "flatten\n    - ";
    private static final String CONVOLUTION = "conv2d: {filters: 16, kernel: 3, padding: same}\n    - ";
    private static final String TRAINING = "training: {loss: cross_entropy}\n";

    @Test
    void sectionsAndLayersOfSeveralLinesCanBeFolded() {
        String text = """
                backprop: 1
                network:
                  layers:
                  - dense:
                      units: 3

                  # a comment
                  - flatten
                training:
                  epochs: 3
                # end
                """;
        assertEquals(
                List.of(
                        "training:\n  epochs: 3\n",
                        "network:\n  layers:\n  - dense:\n      units: 3\n\n  # a comment\n  - flatten\n",
                        "layers:\n  - dense:\n      units: 3\n\n  # a comment\n  - flatten\n",
                        "- dense:\n      units: 3\n"),
                Fold.of(text).stream()
                        .map(fold -> text.substring(fold.offset(), fold.offset() + fold.length())
                                .stripLeading())
                        .toList());
    }

    @Test
    void linesBecomeCommentsInOneColumnAndLinesAgain() throws Exception {
        String text = "a:\n  b: 1\n\n    c: 2\nd: 3\n";
        String commented = toggled(text, 1, 3);
        assertEquals("a:\n  # b: 1\n\n  #   c: 2\nd: 3\n", commented);
        assertEquals(text, toggled(commented, 1, 3));
        assertEquals("  # # a\n  # b\n", toggled("  # a\n  b\n", 0, 1));
        assertEquals("x\ny", toggled("#x\n# y", 0, 1));
    }

    private static String toggled(String text, int first, int last) throws Exception {
        return TextChange.apply(text, LineComments.toggle(new Document(text), first, last));
    }

    @Test
    void aNewLineIsIndentedAsWhatIsTypedNextBelongsThere() {
        assertEquals(2, YamlIndent.indent("network:"));
        assertEquals(2, YamlIndent.indent("network:  # the layers"));
        assertEquals(8, YamlIndent.indent("    - dense:"));
        assertEquals(4, YamlIndent.indent("    - dense: 10"));
        assertEquals(6, YamlIndent.indent("    - name: a"));
        assertEquals(8, YamlIndent.indent("    - dense: {"));
        assertEquals(8, YamlIndent.indent("    - dense: {units: 3,"));
        assertEquals(2, YamlIndent.indent("  epochs: 3"));
        assertEquals(2, YamlIndent.indent("  # to do:"));
        assertEquals(0, YamlIndent.indent(""));
    }

    @Test
    void templatesStandInAnEmptyFileBetweenSectionsAndInTheListOfLayers() {
        assertEquals(ModelContextType.FILE, TemplatePlace.at("ml", 0, 2).orElseThrow());
        String text = "network:\n  layers:\n    - de";
        assertEquals(
                ModelContextType.LAYER,
                TemplatePlace.at(text, text.length() - 2, text.length()).orElseThrow());
        assertEquals(
                ModelContextType.SECTION, TemplatePlace.at("name: a\ntr", 8, 10).orElseThrow());
        assertTrue(TemplatePlace.at("data:\n  cs", 8, 10).isEmpty());
        assertTrue(TemplatePlace.at("network:\n  layers:\n    - dense: {un", 33, 35)
                .isEmpty());
    }

    @Test
    void everyTemplateMakesAModelWithoutErrors() {
        TemplatePersistenceData[] templates = ModelTemplates.store().getTemplateData(true);
        assertTrue(templates.length > 8);
        Arrays.stream(templates).map(TemplatePersistenceData::getTemplate).forEach(template -> {
            String pattern = template.getPattern()
                    .replace("path: ${cursor}", "path: data.csv")
                    .replace("${cursor}", "");
            String text = switch (template.getContextTypeId()) {
                case ModelContextType.LAYER ->
                    HEAD + DATA + LAYERS
                            + (pattern.startsWith("dense") ? FLATTEN : CONVOLUTION)
                            + pattern.replace("\n", "\n    ") + "\n    - flatten\n    - dense: 10\n" + TRAINING;
                case ModelContextType.SECTION ->
                    HEAD
                            + (pattern.startsWith("data") ? "" : DATA)
                            + (LAYERS + FLATTEN + "dense: 10\n")
                            + (pattern.startsWith("training") ? "" : TRAINING)
                            + (pattern + "\n");
                default -> pattern;
            };
            List<Problem> errors = ModelReader.read("t.nn.yaml", text).problems().stream()
                    .filter(problem -> problem.severity() == Severity.ERROR)
                    .toList();
            assertEquals(List.of(), errors, () -> template.getName() + "\n" + text);
        });
    }
}
