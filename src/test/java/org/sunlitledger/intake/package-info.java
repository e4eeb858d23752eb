/** What files may look like, and what becomes of them. */
@NullMarked
package org.sunlitledger.intake;

import org.jspecify.annotations.NullMarked;
