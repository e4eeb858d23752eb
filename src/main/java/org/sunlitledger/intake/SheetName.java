package org.sunlitledger.intake;

/**
 * A sheet of a workbook.
 *
 * @param index from 0, hidden sheets counted
 * @param name as on its tab
 * @param hidden whether whoever opens the workbook does not see it
 */
record SheetName(int index, String name, boolean hidden) {}
