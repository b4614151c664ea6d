/** What the tests of several bundles share. */
package org.backprop.testkit;
