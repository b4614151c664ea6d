package org.backprop.views.pruning;

import java.util.Optional;
import java.util.OptionalDouble;

import org.backprop.core.control.RunControl;
import org.backprop.core.control.RunControls;
import org.backprop.runlog.control.Command;
import org.eclipse.osgi.util.NLS;

/** What the user considers to prune, does and undoes, with the trainer of the run if it is at work. */
final class Trimming implements PruneBar.Actions {
    private final RunControls trainers;
    private final Runnable changed;
    private final TrainerAnswers answers;
    private Choice choice;
    private PruningPanel panel;
    private ShownPruning shown;

    /**
     * @param trainers null if none can be commanded
     * @param changed called on any thread when there is an answer, or a trainer comes or goes
     */
    Trimming(Choice choice, RunControls trainers, Runnable changed) {
        this.choice = choice;
        this.trainers = trainers;
        this.changed = changed;
        answers = new TrainerAnswers(changed);
    }

    /** Shows in a panel, until that is disposed. */
    void attach(PruningPanel shownIn) {
        panel = shownIn;
        if (trainers != null) {
            RunControls.Listener listener = run -> changed.run();
            trainers.addListener(listener);
            panel.control().addDisposeListener(event -> trainers.removeListener(listener));
        }
    }

    Choice choice() {
        return choice;
    }

    /** Forgets threshold and answers, because another run is shown. */
    void forget() {
        choice = choice.withThreshold(OptionalDouble.empty());
        answers.forget();
    }

    private Optional<RunControl> trainer() {
        return trainers == null || shown == null
                ? Optional.empty()
                : trainers.of(shown.run().folder()).filter(trainer -> trainer.state() != RunControl.State.STOPPING);
    }

    /** Moves the threshold. */
    void move(double threshold) {
        choose(choice.withThreshold(OptionalDouble.of(threshold)));
    }

    @Override
    public void choose(String criterion, boolean allLayers) {
        choose(choice.withCriterion(criterion).withAllLayers(allLayers));
    }

    private void choose(Choice now) {
        boolean same = now.equals(choice);
        choice = now;
        if (shown != null && !same) {
            Proposal proposal = Proposal.of(shown, choice);
            trainer()
                    .ifPresent(trainer -> proposal.selection()
                            .ifPresent(selection -> answers.ask(trainer, new Command.WhatIf(selection))));
            show(proposal);
        }
    }

    @Override
    public void apply() {
        Proposal proposal = Proposal.of(shown, choice);
        trainer()
                .ifPresent(trainer -> proposal.selection()
                        .ifPresent(selection -> answers.send(trainer, new Command.Prune(selection))));
    }

    @Override
    public void undo() {
        trainer().ifPresent(trainer -> answers.send(trainer, Command.Signal.UNDO_PRUNE));
    }

    /** Shows what holds for a run. */
    void show(ShownPruning now) {
        shown = now;
        show(Proposal.of(shown, choice));
    }

    private void show(Proposal proposal) {
        boolean trainer = trainer().isPresent();
        String layer = shown.detail().map(detail -> detail.layer().name()).orElse("");
        panel.bar().show(Proposal.criterion(shown, choice), choice.allLayers());
        panel.bar().show(layer, proposal, trainer, message(proposal, trainer));
        SaliencyChart saliency = panel.detail().saliency();
        OptionalDouble last = shown.detail()
                .map(detail -> detail.layer().threshold())
                .filter(OptionalDouble::isPresent)
                .orElseGet(saliency::start);
        saliency.setThreshold(choice.threshold().isPresent() ? choice.threshold() : last);
    }

    private String message(Proposal proposal, boolean trainer) {
        if (proposal.problem().isPresent()) {
            return proposal.problem().get();
        }
        String answer = AnswerText.of(answers.last());
        if (!answer.isEmpty()) {
            return answer;
        }
        if (trainer) {
            return choice.threshold().isEmpty() ? Messages.prune_drag : Messages.prune_asking;
        }
        return NLS.bind(
                Messages.prune_noTrainer, shown.run().folder().getFileName(), Proposal.criterion(shown, choice));
    }
}
