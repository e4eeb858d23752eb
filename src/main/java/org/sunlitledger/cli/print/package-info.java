/** How commands print: listings, cells for spreadsheets, progress. Start with {@link Listing}. */
@NullMarked
package org.sunlitledger.cli.print;

import org.jspecify.annotations.NullMarked;
