/**
 * The audit trail. In: who did what. Out: a chain of rows in which every change can be detected.
 * Start with {@link AuditTrail}.
 */
@NullMarked
package org.sunlitledger.database.audit;

import org.jspecify.annotations.NullMarked;
