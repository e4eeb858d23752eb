/**
 * Workbooks in Office Open XML. In: an untrusted file. Out: a book that has passed its guard. Start
 * with {@link WorkbookGuard}.
 */
@NullMarked
package org.sunlitledger.intake.workbook.xml;

import org.jspecify.annotations.NullMarked;
