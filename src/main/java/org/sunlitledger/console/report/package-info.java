/** The reports of a year. */
@org.jspecify.annotations.NullMarked
package org.sunlitledger.console.report;
