package org.backprop.engine.pruning;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.kernels.formula.Formula;
import org.backprop.engine.kernels.formula.Program;
import org.backprop.engine.kernels.formula.Term;
import org.backprop.engine.network.NamedTensor;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.Parameter;
import org.backprop.engine.network.TensorCodec;
import org.backprop.engine.network.TensorView;

/**
 * Which parameters of a network are kept: 1 for those that are, 0 for those that are removed, in the order of the flat
 * parameter vector. There are none until the first removal.
 */
public final class Masks {

    private static final String PREFIX = "mask/";
    private static final Program HOLD = hold();
    private static final Program EXCHANGE = exchange();

    private final Kernels kernels;
    private final TensorCodec codec;
    private final List<Parameter> parameters;
    private final int length;
    private final View[] two = new View[2];
    private final View[] three = new View[3];
    private float[] values;
    private View view;

    /** No masks yet. */
    public Masks(Network network) {
        kernels = network.kernels();
        parameters = network.parameters();
        codec = new TensorCodec(parameters);
        length = parameters.stream().mapToInt(Parameter::length).sum();
    }

    private static Program hold() {
        Formula formula = new Formula();
        Term x = formula.operand();
        Term mask = formula.operand();
        return formula.set(x, mask.select(x, formula.number(0))).program();
    }

    private static Program exchange() {
        Formula formula = new Formula();
        Term to = formula.operand();
        Term mask = formula.operand();
        return formula.set(to, mask.select(to, formula.operand())).program();
    }

    /** Whether anything was removed. */
    public boolean exist() {
        return values != null;
    }

    /** Sets what belongs to removed parameters to 0; {@code [1, N]}. To be called only if masks exist. Allocates nothing. */
    public void hold(View vector) {
        two[0] = vector;
        two[1] = view;
        kernels.evaluate(HOLD, Program.NO_SCALARS, two, null);
    }

    /** Sets what belongs to removed parameters to what it is in another vector; as {@link #hold}. */
    public void exchange(View from, View to) {
        three[0] = to;
        three[1] = view;
        three[2] = from;
        kernels.evaluate(EXCHANGE, Program.NO_SCALARS, three, null);
    }

    /** Whether an element of the flat parameter vector is kept. */
    public boolean keeps(long parameter) {
        return values == null || values[Math.toIntExact(parameter)] != 0;
    }

    /** The parameters that are removed. */
    public BitSet removed() {
        BitSet removed = new BitSet();
        for (int i = 0; values != null && i < length; i++) {
            removed.set(i, values[i] == 0);
        }
        return removed;
    }

    /** Takes masks that remove these parameters and no others. */
    public void remove(BitSet removed) {
        float[] kept = ones(length);
        removed.stream().forEach(i -> kept[i] = 0);
        set(removed.isEmpty() ? null : kept);
    }

    /** A copy: 1 for each parameter that is kept, else 0. */
    public float[] values() {
        if (values == null) {
            return ones(length);
        }
        return values.clone();
    }

    private static float[] ones(int count) {
        float[] ones = new float[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** The mask of one parameter, row-major. */
    public float[] of(Parameter parameter) {
        if (values == null) {
            return ones(parameter.length());
        }
        return Arrays.copyOfRange(values, parameter.offset(), parameter.offset() + parameter.length());
    }

    /** Number of elements of a parameter that are kept. */
    public int kept(Parameter parameter) {
        if (values == null) {
            return parameter.length();
        }
        int kept = 0;
        for (int i = parameter.offset(); i < parameter.offset() + parameter.length(); i++) {
            kept += values[i] != 0 ? 1 : 0;
        }
        return kept;
    }

    /** Takes other masks; null for none. */
    void set(float[] next) {
        values = next == null ? null : next.clone();
        if (next != null) {
            if (view == null) {
                view = kernels.allocate(length).view(0, 1, length);
            }
            view.set(next);
        }
    }

    /** The tensors of a checkpoint, named {@code mask/<parameter>}; none if nothing was removed. */
    public List<TensorView> state() {
        return values == null ? List.of() : codec.views(view.buffer(), PREFIX);
    }

    /** Whether a tensor of a checkpoint is a mask. */
    public static boolean isPart(NamedTensor tensor) {
        return tensor.name().startsWith(PREFIX);
    }

    /**
     * Takes the masks of a checkpoint.
     *
     * @throws IllegalArgumentException if they are not those of the network; then nothing was changed
     */
    public void restore(List<NamedTensor> tensors) {
        if (tensors.isEmpty()) {
            values = null;
            return;
        }
        codec.check(tensors, List.of(PREFIX));
        float[] all = new float[length];
        for (NamedTensor tensor : tensors) {
            Parameter place = parameters.stream()
                    .filter(parameter -> tensor.name().equals(PREFIX + parameter.name()))
                    .findFirst()
                    .orElseThrow();
            System.arraycopy(tensor.values(), 0, all, place.offset(), place.length());
        }
        set(all);
    }
}
