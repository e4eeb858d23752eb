/**
 * The snapshot of a closed year: its parts, its files and the page to sign. Start with {@link
 * SnapshotContents}.
 */
@NullMarked
package org.sunlitledger.close.snapshot;

import org.jspecify.annotations.NullMarked;
