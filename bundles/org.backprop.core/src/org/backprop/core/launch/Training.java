package org.backprop.core.launch;

import java.nio.file.Path;

/**
 * What a trainer trains.
 *
 * @param model name of the model
 * @param runs absolute path of the folder that receives the run folder
 * @param sweep whether settings are compared
 */
record Training(String model, Path runs, boolean sweep) {}
