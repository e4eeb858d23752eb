/**
 * Commands that back up and restore everything. Start with {@link BackupCommand} and {@link
 * RestoreCommand}.
 */
@NullMarked
package org.sunlitledger.cli.backup;

import org.jspecify.annotations.NullMarked;
