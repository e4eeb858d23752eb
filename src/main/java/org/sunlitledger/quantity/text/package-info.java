/**
 * Text as offices write it: full-width characters, dates, document numbers, names of villages. In:
 * a cell or a message. Out: a value, or a text that is safe to show. Start with {@link Glyphs} and
 * {@link Parsed}.
 */
@NullMarked
package org.sunlitledger.quantity.text;

import org.jspecify.annotations.NullMarked;
