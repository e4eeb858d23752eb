/**
 * The statement of a reconciliation: a workbook and a page to sign. Start with {@link Statement}.
 */
@NullMarked
package org.sunlitledger.reconcile.statement;

import org.jspecify.annotations.NullMarked;
