/** Compares a year with the treasury's ledger: hands it in, starts the run, shows the proof. */
@NullMarked
package org.sunlitledger.console.reconcile;

import org.jspecify.annotations.NullMarked;
