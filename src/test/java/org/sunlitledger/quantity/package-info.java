/** Tables of cases for texts read and printed. */
@NullMarked
package org.sunlitledger.quantity;

import org.jspecify.annotations.NullMarked;
