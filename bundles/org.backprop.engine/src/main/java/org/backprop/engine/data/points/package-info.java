/** Points of the plane, and a curve, made by formulas: small data on which a network's decisions can be seen. */
package org.backprop.engine.data.points;
