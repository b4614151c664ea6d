/**
 * The run folder: {@code run.json} (provenance and outcome), event files, {@code journal.jsonl}, {@code checkpoints/}.
 *
 * <p>A trainer uses {@link org.backprop.runlog.run.RunWriter}, a viewer {@link org.backprop.runlog.run.RunTail}.
 */
package org.backprop.runlog.run;
