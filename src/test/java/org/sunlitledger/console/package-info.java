/** The console as a browser meets it. */
@NullMarked
package org.sunlitledger.console;

import org.jspecify.annotations.NullMarked;
