/** Closing a year, what was closed, and what came afterwards. Start with {@link CloseForms}. */
@org.jspecify.annotations.NullMarked
package org.sunlitledger.console.close;
