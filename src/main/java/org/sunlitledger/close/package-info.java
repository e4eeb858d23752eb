/** Closing a year and reopening it. Start with {@link Closing}. */
@NullMarked
package org.sunlitledger.close;

import org.jspecify.annotations.NullMarked;
