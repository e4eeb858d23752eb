/**
 * Deliveries that passed the checks begin to count, all of a night in one transaction. Start with
 * {@link Settlement}.
 */
@NullMarked
package org.sunlitledger.check.settle;

import org.jspecify.annotations.NullMarked;
