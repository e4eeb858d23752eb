/** The commands as their users call them. */
@NullMarked
package org.sunlitledger.cli;

import org.jspecify.annotations.NullMarked;
