/** Closing a year, what comes after it, and the way back. */
@NullMarked
package org.sunlitledger.close;

import org.jspecify.annotations.NullMarked;
