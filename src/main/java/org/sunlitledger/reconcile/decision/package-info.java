/**
 * What people decide about discrepancies: one person resolves, another approves. Start with {@link
 * Decisions}.
 */
@NullMarked
package org.sunlitledger.reconcile.decision;

import org.jspecify.annotations.NullMarked;
