/** Holding a year's records against the treasury's ledger. */
@NullMarked
package org.sunlitledger.reconcile;

import org.jspecify.annotations.NullMarked;
