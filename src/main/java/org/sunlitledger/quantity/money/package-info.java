/**
 * Amounts of money in whole fen. In: an amount as offices write it. Out: fen, and the text that a
 * report prints. Start with {@link Fen}.
 */
@NullMarked
package org.sunlitledger.quantity.money;

import org.jspecify.annotations.NullMarked;
