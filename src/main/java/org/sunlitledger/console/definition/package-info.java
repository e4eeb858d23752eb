/** The rules and the registers, as people read them. */
@org.jspecify.annotations.NullMarked
package org.sunlitledger.console.definition;
