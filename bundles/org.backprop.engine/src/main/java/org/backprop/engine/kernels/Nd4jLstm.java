package org.backprop.engine.kernels;

/**
 * The long short-term memory, whose samples the threads share: each goes through all steps of its samples without waiting
 * for the others; see {@link Kernels#lstmForward}.
 */
final class Nd4jLstm {

    private final Samples samples;
    private final SampleLstm[] forward;
    private final SampleLstmGradient[] backward;
    private final PartialSums inputWeightSums;
    private final PartialSums stateWeightSums;
    private final PartialSums biasSums;

    Nd4jLstm(Team team) {
        samples = new Samples(team);
        forward = new SampleLstm[team.size()];
        backward = new SampleLstmGradient[team.size()];
        for (int part = 0; part < team.size(); part++) {
            StepMajor order = new StepMajor();
            forward[part] = new SampleLstm(order);
            backward[part] = new SampleLstmGradient(order);
        }
        inputWeightSums = new PartialSums(team.size());
        stateWeightSums = new PartialSums(team.size());
        biasSums = new PartialSums(team.size());
    }

    private static long operations(LstmShape shape, Nd4jView x) {
        long gates = (long) x.rows() * shape.steps() * shape.units() * LstmMemory.GATES;
        return gates * (shape.inputs() + shape.units());
    }

    void forward(
            LstmShape shape,
            Nd4jView x,
            Nd4jView inputWeight,
            Nd4jView stateWeight,
            Nd4jView inputBias,
            Nd4jView stateBias,
            Nd4jView workspace,
            Nd4jView y) {
        samples.forEach(
                x.rows(),
                operations(shape, x),
                (part, first, count) -> forward[part].run(
                        shape,
                        x.rows(first, count),
                        inputWeight,
                        stateWeight,
                        inputBias,
                        stateBias,
                        workspace.rows(first, count),
                        y.rows(first, count)));
    }

    void backward(
            LstmShape shape,
            Nd4jView x,
            Nd4jView inputWeight,
            Nd4jView stateWeight,
            Nd4jView workspace,
            Nd4jView dy,
            Nd4jView inputWeightGradient,
            Nd4jView stateWeightGradient,
            Nd4jView biasGradient,
            Nd4jView dx) {
        int parts = samples.forEach(
                x.rows(),
                operations(shape, x),
                (part, first, count) -> backward[part].run(
                        shape,
                        x.rows(first, count),
                        inputWeight,
                        stateWeight,
                        workspace.rows(first, count),
                        dy.rows(first, count),
                        inputWeightSums.of(part, inputWeightGradient),
                        stateWeightSums.of(part, stateWeightGradient),
                        biasSums.of(part, biasGradient),
                        dx == null ? null : dx.rows(first, count)));
        inputWeightSums.addUp(parts, inputWeightGradient);
        stateWeightSums.addUp(parts, stateWeightGradient);
        biasSums.addUp(parts, biasGradient);
    }
}
