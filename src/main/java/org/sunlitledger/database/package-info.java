/** PostgreSQL: the embedded server, COPY, locks, SQL files. */
@NullMarked
package org.sunlitledger.database;

import org.jspecify.annotations.NullMarked;
