/** The server, COPY, the lock and the definitions. */
@NullMarked
package org.sunlitledger.database;

import org.jspecify.annotations.NullMarked;
