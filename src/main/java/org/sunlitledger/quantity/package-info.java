/** Money, dates, identifiers and their text; knows nothing of where they come from. */
@NullMarked
package org.sunlitledger.quantity;

import org.jspecify.annotations.NullMarked;
