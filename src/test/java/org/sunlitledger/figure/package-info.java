/** Every figure against a value computed by hand. */
@NullMarked
package org.sunlitledger.figure;

import org.jspecify.annotations.NullMarked;
