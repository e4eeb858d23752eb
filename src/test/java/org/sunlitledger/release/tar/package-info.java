/** Folders as tar archives that are the same bytes for the same files. */
@NullMarked
package org.sunlitledger.release.tar;

import org.jspecify.annotations.NullMarked;
