package org.backprop.core.diagnosis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.backprop.model.Activation;
import org.backprop.model.ActivationLayer;
import org.backprop.model.Layer;
import org.backprop.model.LiveParameters;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.backprop.model.Normalization;
import org.backprop.model.WeightedLayer;
import org.backprop.runlog.diagnosis.Fault;
import org.eclipse.osgi.util.NLS;

/** The edits of a model file that may mend a fault: small, complete and valid. */
public final class Remedies {
    private static final Set<Activation> SATURATING = EnumSet.of(
            Activation.SIGMOID,
            Activation.TANH,
            Activation.SOFTSIGN,
            Activation.HARD_SIGMOID,
            Activation.HARD_TANH,
            Activation.RELU6);
    private static final Set<Activation> DYING = EnumSet.of(Activation.RELU, Activation.RELU6);
    private static final int FEW = 3;
    private static final int MANY = 10;
    private static final String WEIGHT_DECAY = "training.optimizer.weight_decay";
    private static final String DECAY = "0.0001";

    private final String text;
    private final Model model;
    private final List<String> faulty;
    private final List<Remedy> remedies = new ArrayList<>();

    private Remedies(String text, Model model, List<String> faulty) {
        this.text = text;
        this.model = model;
        this.faulty = faulty;
    }

    /**
     * What may mend a fault, the most promising edit first; nothing for a text with errors, and where no edit of the model
     * can help.
     *
     * @param layers the layers at fault, in the order of the model
     * @param text the model file as it is now
     */
    public static List<Remedy> of(Fault fault, List<String> layers, String text) {
        return ModelReader.read("model", text)
                .model()
                .map(model -> new Remedies(text, model, layers).of(fault))
                .orElse(List.of());
    }

    private List<Remedy> of(Fault fault) {
        switch (fault) {
            case VANISHING_GRADIENT -> {
                activations(hidden(), SATURATING, Activation.RELU);
                initializers(hidden());
            }
            case EXPLODING_GRADIENT -> {
                clip();
                initializers(hidden());
                rate(Messages.Remedies_divideRate, MANY, false);
            }
            case DEAD_UNITS, UNCHANGED_WEIGHTS -> {
                activations(faulty, DYING, Activation.LEAKY_RELU);
                initializers(faulty);
                rate(Messages.Remedies_divideRate, MANY, false);
            }
            case SATURATED_UNITS -> {
                activations(faulty, SATURATING, Activation.RELU);
                initializers(faulty);
                standardize();
                rate(Messages.Remedies_divideRate, MANY, false);
            }
            case DIVERGING -> {
                rate(Messages.Remedies_divideRate, MANY, false);
                clip();
                standardize();
            }
            case STALLED -> {
                rate(Messages.Remedies_multiplyRate, MANY, true);
                rate(Messages.Remedies_divideRate, MANY, false);
            }
            case HIGH_LEARNING_RATE -> {
                rate(Messages.Remedies_divideRate, MANY, false);
                rate(Messages.Remedies_divideRate, FEW, false);
            }
            case LOW_LEARNING_RATE -> {
                rate(Messages.Remedies_multiplyRate, MANY, true);
                rate(Messages.Remedies_multiplyRate, MANY * MANY, true);
            }
            case OVERFITTING -> regularize();
            case CLASS_IMBALANCE -> {
                if (model.training().order().isEmpty()) {
                    add(draft(Messages.Remedies_weighted).set("training.order", "weighted"));
                }
            }
            case LEAKING_SPLIT -> {}
        }
        return List.copyOf(remedies);
    }

    private Draft draft(String label, Object... arguments) {
        return new Draft(text, NLS.bind(label, arguments));
    }

    private void add(Draft draft) {
        draft.finish().ifPresent(remedies::add);
    }

