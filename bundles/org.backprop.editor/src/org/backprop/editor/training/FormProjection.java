package org.backprop.editor.training;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.backprop.editor.validation.Validator;
import org.backprop.model.Analysis;
import org.backprop.model.Code;
import org.backprop.model.Position;
import org.backprop.model.Problem;
import org.backprop.model.Severity;
import org.backprop.model.edit.EditRefusedException;
import org.backprop.model.edit.ModelEdit;
import org.backprop.model.edit.TextChange;
import org.backprop.model.edit.ValueText;
import org.backprop.model.form.FormField;
import org.backprop.model.form.FormReader;
import org.eclipse.core.resources.IFile;
import org.eclipse.osgi.util.NLS;

/** Reads the text in the background, as it would be with what is being typed. */
final class FormProjection {
    /** The sections of the file that the page shows. */
    static final List<String> SECTIONS = List.of("data", "training", "monitor");

    private final Supplier<String> text;
    private final Supplier<IFile> file;
    private volatile Typed typed;
    private volatile OptionalLong samples = OptionalLong.empty();

    /**
     * Creates a projection.
     *
     * @param text the text as it is now; null if the editor is closed
     * @param file the file that it belongs to, or null
     */
    FormProjection(Supplier<String> text, Supplier<IFile> file) {
        this.text = text;
        this.file = file;
    }

    /** Says what is being typed; null for nothing. */
    void type(Typed value) {
        typed = value;
    }

    /** Says how many training samples there are, if that is known. */
    void count(OptionalLong trainingSamples) {
        samples = trainingSamples;
    }

    /** The state of the text now; null if the editor is closed. */
    FormState project() {
        String now = text.get();
        return now == null ? null : project(now, typed);
    }

    private FormState project(String written, Typed value) {
        if (value == null) {
            return read(written);
        }
        try {
            return read(TextChange.apply(written, value.edit().on(ModelEdit.of(written))));
        } catch (EditRefusedException refused) {
            FormState state = read(written);
            if (state.isReadable()) {
                state.problems().put(value.path(), new FieldProblem(Severity.ERROR, refused.getMessage()));
            }
            return state;
        }
    }

    private FormState read(String now) {
        Analysis analysis = Validator.analyse(now, file.get());
        try {
            Optional<ValueText> root = ModelEdit.of(now).value();
            Map<String, FormField> sections = new LinkedHashMap<>();
            SECTIONS.forEach(section -> sections.put(section, FormReader.section(root, section)));
            return state(now, analysis, sections);
        } catch (EditRefusedException unreadable) {
            Position at = analysis.problems().isEmpty()
                    ? Position.START
                    : analysis.problems().getFirst().position();
            return new FormState(
                    now,
                    Map.of(),
                    Map.of(),
                    unreadable.getMessage(),
                    at,
                    1,
                    Optional.empty(),
                    Optional.empty(),
                    ScheduleCurve.none(""));
        }
    }

    private FormState state(String now, Analysis analysis, Map<String, FormField> sections) {
        Map<List<String>, FieldProblem> problems = new LinkedHashMap<>();
        Optional<Problem> first = Optional.empty();
        int count = 0;
        for (Problem problem : analysis.problems()) {
            Optional<List<String>> place = place(sections, problem.position());
            if (place.isPresent()) {
                count++;
                first = first.or(() -> Optional.of(problem));
                FieldProblem wrong = new FieldProblem(problem.severity(), problem.message());
                marked(sections, place.get(), problem)
                        .forEach(path -> problems.merge(path, wrong, FormProjection::worse));
            }
        }
        String headline = first.map(problem ->
                        NLS.bind(Messages.problem_at, problem.position().line(), problem.message()))
                .orElse("");
        return new FormState(
                now,
                sections,
                problems,
                headline,
                first.map(Problem::position).orElse(Position.START),
                count,
                analysis.data(),
                analysis.training().map(training -> training.loss().classifies()),
                ScheduleCurve.of(analysis, samples));
    }

    private static FieldProblem worse(FieldProblem one, FieldProblem other) {
        boolean keep = one.severity() == Severity.ERROR || other.severity() != Severity.ERROR;
        return keep ? one : other;
    }

    /** The path of the smallest value on the page that a problem lies in. */
    private static Optional<List<String>> place(Map<String, FormField> sections, Position at) {
        return sections.values().stream()
                .flatMap(FormField::all)
                .flatMap(FormProjection::values)
                .filter(value -> value.text().contains(at.offset()))
                .min(Comparator.comparingInt(
                        value -> value.text().end() - value.text().offset()))
                .map(Value::path);
    }

    /** The fields that are marked for a problem with a value: those that its type needs, where they are missing. */
    private static List<List<String>> marked(Map<String, FormField> sections, List<String> path, Problem problem) {
        List<List<String>> needed = problem.code().equals(Code.MISSING.name())
                ? sections.values().stream()
                        .flatMap(FormField::all)
                        .flatMap(field -> below(field, path))
                        .filter(field ->
                                field.parameter().required() && field.given().isEmpty())
                        .map(FormField::path)
                        .toList()
                : List.of();
        return needed.isEmpty() ? List.of(path) : needed;
    }

    /** The parameters of the value at a path, if it is that of a field or of an entry of its list. */
    private static Stream<FormField> below(FormField field, List<String> path) {
        return Stream.concat(
                field.path().equals(path) ? field.fields().stream() : Stream.of(),
                field.items().stream()
                        .filter(item -> item.path().equals(path))
                        .flatMap(item -> item.fields().stream()));
    }

    private record Value(List<String> path, ValueText text) {}

    private static Stream<Value> values(FormField field) {
        return Stream.concat(
                field.given().stream().map(text -> new Value(field.path(), text)),
                field.items().stream().map(item -> new Value(item.path(), item.given())));
    }
}
