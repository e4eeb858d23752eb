/** What the county's monitoring reads, on the loopback only. Start with {@link BookGauges}. */
@org.jspecify.annotations.NullMarked
package org.sunlitledger.console.watch;
