/**
 * Discrepancies as a sheet for Excel. Out: the work list of a filter, with columns to fill in. In:
 * the sheet filled in; each of its rows is a decision of its own. Start with {@link
 * org.sunlitledger.reconcile.worklist.WorkListDecisions}.
 */
@NullMarked
package org.sunlitledger.reconcile.worklist;

import org.jspecify.annotations.NullMarked;
