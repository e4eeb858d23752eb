/** A real browser for the tests of pages. Start with {@link Person}. */
@NullMarked
package org.sunlitledger.console.browser;

import org.jspecify.annotations.NullMarked;
