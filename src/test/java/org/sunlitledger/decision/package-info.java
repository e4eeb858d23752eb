/** What counts as one person on the record. */
@NullMarked
package org.sunlitledger.decision;

import org.jspecify.annotations.NullMarked;
