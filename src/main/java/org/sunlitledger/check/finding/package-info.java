/** Findings and rejected lines, to be listed. Start with {@link Findings}. */
@NullMarked
package org.sunlitledger.check.finding;

import org.jspecify.annotations.NullMarked;
