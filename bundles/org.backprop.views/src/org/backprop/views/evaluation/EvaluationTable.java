package org.backprop.views.evaluation;

import java.util.List;
import java.util.OptionalDouble;

import org.backprop.runlog.evaluation.Calibration;
import org.backprop.runlog.evaluation.ConfusionMatrix;
import org.backprop.runlog.evaluation.Residuals;

/** The numbers of the view as text that a spreadsheet understands: tables divided by empty lines, columns by tabs. */
final class EvaluationTable {
    private final StringBuilder text = new StringBuilder();

    private EvaluationTable() {}

    static String of(ShownEvaluation shown) {
        EvaluationTable table = new EvaluationTable();
        shown.measured().ifPresent(table::measured);
        table.cards(shown.cards());
        return table.text.toString();
    }

    private void measured(Measured measured) {
        measured.matrix().ifPresent(matrix -> matrix(matrix, measured.names()));
        if (!measured.classes().isEmpty()) {
            text.append('\n');
            row("class", "precision", "recall", "f1", "auc", "average_precision", "support");
            for (ClassRow each : measured.classes()) {
                ConfusionMatrix.Scores scores = each.scores();
                row(
                        each.name(),
                        scores.precision(),
                        scores.recall(),
                        scores.f1(),
                        cell(each.area()),
                        cell(each.averagePrecision()),
                        scores.support());
            }
        }
        lines("false_positive_rate", "true_positive_rate", measured.roc());
        lines("recall", "precision", measured.precisionRecall());
        measured.calibration().ifPresent(this::calibration);
        residuals(measured.residuals());
    }

    private void matrix(ConfusionMatrix matrix, List<String> names) {
        text.append("true class\\predicted");
        names.forEach(name -> text.append('\t').append(name));
        text.append('\n');
        for (int i = 0; i < matrix.classes(); i++) {
            text.append(names.get(i));
            for (long count : matrix.counts()[i]) {
                text.append('\t').append(count);
            }
            text.append('\n');
        }
    }

    private void lines(String x, String y, List<Line> lines) {
        if (!lines.isEmpty()) {
            text.append('\n');
            row("class", x, y);
            for (Line line : lines) {
                for (int i = 0; i < line.x().length; i++) {
                    row(line.name(), line.x()[i], line.y()[i]);
                }
            }
        }
    }

    private void calibration(Calibration calibration) {
        text.append('\n');
        row("confidence", "accuracy", "samples");
        for (int bin = 0; bin < calibration.counts().length; bin++) {
            if (calibration.counts()[bin] > 0) {
                row(
                        calibration.confidence()[bin],
                        calibration.accuracy()[bin],
                        calibration.counts()[bin]);
            }
        }
    }

    private void residuals(List<Residuals> residuals) {
        if (!residuals.isEmpty()) {
            row("output", "mae", "rmse", "r2");
            for (int i = 0; i < residuals.size(); i++) {
                Residuals each = residuals.get(i);
                row(i + 1, each.meanAbsolute(), each.rootMeanSquare(), each.determination());
            }
            text.append('\n');
            row("output", "target", "predicted");
            for (int i = 0; i < residuals.size(); i++) {
                for (int row = 0; row < residuals.get(i).targets().length; row++) {
                    row(i + 1, residuals.get(i).targets()[row], residuals.get(i).predicted()[row]);
                }
            }
        }
    }

    private void cards(List<SampleCard> cards) {
        if (!cards.isEmpty()) {
            text.append('\n');
            row("sample", "true", "predicted", "score", "loss", "values");
            cards.forEach(card ->
                    row(card.number(), card.truth(), card.predicted(), card.score(), card.loss(), card.values()));
        }
    }

    private void row(Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            text.append(i == 0 ? "" : "\t").append(cells[i]);
        }
        text.append('\n');
    }

    private static Object cell(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : "";
    }
}
