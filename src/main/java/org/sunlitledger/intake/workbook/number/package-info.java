/**
 * Number formats of cells. In: a format code and a value. Out: the text that a person sees. Start
 * with {@link CellText}.
 */
@NullMarked
package org.sunlitledger.intake.workbook.number;

import org.jspecify.annotations.NullMarked;
