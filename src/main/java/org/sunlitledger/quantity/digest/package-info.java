/** SHA-256 and keyed hashes. In: bytes or texts. Out: digests. Start with {@link Sha256}. */
@NullMarked
package org.sunlitledger.quantity.digest;

import org.jspecify.annotations.NullMarked;
