package org.backprop.engine.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.engine.pruning.PruneException;
import org.backprop.engine.pruning.PruneRequest;
import org.backprop.engine.pruning.PruneResult;
import org.backprop.engine.pruning.Quality;
import org.backprop.engine.train.Trainer;
import org.backprop.model.Catalogue;
import org.backprop.model.Family;
import org.backprop.model.ModelReader;
import org.backprop.model.PruningSection;
import org.backprop.model.PruningSpec;
import org.backprop.model.Range;
import org.backprop.runlog.control.PruneSelection;

/** The commands that remove weights, and what they answer. */
final class PruneCommands {

    private PruneCommands() {}

    /** Share of the weights that are removed now. */
    static String sparsity(Trainer trainer) {
        return Range.text(trainer.pruner().state().sparsity());
    }

    static Map<String, Object> apply(PruneSelection selection, Trainer trainer) throws RefusedException {
        try {
            return answer(trainer.pruner().apply(request(selection, trainer)), trainer);
        } catch (PruneException e) {
            throw new RefusedException(e.getMessage());
        }
    }

    static Map<String, Object> whatIf(PruneSelection selection, Trainer trainer) throws RefusedException {
        try {
            return answer(trainer.pruner().whatIf(request(selection, trainer)), trainer);
        } catch (PruneException e) {
            throw new RefusedException(e.getMessage());
        }
    }

    static Map<String, Object> undo(Trainer trainer) throws RefusedException {
        if (!trainer.pruner().undo()) {
            throw new RefusedException("there is no pruning to take back");
        }
        return answer(trainer.pruner().state(), trainer);
    }

    private static PruneRequest request(PruneSelection selection, Trainer trainer) throws RefusedException {
        return new PruneRequest(
                criterion(selection.criterion(), trainer),
                selection.layer(),
                selection.sparsity(),
                selection.threshold());
    }

    /** That of the model, if it is of this key; else the one with the defaults of the catalogue. */
    private static PruningSpec criterion(String key, Trainer trainer) throws RefusedException {
        List<String> known = Catalogue.keys(Family.PRUNING);
        if (!known.contains(key)) {
            throw new RefusedException(
                    "there is no criterion '" + key + "': choose one of " + String.join(", ", known));
        }
        Optional<PruningSpec> ofModel = trainer.settings()
                .pruning()
                .map(PruningSection::criterion)
                .filter(spec ->
                        Catalogue.describe(((Record) spec).getClass()).key().equals(key));
        return ofModel.or(() ->
                        ModelReader.readSpec(Family.PRUNING, key, problem -> {}).map(PruningSpec.class::cast))
                .orElseThrow();
    }

    private static Map<String, Object> answer(PruneResult result, Trainer trainer) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("step", (double) trainer.step());
        answer.put("sparsity", result.sparsity());
        answer.put("kept", (double) result.kept());
        answer.put("removed", (double) result.removed());
        result.threshold().ifPresent(threshold -> putFinite(answer, "threshold", threshold));
        result.layers().forEach(layer -> answer.put("sparsity/" + layer.name(), layer.sparsity()));
        result.before().ifPresent(before -> put(answer, "_before", before));
        result.after().ifPresent(after -> {
            put(answer, "", after);
            answer.put("samples", (double) after.samples());
        });
        return answer;
    }

    private static void put(Map<String, Object> answer, String suffix, Quality quality) {
        putFinite(answer, "loss" + suffix, quality.loss());
        quality.accuracy().ifPresent(accuracy -> putFinite(answer, "accuracy" + suffix, accuracy));
    }

    private static void putFinite(Map<String, Object> answer, String name, double value) {
        if (Double.isFinite(value)) {
            answer.put(name, value);
        }
    }
}
