/** Compares a year's records with the treasury's ledger. */
@NullMarked
package org.sunlitledger.reconcile;

import org.jspecify.annotations.NullMarked;
