/** A delivery's measures by township, source and month, and their merge over a year. */
@NullMarked
package org.sunlitledger.rollup;

import org.jspecify.annotations.NullMarked;
