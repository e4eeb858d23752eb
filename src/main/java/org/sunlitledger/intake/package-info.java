/**
 * From a file in the inbox to records and rejects; decides only what one line can show by itself.
 */
@NullMarked
package org.sunlitledger.intake;

import org.jspecify.annotations.NullMarked;
