/** Workbooks in the binary format of Excel 97 to 2003. Start with {@link BiffBook}. */
@NullMarked
package org.sunlitledger.intake.workbook.biff;

import org.jspecify.annotations.NullMarked;
