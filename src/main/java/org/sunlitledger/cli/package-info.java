/** The command line. Start with {@link SunlitLedger}. */
@NullMarked
package org.sunlitledger.cli;

import org.jspecify.annotations.NullMarked;
