package org.backprop.core.backends;

/**
 * A contributed backend.
 *
 * @param id its name in launch configurations and on the command line, such as {@code native}
 * @param name its name for people
 * @param description one sentence: what it computes with
 * @param backend the backend
 */
public record BackendDescriptor(String id, String name, String description, Backend backend) {}
