/** What records and ledger disagree on: the list, one discrepancy, and what people decide on it. */
@org.jspecify.annotations.NullMarked
package org.sunlitledger.console.discrepancy;
