/** Help for an IDE without the platform's help web application: pages open as files in a browser, F1 shows a pop-up. */
package org.backprop.ide.help;
