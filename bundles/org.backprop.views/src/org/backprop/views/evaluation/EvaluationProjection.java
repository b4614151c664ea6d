package org.backprop.views.evaluation;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

import org.backprop.core.evaluation.EvaluationChoice;
import org.backprop.core.evaluation.EvaluationReading;
import org.backprop.core.evaluation.RecordedEvaluation;
import org.backprop.core.runs.RunsSnapshot;
import org.backprop.runlog.evaluation.ConfusionMatrix;
import org.backprop.runlog.evaluation.EvaluationRecord;
import org.backprop.runlog.evaluation.Misses;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.Recorded;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.tensor.DType;
import org.backprop.runlog.tensor.Tensor;
import org.backprop.views.RunFacts;
import org.backprop.views.RunPin;
import org.backprop.views.images.Cells;
import org.backprop.views.images.HeatImage;

/** Projects runs to what the view shows; keeps what does not change between two calls. Not thread-safe. */
final class EvaluationProjection {
    private static final String MATRIX = "confusion_matrix/";
    private static final int MOST_CARDS = 200;

    private final EvaluationReading reading = new EvaluationReading();
    private Object measuredOf;
    private Measured measured;
    private HeatImage heat;
    private Object cardsOf;
    private Cell cardsFor;
    private int[] rows = {};
    private List<SampleCard> cards = List.of();

    /** Projects the pinned run, or else the newest; empty if there is no such run. */
    Optional<ShownEvaluation> of(RunsSnapshot runs, Wanted wanted) {
        return RunPin.choose(runs, wanted.pinned()).map(run -> of(run, wanted));
    }

    private ShownEvaluation of(RunSnapshot run, Wanted wanted) {
        EvaluationChoice choice = new EvaluationChoice(run.folder(), wanted.split(), wanted.checkpoint());
        RecordedEvaluation recorded = reading.of(choice);
        Optional<Recorded<Tensor>> matrix =
                Optional.ofNullable(run.tensors().get(MATRIX + wanted.split())).filter(EvaluationProjection::isSquare);
        boolean current = recorded.record().isPresent() && !(recorded.outdated() && run.outcome() == Outcome.RUNNING);
        if (current) {
            return shown(run, choice, recorded, measured(recorded.record().get()), wanted.cell());
        }
        if (matrix.isPresent()) {
            measure(matrix.get(), recorded);
            return new ShownEvaluation(
                    run,
                    RunFacts.of(run, Instant.now()),
                    choice,
                    recorded,
                    OptionalLong.of(matrix.get().step()),
                    Optional.of(measured),
                    Optional.of(heat),
                    inside(wanted.cell()),
                    List.of(),
                    0);
        }
        Optional<Measured> known = recorded.record().map(this::measured);
        return shown(run, choice, recorded, known.orElse(null), wanted.cell());
    }

    private ShownEvaluation shown(
            RunSnapshot run, EvaluationChoice choice, RecordedEvaluation recorded, Measured known, Cell wanted) {
        Cell cell = known == null ? null : inside(wanted);
        recorded.record().ifPresent(record -> list(record, cell));
        return new ShownEvaluation(
                run,
                RunFacts.of(run, Instant.now()),
                choice,
                recorded,
                OptionalLong.empty(),
                Optional.ofNullable(known),
                known == null ? Optional.empty() : Optional.ofNullable(heat),
                cell,
                known == null ? List.of() : cards,
                known == null ? 0 : rows.length);
    }

    private Cell inside(Cell cell) {
        int classes = measured.names().size();
        return cell == null || cell.label() >= classes || cell.predicted() >= classes ? null : cell;
    }

    private static boolean isSquare(Recorded<Tensor> matrix) {
        List<Long> shape = matrix.value().shape();
        return matrix.value().dtype() == DType.I64
                && shape.size() == 2
                && shape.getFirst().equals(shape.getLast())
                && shape.getFirst() > 0;
    }

    private Measured measured(EvaluationRecord record) {
        if (measuredOf != record) {
            measuredOf = record;
            measured = Measured.of(record);
            heat = measured.matrix().map(EvaluationProjection::heat).orElse(null);
        }
        return measured;
    }

    private void measure(Recorded<Tensor> recorded, RecordedEvaluation evaluation) {
        if (measuredOf != recorded) {
            measuredOf = recorded;
            int classes = recorded.value().shape().getFirst().intValue();
            long[] flat = recorded.value().toLongs();
            long[][] counts = IntStream.range(0, classes)
                    .mapToObj(i -> Arrays.copyOfRange(flat, i * classes, (i + 1) * classes))
                    .toArray(long[][]::new);
            List<String> names = evaluation
                    .record()
                    .map(record -> record.set().classes())
                    .filter(known -> known.size() == classes)
                    .orElseGet(() -> IntStream.range(0, classes)
                            .mapToObj(Integer::toString)
                            .toList());
            ConfusionMatrix matrix = new ConfusionMatrix(counts);
            measured = Measured.of(matrix, names);
            heat = heat(matrix);
        }
    }

    /** The square root of each cell's share of its row, so that few errors can be seen; nothing where there are none. */
    private static HeatImage heat(ConfusionMatrix matrix) {
        Cells cells = new Cells() {
            @Override
            public int columns() {
                return matrix.classes();
            }

            @Override
            public int rows() {
                return matrix.classes();
            }

            @Override
            public float at(int column, int row) {
                return matrix.counts()[row][column] == 0 ? Float.NaN : (float) Math.sqrt(matrix.share(row, column));
            }
        };
        return HeatImage.of(cells, cells.all(), matrix.classes(), matrix.classes());
    }

    private void list(EvaluationRecord record, Cell cell) {
        if (cardsOf != record || !Objects.equals(cardsFor, cell)) {
            cardsOf = record;
            cardsFor = cell;
            rows = !record.set().classifies()
                    ? Misses.byLoss(record, row -> true)
                    : cell == null ? Misses.all(record) : Misses.ofCell(record, cell.label(), cell.predicted());
            cards = IntStream.of(rows)
                    .limit(MOST_CARDS)
                    .mapToObj(row -> SampleCard.of(record, row))
                    .toList();
        }
    }
}
