/** Sends notices, as a command and at the end of runs. Start with {@link NotifyCommand}. */
@NullMarked
package org.sunlitledger.cli.notice;

import org.jspecify.annotations.NullMarked;
