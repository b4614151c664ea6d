package org.backprop.views.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.backprop.runlog.run.Environment;
import org.backprop.runlog.run.RunNotes;
import org.eclipse.osgi.util.NLS;

/** What a row of the Runs view says beside its columns: what the run was computed on, and its remark. */
final class RunDetails {
    private RunDetails() {}

    /** Some lines; null if nothing is known. */
    static String of(RunRow row) {
        List<String> lines = new ArrayList<>();
        row.run().info().ifPresent(info -> {
            Environment environment = info.environment();
            lines.add(NLS.bind(
                    Messages.details_device,
                    new Object[] {environment.device(), environment.backend(), environment.threads()}));
            lines.add(environment.versions().entrySet().stream()
                    .map(version -> version.getKey() + " " + version.getValue())
                    .collect(Collectors.joining(", ")));
            lines.add(NLS.bind(Messages.details_seed, Long.toString(info.seed())));
        });
        row.facts().message().ifPresent(lines::add);
        RunNotes notes = row.run().notes();
        if (!notes.tags().isEmpty()) {
            lines.add(NLS.bind(Messages.details_tags, String.join(", ", notes.tags())));
        }
        if (!notes.text().isEmpty()) {
            lines.add(notes.text());
        }
        if (notes.archived()) {
            lines.add(Messages.details_archived);
        }
        return lines.isEmpty() ? null : String.join("\n", lines);
    }
}
