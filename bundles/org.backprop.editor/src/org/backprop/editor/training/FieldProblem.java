package org.backprop.editor.training;

import org.backprop.model.Severity;

/** What is wrong with the value of a field. */
public record FieldProblem(Severity severity, String message) {}
