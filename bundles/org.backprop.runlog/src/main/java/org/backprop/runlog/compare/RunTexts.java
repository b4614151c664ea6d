package org.backprop.runlog.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.run.SweptFrom;

/**
 * What a {@link RunFilter} may ask of a run: {@code name}, {@code folder}, {@code model}, {@code tag}, {@code notes}, {@code
 * state}, {@code seed}, {@code device}, {@code sweep}, {@code project}, any hyperparameter by its path or the end of it, and
 * the best value of any metric by its tag.
 *
 * @param run the run
 * @param parameters its hyperparameters
 * @param project name of the project that holds it; empty if none does
 */
public record RunTexts(RunSnapshot run, Hyperparameters parameters, String project) implements RunFilter.Texts {
    @Override
    public List<String> all() {
        List<String> all =
                new ArrayList<>(List.of(run.name(), folder(), run.notes().text(), project));
        run.info().ifPresent(info -> {
            all.add(info.name());
            all.add(info.model().file());
        });
        sweep().ifPresent(all::add);
        all.addAll(run.notes().tags());
        return all;
    }

    @Override
    public Optional<String> at(String key) {
        Optional<RunInfo> info = run.info();
        return switch (key) {
            case "name" -> Optional.of(run.name());
            case "folder" -> Optional.of(folder());
            case "model" -> info.map(known -> known.model().file());
            case "tag", "tags" -> Optional.of(String.join(" ", run.notes().tags()));
            case "notes" -> Optional.of(run.notes().text());
            case "state" -> Optional.of(run.outcome().name().toLowerCase(Locale.ROOT));
            case "seed" -> info.map(known -> Long.toString(known.seed()));
            case "device" -> info.map(known -> known.environment().device());
            case "sweep" -> sweep();
            case "project" -> Optional.of(project);
            default -> parameters.endingWith(key).or(() -> metric(key));
        };
    }

    private String folder() {
        return run.folder().getFileName().toString();
    }

    private Optional<String> sweep() {
        return run.info().flatMap(RunInfo::trial).map(SweptFrom::sweep);
    }

    private Optional<String> metric(String tag) {
        return Metrics.best(run, tag).stream().mapToObj(Double::toString).findFirst();
    }
}
