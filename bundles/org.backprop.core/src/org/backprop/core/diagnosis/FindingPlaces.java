package org.backprop.core.diagnosis;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import org.backprop.model.Analysis;
import org.backprop.model.Layer;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.backprop.model.OutlineNode;
import org.backprop.model.Position;
import org.backprop.model.TrainingSection;
import org.backprop.runlog.diagnosis.Fault;
import org.backprop.runlog.diagnosis.Finding;
import org.backprop.runlog.run.ModelSource;

/**
 * Says where the findings of a run belong in the text of its model file as it is now. What was changed since the run, in a
 * way that may have mended it, has no place any more; comments and layout do not matter.
 */
public final class FindingPlaces {
    private static final List<Function<TrainingSection, Object>> TRAINING = List.of(
            TrainingSection::loss,
            TrainingSection::optimizer,
            TrainingSection::schedule,
            TrainingSection::clipping,
            TrainingSection::regularizer,
            TrainingSection::batchSize,
            TrainingSection::accumulate,
            TrainingSection::order);

    private final String text;
    private final Analysis now;
    private final Optional<Model> then;

    /**
     * Compares two states of a file.
     *
     * @param source the file as the run recorded it
     * @param text the file as it is now
     */
    public FindingPlaces(ModelSource source, String text) {
        this.text = text;
        now = ModelReader.read(source.file(), text);
        then = text.equals(source.text())
                ? now.model()
                : ModelReader.read(source.file(), source.text()).model();
    }

    /** Where findings belong; without those that belong nowhere any more. */
    public List<PlacedFinding> place(List<Finding> findings) {
        return findings.stream().flatMap(finding -> place(finding).stream()).toList();
    }

    private Optional<PlacedFinding> place(Finding finding) {
        if (now.model().isEmpty()
                || then.isEmpty()
                || isMended(finding.fault(), then.get(), now.model().get())) {
            return Optional.empty();
        }
        Optional<Position> position =
                finding.layers().isEmpty() ? Optional.of(section(finding.fault())) : layer(finding.layers());
        return position.map(found -> new PlacedFinding(finding, firstLine(found)));
    }

    private static boolean isMended(Fault fault, Model then, Model now) {
        boolean sameTraining =
                TRAINING.stream().allMatch(part -> part.apply(then.training()).equals(part.apply(now.training())));
        return switch (fault) {
            case DEAD_UNITS, SATURATED_UNITS, HIGH_LEARNING_RATE, LOW_LEARNING_RATE -> !sameTraining;
            case VANISHING_GRADIENT, EXPLODING_GRADIENT, UNCHANGED_WEIGHTS, STALLED, DIVERGING ->
                !sameTraining || !sameLayers(then, now);
            case OVERFITTING ->
                !sameTraining
                        || !sameLayers(then, now)
                        || !then.data().equals(now.data())
                        || !then.training().stopping().equals(now.training().stopping());
            case LEAKING_SPLIT -> !then.data().equals(now.data());
            case CLASS_IMBALANCE -> !sameTraining || !then.data().equals(now.data());
        };
    }

    private static boolean sameLayers(Model then, Model now) {
        List<Layer> before = then.network().layers();
        List<Layer> after = now.network().layers();
        return before.size() == after.size()
                && after.stream().allMatch(layer -> before.stream().anyMatch(old -> isSame(old, layer)));
    }

    private static boolean isSame(Layer old, Layer layer) {
        return old.name().equals(layer.name())
                && old.spec().equals(layer.spec())
                && old.inputs().equals(layer.inputs())
                && old.regularizer().equals(layer.regularizer());
    }

    /** The first of some layers that is as it was. */
    private Optional<Position> layer(List<String> names) {
        List<Layer> before = then.orElseThrow().network().layers();
        return now.model().orElseThrow().network().layers().stream()
                .filter(layer -> names.contains(layer.name()))
                .filter(layer -> before.stream()
                        .anyMatch(old ->
                                old.name().equals(layer.name()) && old.spec().equals(layer.spec())))
                .map(Layer::position)
                .findFirst();
    }

    private Position section(Fault fault) {
        return switch (fault) {
            case LEAKING_SPLIT -> key("data", "split");
            case CLASS_IMBALANCE -> key("data", "");
            case OVERFITTING -> key("training", "");
            default -> key("training", "optimizer");
        };
    }

    /** The key in a section, else the section, else the start of the file. */
    private Position key(String section, String key) {
        Optional<OutlineNode> parent = child(now.outline(), section);
        return parent.flatMap(node -> child(node, key))
                .or(() -> parent)
                .map(OutlineNode::position)
                .orElse(Position.START);
    }

    private static Optional<OutlineNode> child(OutlineNode node, String label) {
        return node.children().stream()
                .filter(child -> Objects.equals(child.label(), label))
                .findFirst();
    }

    private Position firstLine(Position position) {
        int end = position.offset();
        while (end < position.end() && "\r\n".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return new Position(position.line(), position.column(), position.offset(), end - position.offset());
    }
}
