/**
 * Workbooks of every kind. In: a file. Out: sheets and their rows. Start with {@link Workbooks}.
 */
@NullMarked
package org.sunlitledger.intake.workbook;

import org.jspecify.annotations.NullMarked;
