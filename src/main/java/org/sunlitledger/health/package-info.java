/**
 * Examines an installation without changing it. In: the settings. Out: a finding for each thing
 * that is examined. Start with {@link Doctor}.
 */
@NullMarked
package org.sunlitledger.health;

import org.jspecify.annotations.NullMarked;
