/** Rejected lines: what is open in a year, and their correction in a grid. */
@org.jspecify.annotations.NullMarked
package org.sunlitledger.console.mend;
