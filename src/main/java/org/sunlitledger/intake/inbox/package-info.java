/**
 * The inbox. In: a folder. Out: an account of every entry, and new deliveries. Start with {@link
 * Inbox}.
 */
@NullMarked
package org.sunlitledger.intake.inbox;

import org.jspecify.annotations.NullMarked;
