/**
 * Money, dates, identifiers and their text. This package does not depend on files, registers or the
 * database. Each class turns a text into a value or into the reason for its rejection ({@code
 * Parsed}), or a value into the text that is printed.
 */
@NullMarked
package org.sunlitledger.quantity;

import org.jspecify.annotations.NullMarked;
