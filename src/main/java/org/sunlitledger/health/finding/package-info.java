/** Examinations and what they find. Start with {@link Examination}. */
@NullMarked
package org.sunlitledger.health.finding;

import org.jspecify.annotations.NullMarked;
