/**
 * Takes files over the network into a folder: names, limits, the scanner, and a whole file or none.
 * Start with {@link Reception}.
 */
@NullMarked
package org.sunlitledger.console.receive;

import org.jspecify.annotations.NullMarked;
