package org.backprop.engine.kernels;

/** Loops over the units of one sample at one step; each is small so that the JIT compiler vectorises it. */
final class LstmLoops {

    private LstmLoops() {}

    /** {@code c = f c + i g} in place, the gates i, f, g, o lying from {@code at} on. */
    static void cell(int units, float[] gates, int at, float[] c, int cAt) {
        int forget = at + units;
        int candidate = at + 2 * units;
        for (int i = 0; i < units; i++) {
            c[cAt + i] = gates[forget + i] * c[cAt + i] + gates[at + i] * gates[candidate + i];
        }
    }

    /** {@code h = o h}, h being tanh(c). */
    static void state(int units, float[] gates, int at, float[] h, int hAt) {
        int out = at + 3 * units;
        for (int i = 0; i < units; i++) {
            h[hAt + i] *= gates[out + i];
        }
    }

    /** Replaces the gate o by its gradient, and adds the state's gradient to that of the cell; tanh is tanh(c). */
    static void outGradient(int units, float[] gates, int at, float[] dh, float[] tanh, float[] dc, int unitAt) {
        int out = at + 3 * units;
        for (int i = 0; i < units; i++) {
            float o = gates[out + i];
            float t = tanh[unitAt + i];
            float d = dh[unitAt + i];
            dc[unitAt + i] += d * o * (1 - t * t);
            gates[out + i] = d * t * o * (1 - o);
        }
    }

    /** Replaces the gates i, f and g by their gradients, and the cell's gradient by that of the cell one step before. */
    static void cellGradient(int units, float[] gates, int at, float[] before, float[] dc, int unitAt) {
        int forget = at + units;
        int candidate = at + 2 * units;
        for (int i = 0; i < units; i++) {
            float d = dc[unitAt + i];
            float in = gates[at + i];
            float f = gates[forget + i];
            float g = gates[candidate + i];
            gates[at + i] = d * g * in * (1 - in);
            gates[forget + i] = d * before[unitAt + i] * f * (1 - f);
            gates[candidate + i] = d * in * (1 - g * g);
            dc[unitAt + i] = d * f;
        }
    }
}
