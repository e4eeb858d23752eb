/** Lines behind measures. */
@NullMarked
package org.sunlitledger.rollup;

import org.jspecify.annotations.NullMarked;
