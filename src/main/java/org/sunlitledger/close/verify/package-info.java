/**
 * Computes every digest of a snapshot again. In: a closed year. Out: what differs. Start with
 * {@link Verification}.
 */
@NullMarked
package org.sunlitledger.close.verify;

import org.jspecify.annotations.NullMarked;
