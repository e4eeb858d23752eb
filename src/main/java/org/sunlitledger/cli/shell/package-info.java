/**
 * What all commands share: options, the program's parts, failures, exit statuses. Start with {@link
 * DatabaseCommand}.
 */
@NullMarked
package org.sunlitledger.cli.shell;

import org.jspecify.annotations.NullMarked;
