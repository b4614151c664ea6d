package org.backprop.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes one type of a family (a spec record or an activation) where it is declared. {@link Catalogue} reads it. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD})
public @interface SpecType {

    /** The snake_case name that selects the type in a model file. */
    String key();

    /** One line: what it does. */
    String doc();

    /** The formula in plain text; empty if there is none. */
    String formula() default "";

    /** The name of the same thing in PyTorch, or the paper that introduced it; empty if there is none. */
    String source() default "";
}
