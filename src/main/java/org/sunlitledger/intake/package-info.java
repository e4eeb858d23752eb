/**
 * From a file in the inbox to records and rejected lines. Decides only what one line shows by
 * itself.
 */
@NullMarked
package org.sunlitledger.intake;

import org.jspecify.annotations.NullMarked;
