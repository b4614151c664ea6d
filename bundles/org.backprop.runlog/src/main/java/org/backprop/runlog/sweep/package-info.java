/**
 * A comparison of trainings on disk: {@code sweep.json} in a folder beside the run folders of its trials. Written by one
 * sweep process, followed by anyone who wants to watch it; commands reach the process through its journal.
 */
package org.backprop.runlog.sweep;
