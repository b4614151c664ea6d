package org.backprop.runlog.control;

/** What a trainer sends after its {@link Hello}. */
public sealed interface TrainerMessage permits Reply, RunAnnounced, StateAnnounced {}
