package org.backprop.views.evaluation;

import java.util.Optional;

import org.backprop.core.evaluation.EvaluationChoice;
import org.backprop.core.evaluation.Predictor;
import org.backprop.runlog.evaluation.PredictionRequest;
import org.backprop.views.evaluation.attempt.AttemptPanel;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Inputs that the user makes, and what the network says about them. Its process begins when the tab is first in sight. */
final class AttemptPane implements Pane {
    private final AttemptPanel panel;
    private final Runnable refresh;
    private Predictor predictor;
    private ShownEvaluation shown;

    /** @param refresh called on any thread when there is an answer */
    AttemptPane(Composite parent, Runnable refresh) {
        this.refresh = refresh;
        panel = new AttemptPanel(parent, this::ask, this::restart);
        panel.control().addDisposeListener(event -> end());
    }

    @Override
    public String title() {
        return Messages.tab_attempt;
    }

    @Override
    public Control control() {
        return panel.control();
    }

    @Override
    public void show(ShownEvaluation evaluation) {
        shown = evaluation;
        if (!evaluation.recorded().hasWeights()) {
            end();
            panel.showText(Messages.empty_noWeights);
            return;
        }
        if (predictor == null || !isFor(predictor.choice(), evaluation.choice())) {
            restart();
        }
        panel.show(predictor.state());
    }

    private static boolean isFor(EvaluationChoice served, EvaluationChoice wanted) {
        return served.run().equals(wanted.run()) && served.checkpoint().equals(wanted.checkpoint());
    }

    private void restart() {
        end();
        predictor = Predictor.start(shown.choice(), shown.run().info(), refresh);
        panel.show(predictor.state());
    }

    private void ask(PredictionRequest request) {
        Optional.ofNullable(predictor).ifPresent(asked -> asked.ask(request));
    }

    private void end() {
        if (predictor != null) {
            predictor.close();
            predictor = null;
        }
    }
}
