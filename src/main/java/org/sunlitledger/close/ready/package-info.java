/**
 * What keeps a year from being closed. In: the books of a year. Out: obstacles, each with what to
 * do. Start with {@link Readiness}.
 */
@NullMarked
package org.sunlitledger.close.ready;

import org.jspecify.annotations.NullMarked;
