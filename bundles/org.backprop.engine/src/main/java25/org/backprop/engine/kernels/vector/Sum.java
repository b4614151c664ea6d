package org.backprop.engine.kernels.vector;

import static org.backprop.engine.kernels.vector.Lanes.MEMORY;
import static org.backprop.engine.kernels.vector.Lanes.ORDER;
import static org.backprop.engine.kernels.vector.Lanes.SPECIES;

import org.backprop.engine.kernels.Activation;
import org.backprop.engine.kernels.Team;
import org.backprop.engine.kernels.Work;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** {@code y = activation(a + b)}. */
final class Sum implements Work {

    private final Team team;
    private NativeView a;
    private NativeView b;
    private Activation activation;
    private NativeView y;

    Sum(Team team) {
        this.team = team;
    }

    /** Computes y; see {@link org.backprop.engine.kernels.Kernels#add}. */
    void run(NativeView a, NativeView b, Activation activation, NativeView y) {
        this.a = a;
        this.b = b;
        this.activation = activation;
        this.y = y;
        team.run(this, Sharing.pays(y.length()));
    }

    @Override
    public void run(int part, int parts) {
        int begin = Work.begin(y.length(), Lanes.COUNT, part, parts);
        int count = Work.end(y.length(), Lanes.COUNT, part, parts) - begin;
        long at = Lanes.at(0, begin);
        float floor = activation == Activation.RELU ? 0f : Float.NEGATIVE_INFINITY;
        add(a.address() + at, b.address() + at, y.address() + at, count, floor);
        if (activation != Activation.RELU && activation != Activation.LINEAR) {
            Activations.forward(activation, y.address() + at, 0, y.address() + at, count, 0);
        }
    }

    private static void add(long a, long b, long y, int n, float floor) {
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> mask = SPECIES.indexInRange(0, n - i);
            FloatVector sum = FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(a, i), ORDER, mask)
                    .add(FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(b, i), ORDER, mask));
            sum.blend(FloatVector.zero(SPECIES), sum.compare(VectorOperators.LT, floor))
                    .intoMemorySegment(MEMORY, Lanes.at(y, i), ORDER, mask);
        }
    }
}
