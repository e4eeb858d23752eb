/** Negative amounts and the entries that they take back. Start with {@link ReversalRule}. */
@NullMarked
package org.sunlitledger.check.reversal;

import org.jspecify.annotations.NullMarked;
