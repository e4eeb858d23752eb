/** What monitoring and the log server get. */
@NullMarked
package org.sunlitledger.console.watch;

import org.jspecify.annotations.NullMarked;
