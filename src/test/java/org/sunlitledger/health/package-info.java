/** Each examination is seen to find what it is there for. */
@NullMarked
package org.sunlitledger.health;

import org.jspecify.annotations.NullMarked;
