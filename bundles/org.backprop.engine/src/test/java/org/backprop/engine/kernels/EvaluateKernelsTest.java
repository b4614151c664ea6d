package org.backprop.engine.kernels;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

import org.backprop.engine.kernels.contract.Call;
import org.backprop.engine.kernels.contract.KernelContract;
import org.backprop.engine.kernels.contract.Operands;
import org.backprop.engine.kernels.formula.Formula;
import org.backprop.engine.kernels.formula.Program;
import org.backprop.engine.kernels.formula.Term;

/** Formulas over views shorter and longer than a vector and a block. */
class EvaluateKernelsTest extends KernelContract {

    private static final int[] SIZES = {1, 3, 15, 16, 17, 33, 129, 1023, 1025, 5000, 100_003};
    private static final float[] NO_SCALARS = {};

    @Override
    protected List<Call> list() {
        List<Call> calls = new ArrayList<>();
        for (int length : SIZES) {
            calls.add(function("copy", length, x -> x.plus(0), x -> x));
            calls.add(function("absolute value", length, Term::abs, Math::abs));
            calls.add(function("square root", length, x -> x.abs().sqrt(), x -> Math.sqrt(Math.abs(x))));
            calls.add(function("exponential", length, Term::exp, Math::exp));
            calls.add(function("logarithm", length, x -> x.abs().log(), x -> Math.log(Math.abs(x))));
            calls.add(function("logarithm or NaN", length, Term::log, Math::log));
            calls.add(function("logarithm of 0", length, x -> x.times(0).abs().log(), x -> Double.NEGATIVE_INFINITY));
            calls.add(function(
                    "logarithm of large and small",
                    length,
                    x -> x.times(15).exp().log(),
                    x -> 15 * x));
            calls.add(function("small log1p", length, x -> x.times(1e-6).log1p(), x -> Math.log1p(1e-6 * x)));
            calls.add(function("small expm1", length, x -> x.times(1e-6).expm1(), x -> Math.expm1(1e-6 * x)));
            calls.add(function("log1p", length, x -> x.squared().log1p(), x -> Math.log1p(x * x)));
            calls.add(function("expm1", length, Term::expm1, Math::expm1));
            calls.add(function("hyperbolic tangent", length, Term::tanh, Math::tanh));
            calls.add(function("sigmoid", length, Term::sigmoid, x -> 1 / (1 + Math.exp(-x))));
            calls.add(function("sign", length, Term::sign, Math::signum));
            calls.add(function("bounds", length, x -> x.min(0.5).max(-0.25), x -> Math.clamp(x, -0.25, 0.5)));
            calls.add(function("quotient", length, x -> x.squared().plus(1).reciprocal(), x -> 1 / (x * x + 1)));
            calls.add(adagrad(length, false));
            calls.add(adagrad(length, true));
            calls.add(rotation(length));
            calls.add(sum(length));
        }
        return calls;
    }

    private static Call function(String name, int length, UnaryOperator<Term> function, DoubleUnaryOperator reference) {
        Formula formula = new Formula();
        Term x = formula.operand();
        Term y = formula.operand();
        Program program = formula.set(y, function.apply(x)).program();
        return new Operands()
                .input("x", 1, length)
                .result("y", 1, length)
                .call(
                        name + " of " + length,
                        (kernels, on) ->
                                kernels.evaluate(program, NO_SCALARS, new View[] {on.get("x"), on.get("y")}, null),
                        on -> {
                            for (int i = 0; i < length; i++) {
                                on.get("y")[i] = reference.applyAsDouble(on.get("x")[i]);
                            }
                        });
    }

    private static Call adagrad(int length, boolean norms) {
        Formula formula = new Formula();
        Term weight = formula.operand();
        Term gradient = formula.operand();
        Term squares = formula.operand();
        Term rate = formula.scalar();
        Term sum = squares.plus(gradient.squared());
        Program program = formula.set(squares, sum)
                .set(weight, weight.minus(rate.times(gradient).over(sum.sqrt().plus(1e-10))))
                .program();
        float[] squared = new Operands().draw(length);
        for (int i = 0; i < length; i++) {
            squared[i] *= squared[i];
        }
        return new Operands()
                .updated("weight", 1, length)
                .input("gradient", 1, length)
                .updated("squares", length, squared)
                .result("norms", norms, 1, 3)
                .call(
                        "adagrad of " + length + (norms ? " with norms" : ""),
                        (kernels, on) -> {
                            UpdateNorms taken = norms ? new UpdateNorms(new int[1], new int[] {length}) : null;
                            View[] views = {on.get("weight"), on.get("gradient"), on.get("squares")};
                            kernels.evaluate(program, new float[] {0.1f}, views, taken);
                            if (norms) {
                                on.get("norms").set(new float[] {
                                    (float) taken.gradient(0), (float) taken.weight(0), (float) taken.updateRatio(0)
                                });
                            }
                        },
                        on -> {
                            double[] before = on.get("weight").clone();
                            double update = 0;
                            for (int i = 0; i < length; i++) {
                                double g = on.get("gradient")[i];
                                on.get("squares")[i] += g * g;
                                double change = 0.1f * g / (Math.sqrt(on.get("squares")[i]) + 1e-10);
                                on.get("weight")[i] -= change;
                                update += change * change;
                            }
                            if (norms) {
                                on.get("norms")[0] = norm(on.get("gradient"));
                                on.get("norms")[1] = norm(on.get("weight"));
                                on.get("norms")[2] = Math.sqrt(update) / norm(before);
                            }
                        });
    }

    private static double norm(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    /** Three operands that take each other's values. */
    private static Call rotation(int length) {
        Formula formula = new Formula();
        Term a = formula.operand();
        Term b = formula.operand();
        Term c = formula.operand();
        Program program = formula.set(a, b).set(b, c).set(c, a).program();
        return new Operands()
                .updated("a", 1, length)
                .updated("b", 1, length)
                .updated("c", 1, length)
                .call(
                        "rotation of " + length,
                        (kernels, on) -> kernels.evaluate(
                                program, NO_SCALARS, new View[] {on.get("a"), on.get("b"), on.get("c")}, null),
                        on -> {
                            double[] first = on.get("a").clone();
                            System.arraycopy(on.get("b"), 0, on.get("a"), 0, length);
                            System.arraycopy(on.get("c"), 0, on.get("b"), 0, length);
                            System.arraycopy(first, 0, on.get("c"), 0, length);
                        })
                .within(0);
    }

    private static Call sum(int length) {
        Formula formula = new Formula();
        Term x = formula.operand();
        Program program = formula.sum(x.squared().times(0.5)).program();
        return new Operands()
                .input("x", 1, length)
                .result("sum", 1, 1)
                .call(
                        "half the squares of " + length,
                        (kernels, on) -> on.get("sum").set(new float[] {
                            (float) kernels.evaluate(program, NO_SCALARS, new View[] {on.get("x")}, null)
                        }),
                        on -> {
                            double sum = 0;
                            for (double x2 : on.get("x")) {
                                sum += x2 * x2 / 2;
                            }
                            on.get("sum")[0] = sum;
                        });
    }
}
