package org.backprop.engine.kernels.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.backprop.engine.kernels.formula.Program.Instruction;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class FormulaTest {

    private static final int OPERANDS = 4;

    /** What a program leaves in its slots, in double precision. */
    static double[] run(Program program, double[] operands, double... scalars) {
        double[] slots = new double[program.slots()];
        System.arraycopy(operands, 0, slots, 0, operands.length);
        System.arraycopy(scalars, 0, slots, program.firstScalar(), scalars.length);
        for (int i = 0; i < program.numbers().length; i++) {
            slots[program.firstScalar() + scalars.length + i] = program.numbers()[i];
        }
        for (Instruction code : program.code()) {
            slots[code.to()] = apply(code.operation(), slots[code.a()], slots[code.b()], slots[code.c()]);
        }
        return slots;
    }

    private static double apply(Operation operation, double a, double b, double c) {
        return switch (operation) {
            case COPY -> a;
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case MIN -> Math.min(a, b);
            case MAX -> Math.max(a, b);
            case MULTIPLY_ADD -> a * b + c;
            case SELECT -> a > 0 ? b : c;
            case ABS -> Math.abs(a);
            case SQRT -> Math.sqrt(a);
            case EXP -> Math.exp(a);
            case LOG -> Math.log(a);
            case TANH -> Math.tanh(a);
        };
    }

    @RepeatedTest(300)
    void everyResultIsWhatItsExpressionSaysWhateverTheOthersOverwrite(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Formula formula = new Formula();
        List<Term> terms = new ArrayList<>();
        Map<Term, Double> values = new HashMap<>();
        double[] operands = new double[OPERANDS];
        for (int i = 0; i < OPERANDS; i++) {
            operands[i] = random.nextInt(9) - 4;
            terms.add(formula.operand());
            values.put(terms.get(i), operands[i]);
        }
        terms.add(formula.number(3));
        values.put(terms.getLast(), 3.0);
        for (int i = 0; i < random.nextInt(12); i++) {
            Term a = terms.get(random.nextInt(terms.size()));
            Term b = terms.get(random.nextInt(terms.size()));
            double x = values.get(a);
            double y = values.get(b);
            switch (random.nextInt(5)) {
                case 0 -> put(terms, values, a.plus(b), x + y);
                case 1 -> put(terms, values, a.minus(b), x - y);
                case 2 -> put(terms, values, a.times(b).plus(a), x * y + x);
                case 3 -> put(terms, values, a.select(b, a), x > 0 ? y : x);
                default -> put(terms, values, a.max(b), Math.max(x, y));
            }
        }
        double[] expected = operands.clone();
        for (int i = 0; i < OPERANDS; i++) {
            if (random.nextBoolean()) {
                Term value = terms.get(random.nextInt(terms.size()));
                formula.set(terms.get(i), value);
                expected[i] = values.get(value);
            }
        }
        Term sum = terms.get(random.nextInt(terms.size()));
        Program program = formula.sum(sum).program();
        double[] slots = run(program, operands);
        for (int i = 0; i < OPERANDS; i++) {
            assertEquals(expected[i], slots[i], 1e-9 * Math.abs(expected[i]), "operand " + i + " of " + program);
        }
        assertEquals(values.get(sum), slots[program.sum()], 1e-9 * Math.abs(values.get(sum)), "sum of " + program);
    }

    private static void put(List<Term> terms, Map<Term, Double> values, Term term, double value) {
        terms.add(term);
        values.put(term, value);
    }

    @Test
    void theErrorFunctionIsRightWithinSevenDigits() {
        Formula formula = new Formula();
        Term x = formula.operand();
        Program program = formula.set(x, x.erf()).program();
        double[][] known = {{0, 0}, {0.5, 0.5204998778}, {-0.5, -0.5204998778}, {1, 0.8427007929}, {-2, -0.9953222650}};
        for (double[] pair : known) {
            assertEquals(pair[1], run(program, new double[] {pair[0]})[0], 2e-7);
        }
    }

    @Test
    void aTermThatIsUsedTwiceIsComputedOnceAndASumOfAProductIsOneInstruction() {
        Formula formula = new Formula();
        Term weight = formula.operand();
        Term gradient = formula.operand();
        Term mean = formula.operand();
        Term rate = formula.scalar();
        Term moved = mean.times(0.9).plus(gradient.times(0.1));
        Program program = formula.set(mean, moved)
                .set(weight, weight.plus(moved.times(rate)))
                .program();
        assertEquals(3, program.code().size());
        assertEquals(1, program.registers());
        assertEquals(2, run(program, new double[] {1, 10, 0}, 1)[0], 1e-6);
    }

    @Test
    void onlyOperandsCanBeSet() {
        Formula formula = new Formula();
        Term scalar = formula.scalar();
        assertThrows(IllegalArgumentException.class, () -> formula.set(scalar, formula.number(1)));
    }
}
