package org.backprop.engine.kernels.formula;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds a {@link Program} from expressions:
 *
 * <pre>{@code
 * Formula f = new Formula();
 * Term weight = f.operand(), gradient = f.operand(), squares = f.operand(), rate = f.scalar();
 * Term sum = squares.plus(gradient.squared());
 * f.set(squares, sum).set(weight, weight.minus(rate.times(gradient).over(sum.sqrt().plus(1e-10))));
 * Program adagrad = f.program();
 * }</pre>
 *
 * <p>A term that is used twice is computed once.
 */
public final class Formula {

    private final List<Term> operands = new ArrayList<>();
    private final List<Term> scalars = new ArrayList<>();
    private final Map<Float, Term> numbers = new LinkedHashMap<>();
    private final Map<Term, Term> results = new LinkedHashMap<>();
    private Term sum;

    /** The next operand: each element's value before the evaluation. */
    public Term operand() {
        return added(operands);
    }

    /** The next scalar: a number that is given to each evaluation. */
    public Term scalar() {
        return added(scalars);
    }

    private Term added(List<Term> terms) {
        Term term = new Term(this);
        terms.add(term);
        return term;
    }

    /** A number. */
    public Term number(double value) {
        return numbers.computeIfAbsent((float) value, key -> new Term(this));
    }

    /** Lets the evaluation overwrite an operand. */
    public Formula set(Term operand, Term value) {
        if (!operands.contains(operand)) {
            throw new IllegalArgumentException("only an operand can be set");
        }
        results.put(operand, value.operation() == null ? value.copied() : value);
        return this;
    }

    /** Lets the evaluation return the sum of a term over all elements. */
    public Formula sum(Term term) {
        sum = term.operation() == null ? term.copied() : term;
        return this;
    }

    /** The program. */
    public Program program() {
        return new Compiler(operands, scalars, numbers, results, sum).program();
    }
}
