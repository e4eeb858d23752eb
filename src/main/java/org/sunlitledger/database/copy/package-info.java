/** COPY in its binary form. In: rows. Out: rows in a table. Start with {@link BinaryCopy}. */
@NullMarked
package org.sunlitledger.database.copy;

import org.jspecify.annotations.NullMarked;
