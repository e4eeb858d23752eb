/**
 * A reconciliation as a whole: it runs, proves that everything adds up, and keeps the result. Start
 * with {@link Reconciler}.
 */
@NullMarked
package org.sunlitledger.reconcile.proof;

import org.jspecify.annotations.NullMarked;
