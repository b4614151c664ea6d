package org.backprop.views.pruning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

import org.backprop.runlog.control.Command;
import org.backprop.views.Figures;
import org.backprop.views.pruning.TrainerAnswers.Answer;
import org.eclipse.osgi.util.NLS;

/** What the trainer said, in words. */
final class AnswerText {
    private AnswerText() {}

    /** Empty if it was not asked yet. */
    static String of(Answer answer) {
        if (answer.refusal().isPresent()) {
            return NLS.bind(Messages.answer_refused, answer.refusal().get());
        }
        return switch (answer.command()) {
            case null -> "";
            case Command.WhatIf whatIf -> NLS.bind(Messages.answer_whatIf, figures(answer));
            case Command.Prune prune ->
                NLS.bind(
                        Messages.answer_pruned,
                        String.format(Locale.ROOT, "%,.0f", answer.number("removed")),
                        Figures.percent(value(answer, "sparsity")));
            default -> Messages.answer_undone;
        };
    }

    private static String figures(Answer answer) {
        List<String> parts = new ArrayList<>();
        parts.add(NLS.bind(Messages.answer_sparsity, Figures.percent(value(answer, "sparsity"))));
        if (value(answer, "accuracy").isPresent()) {
            parts.add(NLS.bind(
                    Messages.answer_accuracy,
                    Figures.percent(value(answer, "accuracy_before")),
                    Figures.percent(value(answer, "accuracy"))));
        }
        if (value(answer, "loss").isPresent()) {
            parts.add(NLS.bind(
                    Messages.answer_loss,
                    Figures.loss(value(answer, "loss_before")),
                    Figures.loss(value(answer, "loss"))));
        }
        if (value(answer, "samples").isPresent()) {
            parts.add(NLS.bind(Messages.answer_samples, String.format(Locale.ROOT, "%,.0f", answer.number("samples"))));
        }
        return String.join(", ", parts);
    }

    private static OptionalDouble value(Answer answer, String name) {
        double number = answer.number(name);
        return Double.isNaN(number) ? OptionalDouble.empty() : OptionalDouble.of(number);
    }
}