    /** All layers but the last one with weights and what follows it. */
    private List<String> hidden() {
        List<Layer> layers = model.network().layers();
        int last = layers.size() - 1;
        while (last > 0 && !(layers.get(last).spec() instanceof WeightedLayer)) {
            last--;
        }
        return layers.subList(0, last).stream().map(Layer::name).toList();
    }

    private List<Layer> layers(List<String> names) {
        return model.network().layers().stream()
                .filter(layer -> names.contains(layer.name()))
                .toList();
    }

    private void activations(List<String> names, Set<Activation> from, Activation to) {
        List<Layer> found = layers(names).stream()
                .filter(layer ->
                        layer.spec().outputFunction().filter(from::contains).isPresent())
                .toList();
        if (!found.isEmpty()) {
            Draft draft = found.size() == 1
                    ? draft(Messages.Remedies_activation, found.getFirst().name(), to.key())
                    : draft(Messages.Remedies_activations, found.size(), to.key());
            found.forEach(layer -> draft.setInLayer(layer.name(), parameter(layer), to.key()));
            add(draft);
        }
    }

    private static String parameter(Layer layer) {
        return layer.spec() instanceof ActivationLayer ? "function" : "activation";
    }

    /** Sets the initializer that fits the activation: he for what is cut off at 0, else glorot. */
    private void initializers(List<String> names) {
        List<Layer> weighted = layers(names).stream()
                .filter(layer -> layer.spec() instanceof WeightedLayer)
                .toList();
        boolean saturating = weighted.stream()
                .anyMatch(layer -> layer.spec()
                        .outputFunction()
                        .filter(SATURATING::contains)
                        .isPresent());
        String initializer = saturating ? "glorot" : "he";
        if (!weighted.isEmpty()) {
            Draft draft = weighted.size() == 1
                    ? draft(Messages.Remedies_initializer, weighted.getFirst().name(), initializer)
                    : draft(Messages.Remedies_initializers, weighted.size(), initializer);
            weighted.forEach(layer -> draft.setInLayer(layer.name(), "initializer", initializer));
            add(draft);
        }
    }

    private void clip() {
        if (model.training().clipping().isEmpty()) {
            add(draft(Messages.Remedies_clipping).set("training.clipping", "{global_norm: 1.0}"));
        }
    }

    private void standardize() {
        if (model.data().scaling() == Normalization.NONE) {
            add(draft(Messages.Remedies_standardize)
                    .set("data.normalize", model.data().oneHot() ? "[one_hot, standardize]" : "standardize"));
        }
    }

    private void rate(String label, int factor, boolean up) {
        LiveParameters.of(model.training()).stream()
                .filter(parameter -> parameter.path().equals(LiveParameters.LEARNING_RATE))
                .findFirst()
                .ifPresent(rate -> {
                    double scaled = up ? rate.value() * factor : rate.value() / factor;
                    String number = plain(scaled);
                    add(draft(label, factor, number).set(LiveParameters.LEARNING_RATE, number));
                });
    }

    private static String plain(double value) {
        return new BigDecimal(value)
                .round(new MathContext(2))
                .stripTrailingZeros()
                .toPlainString()
                .toLowerCase(Locale.ROOT);
    }

    private void regularize() {
        if (model.training().stopping().isEmpty()) {
            add(draft(Messages.Remedies_earlyStopping)
                    .set("training.stopping", "{early_stopping: {patience: 10, restore_best: true}}"));
        }
        List<Layer> weighted = model.network().layers().stream()
                .filter(layer -> layer.spec() instanceof WeightedLayer)
                .toList();
        if (weighted.size() > 1) {
            String last = weighted.getLast().name();
            add(draft(Messages.Remedies_dropout, last).insertBefore(last, "dropout: 0.5"));
        }
        boolean decays = LiveParameters.of(model.training()).stream()
                .anyMatch(parameter -> parameter.path().equals(WEIGHT_DECAY) && parameter.value() == 0);
        if (decays) {
            add(draft(Messages.Remedies_weightDecay, DECAY).set(WEIGHT_DECAY, DECAY));
        }
    }
}
