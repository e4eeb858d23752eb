/** The treasury's ledger: its two sides and its balances. Start with {@link LedgerScan}. */
@NullMarked
package org.sunlitledger.intake.ledger;

import org.jspecify.annotations.NullMarked;
