/**
 * Moves the records of closed years to files, and ends the time of their originals. In: a closed
 * year. Out: files, and what is recorded about them. Start with {@link RecordStore}.
 */
@NullMarked
package org.sunlitledger.close.store;

import org.jspecify.annotations.NullMarked;
