/**
 * The audit trail. In: who did what. Out: a chain of rows that cannot be changed unnoticed. Start
 * with {@link AuditTrail}.
 */
@NullMarked
package org.sunlitledger.database.audit;

import org.jspecify.annotations.NullMarked;
