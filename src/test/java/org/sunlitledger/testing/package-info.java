/** What tests stand on: a real PostgreSQL, the program as a whole on a fresh database. */
@NullMarked
package org.sunlitledger.testing;

import org.jspecify.annotations.NullMarked;
