/** Accounts as their administrator makes them. */
@NullMarked
package org.sunlitledger.cli.user;

import org.jspecify.annotations.NullMarked;
