/** What all pages have. */
@NullMarked
package org.sunlitledger.console.frame;

import org.jspecify.annotations.NullMarked;
