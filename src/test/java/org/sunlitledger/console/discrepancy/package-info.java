/** Tests of the pages about discrepancies. */
@org.jspecify.annotations.NullMarked
package org.sunlitledger.console.discrepancy;
