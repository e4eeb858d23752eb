package org.sunlitledger.intake;

import java.util.List;

/**
 * A line of a file, or several where a quoted cell runs over them.
 *
 * @param number of the first, as an editor or a spreadsheet shows it
 */
record Line(int number, List<String> cells) {}
