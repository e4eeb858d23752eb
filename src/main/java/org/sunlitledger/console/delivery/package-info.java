/** What was handed in: the list, one delivery with its decisions, one line. */
@org.jspecify.annotations.NullMarked
package org.sunlitledger.console.delivery;
