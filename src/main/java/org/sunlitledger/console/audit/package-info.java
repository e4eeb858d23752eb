/** Who decided what. */
@org.jspecify.annotations.NullMarked
package org.sunlitledger.console.audit;
