/**
 * Workbooks in Office Open XML. In: a file that is not trusted. Out: a book that has passed its
 * guard. Start with {@link WorkbookGuard}.
 */
@NullMarked
package org.sunlitledger.intake.workbook.xml;

import org.jspecify.annotations.NullMarked;
