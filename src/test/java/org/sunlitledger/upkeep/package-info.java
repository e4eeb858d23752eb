/** Each examination is seen to find what it is there for. */
@NullMarked
package org.sunlitledger.upkeep;

import org.jspecify.annotations.NullMarked;
