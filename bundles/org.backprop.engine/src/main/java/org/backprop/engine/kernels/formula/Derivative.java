package org.backprop.engine.kernels.formula;

import java.util.ArrayList;
import java.util.List;

import org.backprop.engine.kernels.formula.Program.Instruction;

/**
 * Differentiates programs (forward mode, Wengert 1964). Where a function has a kink, its derivative is that of the side
 * that the program takes there.
 */
public final class Derivative {

    private final Program program;
    private final Formula formula = new Formula();
    private final Value[] slots;

    /** What a slot holds, and its tangent; null where that is 0. */
    private record Value(Term value, Term tangent) {}

    private Derivative(Program program) {
        this.program = program;
        slots = new Value[program.slots()];
    }

    /**
     * The program that computes values as the given one does, and with them the tangents: how fast they change when the
     * operands do. Its operands are those of the given one, then the tangent of each of them; it sets the tangents of
     * those operands that it sets. Scalars do not change.
     *
     * @throws IllegalArgumentException if the program would be too long
     */
    public static Program of(Program program) {
        return new Derivative(program).program();
    }

    private Program program() {
        List<Value> operands = operands();
        for (int i = 0; i < program.scalars(); i++) {
            slots[program.firstScalar() + i] = new Value(formula.scalar(), null);
        }
        for (int i = 0; i < program.numbers().length; i++) {
            slots[program.firstScalar() + program.scalars() + i] = number(program.numbers()[i]);
        }
        program.code().forEach(code -> slots[code.to()] = result(code));
        for (int i = 0; i < operands.size(); i++) {
            if (program.written()[i]) {
                Term tangent = slots[i].tangent();
                formula.set(operands.get(i).value(), slots[i].value());
                formula.set(operands.get(i).tangent(), tangent == null ? formula.number(0) : tangent);
            }
        }
        if (program.sum() >= 0) {
            formula.sum(slots[program.sum()].value());
        }
        return formula.program();
    }

    private List<Value> operands() {
        List<Term> values = new ArrayList<>();
        for (int i = 0; i < program.operands(); i++) {
            values.add(formula.operand());
        }
        List<Value> operands = values.stream()
                .map(value -> new Value(value, formula.operand()))
                .toList();
        for (int i = 0; i < operands.size(); i++) {
            slots[i] = operands.get(i);
        }
        return operands;
    }

    private Value number(double value) {
        return new Value(formula.number(value), null);
    }

    private Value result(Instruction code) {
        Value a = slots[code.a()];
        Value b = slots[code.b()];
        Value c = slots[code.c()];
        return switch (code.operation()) {
            case COPY -> a;
            case ADD -> sum(a, b);
            case SUBTRACT -> new Value(a.value().minus(b.value()), difference(a.tangent(), b.tangent()));
            case MULTIPLY -> product(a, b);
            case DIVIDE -> quotient(a, b);
            case MIN -> new Value(a.value().min(b.value()), choice(b.value().minus(a.value()), a, b));
            case MAX -> new Value(a.value().max(b.value()), choice(a.value().minus(b.value()), a, b));
            case MULTIPLY_ADD -> sum(product(a, b), c);
            case SELECT -> new Value(a.value().select(b.value(), c.value()), choice(a.value(), b, c));
            case ABS -> new Value(a.value().abs(), scaled(a.tangent(), a.value().sign()));
            case SQRT -> squareRoot(a);
            case EXP -> exponential(a);
            case LOG ->
                new Value(
                        a.value().log(),
                        a.tangent() == null ? null : a.tangent().over(a.value()));
            case TANH -> hyperbolicTangent(a);
        };
    }

    private static Value sum(Value a, Value b) {
        return new Value(a.value().plus(b.value()), sum(a.tangent(), b.tangent()));
    }

    private static Value product(Value a, Value b) {
        return new Value(
                a.value().times(b.value()), sum(scaled(a.tangent(), b.value()), scaled(b.tangent(), a.value())));
    }

    private static Value quotient(Value a, Value b) {
        Term quotient = a.value().over(b.value());
        Term change = difference(a.tangent(), scaled(b.tangent(), quotient));
        return new Value(quotient, change == null ? null : change.over(b.value()));
    }

    private static Value squareRoot(Value a) {
        Term root = a.value().sqrt();
        return new Value(root, a.tangent() == null ? null : a.tangent().over(root.plus(root)));
    }

    private static Value exponential(Value a) {
        Term power = a.value().exp();
        return new Value(power, scaled(a.tangent(), power));
    }

    private static Value hyperbolicTangent(Value a) {
        Term tanh = a.value().tanh();
        return new Value(tanh, scaled(a.tangent(), tanh.number(1).minus(tanh.squared())));
    }

    private static Term sum(Term a, Term b) {
        return a == null ? b : b == null ? a : a.plus(b);
    }

    private static Term difference(Term a, Term b) {
        return b == null ? a : a == null ? b.negated() : a.minus(b);
    }

    private static Term scaled(Term tangent, Term factor) {
        return tangent == null ? null : tangent.times(factor);
    }

    /** The tangent of a where the condition is positive, else that of b. */
    private Term choice(Term condition, Value a, Value b) {
        if (a.tangent() == null && b.tangent() == null) {
            return null;
        }
        return condition.select(orZero(a.tangent()), orZero(b.tangent()));
    }

    private Term orZero(Term tangent) {
        return tangent == null ? formula.number(0) : tangent;
    }
}
