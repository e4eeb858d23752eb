package org.sunlitledger.intake.workbook.sheet;

/**
 * A sheet of a workbook.
 *
 * @param index from 0, including hidden sheets
 * @param name as on its tab
 * @param hidden whether a person who opens the workbook does not see it
 */
public record SheetName(int index, String name, boolean hidden) {}
