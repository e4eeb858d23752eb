/**
 * Sub-totals and totals. In: lines and the totals below them. Out: findings for differences. Start
 * with {@link ControlTotals}.
 */
@NullMarked
package org.sunlitledger.intake.layout.total;

import org.jspecify.annotations.NullMarked;
