/** Freezing a year: its snapshot, what comes after, and the way back. */
@NullMarked
package org.sunlitledger.close;

import org.jspecify.annotations.NullMarked;
