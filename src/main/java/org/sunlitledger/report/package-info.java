/** A template filled with figures: Word, HTML and plain text. */
@NullMarked
package org.sunlitledger.report;

import org.jspecify.annotations.NullMarked;
