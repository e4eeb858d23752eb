/**
 * Channels on which notices leave the program. In: a letter. Out: what the other side answered.
 * Start with {@link Channels} and {@link Dispatch}.
 */
@NullMarked
package org.sunlitledger.notice.channel;

import org.jspecify.annotations.NullMarked;
