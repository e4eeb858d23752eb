/** What a password must be. */
@NullMarked
package org.sunlitledger.console.password;

import org.jspecify.annotations.NullMarked;
