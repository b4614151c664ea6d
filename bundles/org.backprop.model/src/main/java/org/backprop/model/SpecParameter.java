package org.backprop.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one parameter of a spec on its record component: the only place where its default, range, unit and
 * description stand. The key in the file is the snake_case of the component's name.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface SpecParameter {

    /** Value of {@link #byDefault} for a parameter that must be given. */
    String REQUIRED = "\0";

    /** One line: what it means. */
    String doc();

    /** The default as it would stand in the file; empty for an optional parameter that is absent by default. */
    String byDefault() default REQUIRED;

    /** The lower bound. */
    double min() default Double.NEGATIVE_INFINITY;

    /** Whether {@link #min} itself is out of range. */
    boolean minExclusive() default false;

    /** The upper bound. */
    double max() default Double.POSITIVE_INFINITY;

    /** Whether {@link #max} itself is out of range. */
    boolean maxExclusive() default false;

    /** The unit of the value, such as {@code samples}; empty for a pure number. */
    String unit() default "";

    /** A word that may stand for the value 0 (batch_size: full); empty if there is none. */
    String zeroWord() default "";

    /** Whether a scalar in place of the mapping ({@code dense: 10}) sets this parameter. */
    boolean main() default false;
}
