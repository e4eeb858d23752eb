/**
 * What does not agree, and what deserves a look. In: matches and lines without a match. Out:
 * numbered discrepancies and risks. Start with {@link Discrepancies}.
 */
@NullMarked
package org.sunlitledger.reconcile.discrepancy;

import org.jspecify.annotations.NullMarked;
