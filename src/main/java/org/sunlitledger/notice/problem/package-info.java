/**
 * Problems that somebody must hear of. In: the database and the machine. Out: what is wrong now.
 * Start with {@link Watch}.
 */
@NullMarked
package org.sunlitledger.notice.problem;

import org.jspecify.annotations.NullMarked;
