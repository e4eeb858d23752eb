/**
 * The rules. In: candidates. Out: findings, and a verdict for each line. Start with {@link Checks}.
 */
@NullMarked
package org.sunlitledger.check.rule;

import org.jspecify.annotations.NullMarked;
