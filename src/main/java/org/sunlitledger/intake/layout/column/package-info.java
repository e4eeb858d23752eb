/**
 * Columns that need extra checks: columns that no register has, amounts in words, rounded numbers,
 * merged cells. Start with {@link SkippedColumns}.
 */
@NullMarked
package org.sunlitledger.intake.layout.column;

import org.jspecify.annotations.NullMarked;
