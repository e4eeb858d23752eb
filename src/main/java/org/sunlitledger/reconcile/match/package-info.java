/**
 * Matches entries of the ledger with records, one strategy after another. Start with {@link
 * Matching}.
 */
@NullMarked
package org.sunlitledger.reconcile.match;

import org.jspecify.annotations.NullMarked;
