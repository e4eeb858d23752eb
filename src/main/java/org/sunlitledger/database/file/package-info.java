/** Files that only their owner may read. Start with {@link LineFiles}. */
@NullMarked
package org.sunlitledger.database.file;

import org.jspecify.annotations.NullMarked;
