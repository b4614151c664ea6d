package org.backprop.views.diagnosis;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.backprop.runlog.diagnosis.Check;
import org.backprop.runlog.diagnosis.Diagnosis;
import org.backprop.runlog.diagnosis.Finding;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.views.RunFacts;
import org.eclipse.osgi.util.NLS;

/**
 * What the Diagnosis view shows at one moment.
 *
 * @param run the run
 * @param facts its figures
 * @param diagnosis what is wrong with it
 * @param rows the findings, the gravest first
 * @param chosen the row whose evidence is shown; empty without findings
 * @param plot its evidence
 */
record Shown(
        RunSnapshot run, RunFacts facts, Diagnosis diagnosis, List<Row> rows, Optional<Row> chosen, EvidencePlot plot) {

    /**
     * Projects a run.
     *
     * @param selected what is selected, or null for the first row
     * @param pixels width of the plot area, at least 1
     */
    static Shown of(RunSnapshot run, Row.Key selected, int pixels) {
        Diagnosis diagnosis = Diagnosis.of(run);
        List<Finding> findings = diagnosis.findings();
        List<Row> rows = IntStream.range(0, findings.size())
                .mapToObj(rank -> new Row(findings.get(rank), rank))
                .toList();
        Optional<Row> chosen = rows.stream()
                .filter(row -> row.key().equals(selected))
                .findFirst()
                .or(() -> rows.stream().findFirst());
        EvidencePlot plot =
                chosen.map(row -> EvidencePlot.of(run, row.finding(), pixels)).orElse(EvidencePlot.NONE);
        return new Shown(run, RunFacts.of(run, Instant.now()), diagnosis, rows, chosen, plot);
    }

    /** What was looked for, or could not be looked for and why: a line each. */
    String checked() {
        String done = diagnosis.checks().stream()
                .filter(Check::isPossible)
                .map(check -> check.fault().title())
                .collect(Collectors.joining(", "));
        String open = diagnosis.checks().stream()
                .filter(check -> !check.isPossible())
                .map(check -> NLS.bind(Messages.unchecked_fault, check.fault().title(), check.missing()))
                .collect(Collectors.joining("; "));
        String first = done.isEmpty() ? "" : NLS.bind(Messages.checked, done);
        return open.isEmpty() ? first : (first + "\n" + NLS.bind(Messages.unchecked, open)).strip();
    }

    /** How many rules could look, and how many there are. */
    String summary() {
        long possible = diagnosis.checks().stream().filter(Check::isPossible).count();
        return NLS.bind(Messages.title, new Object[] {
            facts.name(),
            facts.state(),
            rows.size(),
            possible,
            diagnosis.checks().size()
        });
    }
}
