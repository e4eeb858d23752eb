/**
 * Columns that need a second look: those that no register has, amounts in words, numbers that were
 * rounded, merged cells. Start with {@link SkippedColumns}.
 */
@NullMarked
package org.sunlitledger.intake.layout.column;

import org.jspecify.annotations.NullMarked;
