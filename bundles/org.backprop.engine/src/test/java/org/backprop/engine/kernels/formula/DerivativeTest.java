package org.backprop.engine.kernels.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.backprop.engine.kernels.formula.Program.Instruction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares derivatives of programs with differences of what the programs compute, in double precision. */
class DerivativeTest {

    private static final double STEP = 1e-5;
    private static final double SCALAR = 1.25;
    private static final double[][] POINTS = {{0.7, 1.9}, {2.3, -0.4}, {0.2, 0.25}};

    private static final Map<String, BinaryOperator<Term>> EXPRESSIONS = Map.ofEntries(
            Map.entry("copy", (x, y) -> x.copied()),
            Map.entry("sum", (x, y) -> x.plus(y).plus(3)),
            Map.entry("difference", (x, y) -> x.minus(y)),
            Map.entry("difference from a number", (x, y) -> x.number(2).minus(x)),
            Map.entry("product", (x, y) -> x.times(y)),
            Map.entry("square", (x, y) -> x.squared()),
            Map.entry("sum of a product", (x, y) -> x.times(y).plus(x)),
            Map.entry("quotient", (x, y) -> x.over(y)),
            Map.entry("reciprocal", (x, y) -> y.reciprocal()),
            Map.entry("lesser", (x, y) -> x.min(y.times(x))),
            Map.entry("greater", (x, y) -> x.max(y)),
            Map.entry("greater than a number", (x, y) -> y.max(0).times(x)),
            Map.entry("choice", (x, y) -> y.select(x, x.times(y))),
            Map.entry("choice of numbers", (x, y) -> y.select(2, 3).times(x)),
            Map.entry("magnitude", (x, y) -> y.abs().times(x)),
            Map.entry("root", (x, y) -> x.sqrt()),
            Map.entry("power", (x, y) -> x.times(y).exp()),
            Map.entry("logarithm", (x, y) -> x.log()),
            Map.entry("logarithm near one", (x, y) -> x.log1p()),
            Map.entry("power near zero", (x, y) -> y.expm1()),
            Map.entry("tanh", (x, y) -> x.minus(y).tanh()),
            Map.entry("sigmoid", (x, y) -> y.sigmoid()),
            Map.entry("a sign is constant", (x, y) -> y.sign().plus(x)));

    static Stream<String> expressions() {
        return EXPRESSIONS.keySet().stream().sorted();
    }

    private static Program program(BinaryOperator<Term> expression) {
        Formula formula = new Formula();
        Term x = formula.operand();
        Term y = formula.operand();
        Term to = formula.operand();
        Term scalar = formula.scalar();
        return formula.set(to, expression.apply(x, y).times(scalar))
                .set(y, x.plus(y))
                .program();
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void tangentsAreDifferencesAlongTheDirection(String expression) {
        Program program = program(EXPRESSIONS.get(expression));
        for (double[] point : POINTS) {
            double dx = 0.3;
            double dy = -0.8;
            double[] slots =
                    FormulaTest.run(Derivative.of(program), new double[] {point[0], point[1], 7, dx, dy, 9}, SCALAR);
            double[] values = FormulaTest.run(program, new double[] {point[0], point[1], 7}, SCALAR);
            double[] above =
                    FormulaTest.run(program, new double[] {point[0] + STEP * dx, point[1] + STEP * dy, 7}, SCALAR);
            double[] below =
                    FormulaTest.run(program, new double[] {point[0] - STEP * dx, point[1] - STEP * dy, 7}, SCALAR);
            for (int i = 0; i < 3; i++) {
                double difference = (above[i] - below[i]) / (2 * STEP);
                assertEquals(values[i], slots[i], 1e-12, "value " + i);
                if (program.written()[i]) {
                    assertEquals(difference, slots[3 + i], 1e-5 * Math.max(1, Math.abs(difference)), "tangent " + i);
                }
            }
        }
    }

    @Test
    void everyOperationIsDifferentiated() {
        Set<Operation> used = EXPRESSIONS.values().stream()
                .flatMap(expression -> program(expression).code().stream())
                .map(Instruction::operation)
                .collect(Collectors.toSet());
        assertEquals(EnumSet.allOf(Operation.class), used);
    }

    @Test
    void theSumIsThatOfTheValues() {
        Formula formula = new Formula();
        Term x = formula.operand();
        Program derivative = Derivative.of(formula.sum(x.squared()).program());
        double[] slots = FormulaTest.run(derivative, new double[] {3, 1});
        assertEquals(9, slots[derivative.sum()]);
        assertEquals(
                List.of(false, false),
                List.of(derivative.written()[0], derivative.written()[1]));
        assertTrue(derivative.operands() == 2);
    }
}
