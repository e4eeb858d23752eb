/**
 * Money, dates, identifiers and their text. Knows no file, no register and no database. Each class
 * turns a text into a value or into the reason why it is none ({@code Parsed}), or a value into the
 * text that is printed.
 */
@NullMarked
package org.sunlitledger.quantity;

import org.jspecify.annotations.NullMarked;
