/** What late deliveries would change in a closed year. Start with {@link Restatement}. */
@NullMarked
package org.sunlitledger.close.late;

import org.jspecify.annotations.NullMarked;
