/** The possible forms of files, and the results of their import. */
@NullMarked
package org.sunlitledger.intake;

import org.jspecify.annotations.NullMarked;
