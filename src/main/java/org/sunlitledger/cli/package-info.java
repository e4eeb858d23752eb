/** The command line. */
@NullMarked
package org.sunlitledger.cli;

import org.jspecify.annotations.NullMarked;
