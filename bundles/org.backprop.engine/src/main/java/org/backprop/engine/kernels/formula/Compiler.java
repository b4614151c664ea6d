package org.backprop.engine.kernels.formula;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.backprop.engine.kernels.formula.Program.Instruction;

/**
 * Turns the terms of a formula into instructions, each term once, with as few registers as their order allows. A result
 * is computed right into its operand where no later instruction needs the old value, else copied there at the end.
 */
final class Compiler {

    private final List<Term> operands;
    private final int scalars;
    private final float[] numbers;
    private final Map<Term, Term> results;
    private final Term sum;
    private final Map<Term, Integer> slots = new HashMap<>();
    private final Map<Term, Integer> uses = new HashMap<>();
    private final Map<Term, Step> steps = new LinkedHashMap<>();
    private final Map<Term, Integer> lastReads = new HashMap<>();
    private final List<Instruction> code = new ArrayList<>();
    private final BitSet busy = new BitSet();

    /** An operation with its arguments, after products and sums have been joined. */
    private record Step(Operation operation, List<Term> arguments) {}

    Compiler(List<Term> operands, List<Term> scalars, Map<Float, Term> numbers, Map<Term, Term> results, Term sum) {
        this.operands = operands;
        this.scalars = scalars.size();
        this.numbers = new float[numbers.size()];
        this.results = results;
        this.sum = sum;
        operands.forEach(this::place);
        scalars.forEach(this::place);
        int i = 0;
        for (Map.Entry<Float, Term> number : numbers.entrySet()) {
            this.numbers[i++] = number.getKey();
            place(number.getValue());
        }
    }

    private void place(Term term) {
        slots.put(term, slots.size());
    }

    Program program() {
        Collection<Term> roots = new ArrayList<>(results.values());
        if (sum != null) {
            roots.add(sum);
        }
        Set<Term> counted = new LinkedHashSet<>();
        roots.forEach(root -> {
            uses.merge(root, 1, Integer::sum);
            count(root, counted);
        });
        roots.forEach(this::order);
        findLastReads();
        int firstRegister = slots.size();
        generate(firstRegister);
        results.forEach((operand, value) -> {
            if (!slots.get(value).equals(slots.get(operand))) {
                code.add(new Instruction(Operation.COPY, slots.get(value), 0, 0, slots.get(operand)));
            }
        });
        boolean[] written = new boolean[operands.size()];
        results.keySet().forEach(operand -> written[slots.get(operand)] = true);
        return new Program(
                operands.size(),
                written,
                scalars,
                numbers,
                busy.length(),
                List.copyOf(code),
                sum == null ? -1 : slots.get(sum));
    }

    private void count(Term term, Set<Term> counted) {
        if (counted.add(term)) {
            for (Term argument : term.arguments()) {
                uses.merge(argument, 1, Integer::sum);
                count(argument, counted);
            }
        }
    }

    /** Arguments before the terms that need them. */
    private void order(Term term) {
        if (term.operation() == null || steps.containsKey(term)) {
            return;
        }
        Step step = step(term);
        step.arguments().forEach(this::order);
        steps.put(term, step);
    }

    /** A sum of a product that nobody else needs becomes one step. */
    private Step step(Term term) {
        if (term.operation() == Operation.ADD) {
            Term left = term.arguments().getFirst();
            Term right = term.arguments().getLast();
            if (isOwnProduct(left)) {
                return multiplyAdd(left, right);
            } else if (isOwnProduct(right)) {
                return multiplyAdd(right, left);
            }
        }
        return new Step(term.operation(), term.arguments());
    }

    private boolean isOwnProduct(Term term) {
        return term.operation() == Operation.MULTIPLY && uses.get(term) == 1;
    }

    private static Step multiplyAdd(Term product, Term addend) {
        return new Step(
                Operation.MULTIPLY_ADD,
                List.of(product.arguments().getFirst(), product.arguments().getLast(), addend));
    }

    private void findLastReads() {
        int at = 0;
        for (Step step : steps.values()) {
            for (Term argument : step.arguments()) {
                lastReads.put(argument, at);
            }
            at++;
        }
        int end = at;
        results.values().forEach(value -> lastReads.put(value, end));
        if (sum != null) {
            lastReads.put(sum, end);
        }
    }

    private void generate(int firstRegister) {
        BitSet free = new BitSet();
        int at = 0;
        for (Map.Entry<Term, Step> entry : steps.entrySet()) {
            Term term = entry.getKey();
            List<Term> arguments = entry.getValue().arguments();
            for (Term argument : new LinkedHashSet<>(arguments)) {
                if (slots.get(argument) >= firstRegister && lastReads.get(argument) == at) {
                    free.set(slots.get(argument) - firstRegister);
                }
            }
            int target = target(term, at);
            int to = target < 0 ? firstRegister + register(free) : target;
            slots.put(term, to);
            code.add(new Instruction(
                    entry.getValue().operation(), slot(arguments, 0), slot(arguments, 1), slot(arguments, 2), to));
            at++;
        }
    }

    private int slot(List<Term> arguments, int number) {
        return number < arguments.size() ? slots.get(arguments.get(number)) : 0;
    }

    private int register(BitSet free) {
        int register = free.nextSetBit(0);
        if (register < 0) {
            register = busy.length();
            busy.set(register);
        } else {
            free.clear(register);
        }
        return register;
    }

    /** The operand that a term can be computed into: that it is the result of, if nobody reads the old value any more. */
    private int target(Term term, int at) {
        for (Map.Entry<Term, Term> result : results.entrySet()) {
            Term operand = result.getKey();
            if (result.getValue() == term && lastReads.getOrDefault(operand, -1) <= at) {
                return slots.get(operand);
            }
        }
        return -1;
    }
}
