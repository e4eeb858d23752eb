/** Runs: their list, one of them while it works and afterwards, and what starts one. */
@NullMarked
package org.sunlitledger.console.run;

import org.jspecify.annotations.NullMarked;
