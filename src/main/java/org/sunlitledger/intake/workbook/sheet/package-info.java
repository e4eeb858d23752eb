/** A sheet of a workbook, independent of the kind of file. Start with {@link SheetBook}. */
@NullMarked
package org.sunlitledger.intake.workbook.sheet;

import org.jspecify.annotations.NullMarked;
