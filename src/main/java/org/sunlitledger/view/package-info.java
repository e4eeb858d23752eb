/**
 * What screens and pages show alike: words for codes, sheets for Excel. In: values of the books.
 * Out: texts and files for people. Start with {@link CodeWords}.
 */
@NullMarked
package org.sunlitledger.view;

import org.jspecify.annotations.NullMarked;
